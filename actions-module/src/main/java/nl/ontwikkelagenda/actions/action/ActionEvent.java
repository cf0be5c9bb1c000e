package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to an action. */
public sealed interface ActionEvent {

	ActionId actionId();

	/** An action was agreed, with its first promise; further promises follow by themselves. */
	record ActionAssigned(ActionId actionId, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, @Nullable MeetingId meetingId,
			@Nullable OutcomeId outcomeId, FreeText title, @Nullable FreeText text, LocalDate agreedOn, Promise promise) implements ActionEvent {
	}

	record PromiseAdded(ActionId actionId, Promise promise, LocalDate agreedOn) implements ActionEvent {
	}

	/** Somebody else keeps the promise from now on. */
	record PromiseHandedOver(ActionId actionId, PromiseId promiseId, Owner owner, FreeText reason, LocalDate handedOverOn) implements ActionEvent {
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
