package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a meeting. */
public sealed interface MeetingEvent {

	MeetingId meetingId();

	/** @param follows the earlier meeting that this one continues */
	record MeetingPlanned(MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, FreeText title, LocalDate plannedOn,
			@Nullable Instant startsAt, @Nullable FreeText place, @Nullable MeetingId follows) implements MeetingEvent {
	}

	record MeetingMoved(MeetingId meetingId, LocalDate plannedOn, @Nullable Instant startsAt, FreeText reason) implements MeetingEvent {
	}

	record MeetingCancelled(MeetingId meetingId, FreeText reason) implements MeetingEvent {
	}

	record MeetingHeld(MeetingId meetingId, Period happenedOn) implements MeetingEvent {
	}

	/** Someone was there or sent apologies: a person, an organisation, or a person for an organisation. A later one about the same replaces it. */
	record AttendanceRecorded(MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence) implements MeetingEvent {
	}

	/** What came out of the meeting; an action carries its promises, and is taken up in the action list by itself. */
	record OutcomeRecorded(MeetingId meetingId, PartnershipId partnershipId, @Nullable AgendaId agendaId, OutcomeId outcomeId, OutcomeKind kind, @Nullable ThemeId themeId,
			FreeText title, @Nullable FreeText text, List<AgreedPromise> promises, LocalDate agreedOn) implements MeetingEvent {
	}
}
