package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action. */
public sealed interface ActionCommand {

	ActionId actionId();

	/** @param outcomeId the outcome of a meeting that it was born from; absent for an action agreed outside a meeting */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AssignAction(@TargetAggregateIdentifier ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId,
			@Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn,
			List<AgreedPromise> promises) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AddPromise(@TargetAggregateIdentifier ActionId actionId, AgreedPromise promise, LocalDate agreedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record HandOverPromise(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, Owner owner, FreeText reason, LocalDate handedOverOn) implements ActionCommand {
	}

	/**
	 * Hands over all promises of one owner, as after a merger.
	 *
	 * @param formerOwner a person or an organisation
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record HandOverPromises(@TargetAggregateIdentifier ActionId actionId, UUID formerOwner, Owner owner, FreeText reason, LocalDate handedOverOn) implements ActionCommand {
	}

	/** A reminder of a promise went out. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RecordReminder(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, Reminder.Kind kind, LocalDate about, List<PersonId> recipients,
			LocalDate sentOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record ReportProgress(@TargetAggregateIdentifier ActionId actionId, FreeText text, LocalDate reportedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record CompleteAction(@TargetAggregateIdentifier ActionId actionId, FreeText result, LocalDate completedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record DropAction(@TargetAggregateIdentifier ActionId actionId, FreeText reason, LocalDate droppedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReopenAction(@TargetAggregateIdentifier ActionId actionId, FreeText reason, LocalDate reopenedOn) implements ActionCommand {
	}
}
