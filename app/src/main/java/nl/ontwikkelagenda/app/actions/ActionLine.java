package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;

import org.jspecify.annotations.Nullable;

/**
 * One promise of an action, as a row of the action list as a file.
 *
 * @param number  the same for all promises of one action
 * @param ending  the result of a completed action, the reason of a dropped one
 * @param latest  the last day on which the promise is kept, as the words of the deadline were read
 */
record ActionLine(String number, String title, @Nullable String text, @Nullable String theme, LocalDate agreedOn, OwnerKind ownerKind, String owner, @Nullable String ownerId,
		String what, AgreedPromise.Of of, @Nullable String deadline, LocalDate saidOn, @Nullable LocalDate earliest, @Nullable LocalDate latest, Deadline.Certainty certainty,
		ActionStatus status, @Nullable LocalDate endedOn, @Nullable String ending, @Nullable String progress) {

	/** What sort of owner; an organisation that takes no part is known by its name only. */
	enum OwnerKind {
		PERSON, TEAM, ORGANISATION, OUTSIDE
	}
}
