package nl.ontwikkelagenda.agenda.priority;

import nl.ontwikkelagenda.agenda.theme.ThemeId;

/**
 * What a theme got in a round.
 *
 * @param participants how many participants gave it dots
 * @param rank         1 for the most dots; themes with as many dots share a rank
 */
public record ThemeResult(ThemeId themeId, int dots, int participants, int rank) {
}
