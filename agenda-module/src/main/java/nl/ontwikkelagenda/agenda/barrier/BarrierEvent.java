package nl.ontwikkelagenda.agenda.barrier;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a barrier. */
public sealed interface BarrierEvent {

	BarrierId barrierId();

	/**
	 * @param rule      which law or rule it is
	 * @param hinders   what it hinders
	 * @param meetingId the meeting at which it was reported
	 * @param bodyId    the body, such as a community, in which it was reported
	 */
	record BarrierReported(BarrierId barrierId, PartnershipId partnershipId, FreeText rule, FreeText hinders, @Nullable MeetingId meetingId, @Nullable BodyId bodyId,
			@Nullable ThemeId themeId, LocalDate reportedOn) implements BarrierEvent {
	}

	record BarrierPutOnAgenda(BarrierId barrierId, AgendaId agendaId, LocalDate putOn) implements BarrierEvent {
	}

	/** Someone works on it: a person, an organisation or a body, or a person for one of these. */
	record BarrierTakenUp(BarrierId barrierId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable BodyId bodyId,
			LocalDate takenUpOn) implements BarrierEvent {
	}

	/** @param outcome what became of it, in words */
	record BarrierResolved(BarrierId barrierId, Resolution resolution, FreeText outcome, LocalDate resolvedOn) implements BarrierEvent {
	}
}
