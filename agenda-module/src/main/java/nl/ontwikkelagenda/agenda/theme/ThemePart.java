package nl.ontwikkelagenda.agenda.theme;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/** One of the themes that a theme is split into. */
public record ThemePart(ThemeId themeId, FreeText title, @Nullable FreeText description) {
}
