package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * An action of a file that is to be imported, with every name found.
 *
 * @param row     the first of its rows
 * @param endedOn present when it is not open
 * @param ending  present when it is not open
 */
record PlannedAction(int row, String title, @Nullable String text, @Nullable ThemeId themeId, LocalDate agreedOn, ActionStatus status, @Nullable LocalDate endedOn,
		@Nullable String ending, List<PlannedPromise> promises) {

	/** @param name of a team or an outside organisation */
	record PlannedPromise(int row, Owner.Kind kind, @Nullable UUID ownerId, @Nullable String name, String what, AgreedPromise.Of of, @Nullable String deadline,
			@Nullable LocalDate saidOn) {
	}
}
