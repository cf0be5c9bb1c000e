package nl.ontwikkelagenda.agenda.barrier;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a barrier. */
public sealed interface BarrierCommand {

	BarrierId barrierId();

	/**
	 * @param rule      which law or rule it is
	 * @param hinders   what it hinders
	 * @param meetingId the meeting at which it was reported
	 * @param bodyId    the body, such as a community, in which it was reported
	 */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record ReportBarrier(@TargetAggregateIdentifier BarrierId barrierId, PartnershipId partnershipId, FreeText rule, FreeText hinders, @Nullable MeetingId meetingId,
			@Nullable BodyId bodyId, @Nullable ThemeId themeId, LocalDate reportedOn) implements BarrierCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record PutBarrierOnAgenda(@TargetAggregateIdentifier BarrierId barrierId, AgendaId agendaId, LocalDate putOn) implements BarrierCommand {
	}

	/** By a person, an organisation or a body, or by a person for one of these. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record TakeUpBarrier(@TargetAggregateIdentifier BarrierId barrierId, @Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable BodyId bodyId,
			LocalDate takenUpOn) implements BarrierCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ResolveBarrier(@TargetAggregateIdentifier BarrierId barrierId, Resolution resolution, FreeText outcome, LocalDate resolvedOn) implements BarrierCommand {
	}
}
