package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

/** One of the ideas that an idea is split into. */
public record IdeaPart(IdeaId ideaId, FreeText words) {
}
