package nl.ontwikkelagenda.agenda.project;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * A step of a roadmap.
 *
 * @param when the words for when; absent when nothing was said
 */
public record Step(FreeText what, @Nullable FreeText when) {
}
