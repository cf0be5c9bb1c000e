package nl.ontwikkelagenda.app.publication;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;

import org.jspecify.annotations.Nullable;

/**
 * An agenda as everybody may read it: what was adopted, without the people who worked on it.
 *
 * @param partnership its name
 * @param themes      those that it was adopted with
 */
record PublishedAgenda(AgendaId agendaId, String partnership, String title, int edition, @Nullable String ambition, @Nullable LocalDate adoptedOn, LocalDate publishedOn,
		List<Theme> themes) {

	record Theme(String title, @Nullable String description) {
	}
}
