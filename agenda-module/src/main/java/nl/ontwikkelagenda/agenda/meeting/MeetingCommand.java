package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a meeting. */
public sealed interface MeetingCommand {

	MeetingId meetingId();

	/** @param happenedOn when it was held, for a meeting that is recorded afterwards; absent for one that is still to come */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PlanMeeting(@TargetAggregateIdentifier MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, FreeText title,
			LocalDate plannedOn, @Nullable Instant startsAt, @Nullable FreeText place, @Nullable MeetingId follows,
			@Nullable Period happenedOn) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MoveMeeting(@TargetAggregateIdentifier MeetingId meetingId, LocalDate plannedOn, @Nullable Instant startsAt, FreeText reason) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CancelMeeting(@TargetAggregateIdentifier MeetingId meetingId, FreeText reason) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record HoldMeeting(@TargetAggregateIdentifier MeetingId meetingId, Period happenedOn) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordAttendance(@TargetAggregateIdentifier MeetingId meetingId, @Nullable PersonId personId, @Nullable OrganisationId organisationId,
			Presence presence) implements MeetingCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordOutcome(@TargetAggregateIdentifier MeetingId meetingId, OutcomeId outcomeId, OutcomeKind kind, @Nullable ThemeId themeId, FreeText title, @Nullable FreeText text,
			List<AgreedPromise> promises) implements MeetingCommand {
	}
}
