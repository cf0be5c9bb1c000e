package nl.ontwikkelagenda.app.reminder;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.Reminder;

import org.jspecify.annotations.Nullable;

/**
 * A reminder that counts now.
 *
 * @param onBehalfOf name of the team or organisation that promised; absent when the reader did so himself
 */
public record Due(ActionView action, ActionView.PromiseView promise, Reminder reminder, @Nullable String onBehalfOf) {
}
