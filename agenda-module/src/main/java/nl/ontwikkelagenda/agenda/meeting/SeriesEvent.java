package nl.ontwikkelagenda.agenda.meeting;

import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** What happened to a series of meetings; what happens to one of its meetings is a fact of that meeting. */
public sealed interface SeriesEvent {

	SeriesId seriesId();

	/** @param last the meeting that is announced as the last one */
	record SeriesPlanned(SeriesId seriesId, PartnershipId partnershipId, BodyId bodyId, @Nullable AgendaId agendaId, FreeText title, @Nullable FreeText place,
			List<Occurrence> occurrences, @Nullable MeetingId last, @Nullable FreeText reason) implements SeriesEvent {
	}

	/** @param occurrences the dates that were added */
	record SeriesExtended(SeriesId seriesId, PartnershipId partnershipId, BodyId bodyId, @Nullable AgendaId agendaId, FreeText title, @Nullable FreeText place,
			List<Occurrence> occurrences, @Nullable MeetingId last, FreeText reason) implements SeriesEvent {
	}
}
