package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to an action. */
public sealed interface ActionEvent {

	ActionId actionId();

	/** About one of its promises. */
	sealed interface OfPromise extends ActionEvent {
		PromiseId promiseId();
	}

	/** About one call for participants. */
	sealed interface OfCall extends ActionEvent {
		CallId callId();
	}

	/** About who takes part in a call. */
	sealed interface OfParticipant extends OfCall {
		PersonId personId();
	}

	/**
	 * An action was agreed, with its first promise; further promises follow by themselves.
	 *
	 * @param notedBy who noted it, where that is somebody else than who recorded this: of an outcome, whoever recorded the outcome
	 */
	record ActionAssigned(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
			@Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn, Promise promise, @Nullable PersonId notedBy) implements ActionEvent {

		/** Noted by whoever records it. */
		public ActionAssigned(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
				@Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn, Promise promise) {
			this(actionId, partnershipId, agendaId, themeId, meetingId, outcomeId, title, text, agreedOn, promise, null);
		}
	}

	record PromiseAdded(ActionId actionId, Promise promise, LocalDate agreedOn) implements ActionEvent {
	}

	/** Somebody else keeps the promise from now on. */
	record PromiseHandedOver(ActionId actionId, PromiseId promiseId, Owner owner, FreeText reason, LocalDate handedOverOn) implements OfPromise {
	}

	/** @param personId who accepted it: the owner, or someone for a team or an organisation; absent when that was not said */
	record PromiseAccepted(ActionId actionId, PromiseId promiseId, @Nullable PersonId personId, LocalDate acceptedOn) implements OfPromise {
	}

	/** This promise was kept; the action may have others. */
	record PromiseKept(ActionId actionId, PromiseId promiseId, FreeText result, LocalDate keptOn) implements OfPromise {
	}

	/** The owner of this promise leads the action from now on. */
	record LeadAppointed(ActionId actionId, PromiseId promiseId, LocalDate appointedOn) implements OfPromise {
	}

	/** A promise that was made without words for when got its first. */
	record DeadlineAgreed(ActionId actionId, PromiseId promiseId, Deadline deadline) implements OfPromise {
	}

	/** Other words for when were agreed. */
	record PromiseReplanned(ActionId actionId, PromiseId promiseId, Deadline deadline, FreeText reason) implements OfPromise {
	}

	/** The same words mean other days, now that more school holidays are known. */
	record DeadlineReread(ActionId actionId, PromiseId promiseId, Deadline.Kind kind, @Nullable LocalDate earliest, @Nullable LocalDate latest,
			Deadline.Certainty certainty) implements OfPromise {
	}

	/** The meeting that was promised is planned. */
	record PromisedMeetingPlanned(ActionId actionId, PromiseId promiseId, MeetingId meetingId, LocalDate linkedOn) implements OfPromise {
	}

	/** This meeting is not the one that was promised. */
	record PromisedMeetingUnlinked(ActionId actionId, PromiseId promiseId, MeetingId meetingId) implements OfPromise {
	}

	/** The meeting that was promised does not take place; its reason is with the meeting. */
	record PromisedMeetingCancelled(ActionId actionId, PromiseId promiseId, MeetingId meetingId) implements OfPromise {
	}

	/** @param by what or who it waits for */
	record ActionBlocked(ActionId actionId, FreeText reason, @Nullable FreeText by, LocalDate blockedOn) implements ActionEvent {
	}

	record ActionUnblocked(ActionId actionId, @Nullable FreeText how, LocalDate unblockedOn) implements ActionEvent {
	}

	/** This action can go on only when another is done. */
	record DependencyNoted(ActionId actionId, ActionId dependsOn, @Nullable FreeText reason, LocalDate notedOn) implements ActionEvent {
	}

	record DependencyEnded(ActionId actionId, ActionId dependsOn, LocalDate endedOn) implements ActionEvent {
	}

	/**
	 * People are asked to take part.
	 *
	 * @param limit   how many can; absent for any number
	 * @param lastDay on which one can sign up; absent until it is closed
	 */
	record CallOpened(ActionId actionId, PartnershipId partnershipId, CallId callId, FreeText text, @Nullable Integer limit, @Nullable LocalDate lastDay,
			LocalDate openedOn) implements OfCall {
	}

	record ParticipantSignedUp(ActionId actionId, PartnershipId partnershipId, CallId callId, PersonId personId, @Nullable OrganisationId organisationId,
			LocalDate signedUpOn) implements OfParticipant {
	}

	record ParticipantWithdrew(ActionId actionId, CallId callId, PersonId personId, LocalDate withdrewOn) implements OfParticipant {
	}

	record CallClosed(ActionId actionId, CallId callId, LocalDate closedOn) implements OfCall {
	}

	/**
	 * A promise was brought to the attention of those concerned.
	 *
	 * @param about the day it was about: the first or last day of the window, or so many weeks after that
	 */
	record ReminderSent(ActionId actionId, PromiseId promiseId, Reminder.Kind kind, LocalDate about, List<PersonId> recipients, LocalDate sentOn) implements ActionEvent {
	}

	record ProgressReported(ActionId actionId, FreeText text, LocalDate reportedOn) implements ActionEvent {
	}

	record ActionCompleted(ActionId actionId, FreeText result, LocalDate completedOn) implements ActionEvent {
	}

	record ActionDropped(ActionId actionId, FreeText reason, LocalDate droppedOn) implements ActionEvent {
	}

	record ActionReopened(ActionId actionId, FreeText reason, LocalDate reopenedOn) implements ActionEvent {
	}
}
