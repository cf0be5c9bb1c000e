package nl.ontwikkelagenda.actions.action;

import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** Of which action a promise is, so that it is found by its own id. */
public record PromisePlaceView(PromiseId promiseId, ActionId actionId) {

	/** The promise that an event makes; null for all others. */
	public static @Nullable String key(ActionEvent event) {
		PromisePlaceView place = placed(event);
		return place == null ? null : place.promiseId.toString();
	}

	/** An id that is taken stays with the action that has it. */
	public static @Nullable PromisePlaceView on(@Nullable PromisePlaceView current, ActionEvent event, Recorded when) {
		return current == null ? placed(event) : current;
	}

	private static @Nullable PromisePlaceView placed(ActionEvent event) {
		if (event instanceof ActionAssigned e) {
			return new PromisePlaceView(e.promise().promiseId(), e.actionId());
		}
		return event instanceof PromiseAdded e ? new PromisePlaceView(e.promise().promiseId(), e.actionId()) : null;
	}
}
