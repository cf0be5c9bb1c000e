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
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action. */
public sealed interface ActionCommand {

	ActionId actionId();

	/**
	 * @param outcomeId the outcome of a meeting that it was born from; absent for an action agreed outside a meeting
	 * @param notedBy   who noted it, where that is somebody else than the sender
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AssignAction(@TargetAggregateIdentifier ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId,
			@Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn,
			List<AgreedPromise> promises, @Nullable PersonId notedBy) implements ActionCommand {

		/** Noted by whoever sends it. */
		public AssignAction(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
				@Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn, List<AgreedPromise> promises) {
			this(actionId, partnershipId, agendaId, themeId, meetingId, outcomeId, title, text, agreedOn, promises, null);
		}
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

	/** @param personId who accepts: the owner himself where that is a person; absent when it was not said who accepted for a team or an organisation */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD, Right.AUDITOR, Right.ADMINISTRATOR})
	record AcceptPromise(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, @Nullable PersonId personId, LocalDate acceptedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record KeepPromise(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, FreeText result, LocalDate keptOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AppointLead(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, LocalDate appointedOn) implements ActionCommand {
	}

	/**
	 * Agrees on a deadline for a promise that was made without words for when.
	 *
	 * @param saidOn the day on which the words were said
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AgreeDeadline(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, FreeText phrase, LocalDate saidOn) implements ActionCommand {
	}

	/**
	 * Agrees on other words for when.
	 *
	 * @param saidOn the day on which the words were said
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReplanPromise(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, FreeText phrase, LocalDate saidOn, FreeText reason) implements ActionCommand {
	}

	/** Reads the words of all open promises again that name a school holiday; changes nothing where they mean the same. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record RereadDeadlines(@TargetAggregateIdentifier ActionId actionId) implements ActionCommand {
	}

	/** @param meetingId the meeting that was promised, now that it is planned */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record LinkPromisedMeeting(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId, MeetingId meetingId, LocalDate linkedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record UnlinkPromisedMeeting(@TargetAggregateIdentifier ActionId actionId, PromiseId promiseId) implements ActionCommand {
	}

	/** Notes at the promises of this meeting that it does not take place. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record NoteMeetingCancelled(@TargetAggregateIdentifier ActionId actionId, MeetingId meetingId) implements ActionCommand {
	}

	/** @param by what or who it waits for */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record BlockAction(@TargetAggregateIdentifier ActionId actionId, FreeText reason, @Nullable FreeText by, LocalDate blockedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT})
	record UnblockAction(@TargetAggregateIdentifier ActionId actionId, @Nullable FreeText how, LocalDate unblockedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record NoteDependency(@TargetAggregateIdentifier ActionId actionId, ActionId dependsOn, @Nullable FreeText reason, LocalDate notedOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record EndDependency(@TargetAggregateIdentifier ActionId actionId, ActionId dependsOn, LocalDate endedOn) implements ActionCommand {
	}

	/**
	 * @param limit   how many can take part; absent for any number
	 * @param lastDay on which one can sign up; absent until it is closed
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenCall(@TargetAggregateIdentifier ActionId actionId, CallId callId, FreeText text, @Nullable Integer limit, @Nullable LocalDate lastDay,
			LocalDate openedOn) implements ActionCommand {
	}

	/** @param organisationId for which the person takes part */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD, Right.AUDITOR, Right.ADMINISTRATOR})
	record SignUp(@TargetAggregateIdentifier ActionId actionId, PersonId personId, @Nullable OrganisationId organisationId, LocalDate signedUpOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD, Right.AUDITOR, Right.ADMINISTRATOR})
	record WithdrawParticipant(@TargetAggregateIdentifier ActionId actionId, PersonId personId, LocalDate withdrewOn) implements ActionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseCall(@TargetAggregateIdentifier ActionId actionId, CallId callId, LocalDate closedOn) implements ActionCommand {
	}
}
