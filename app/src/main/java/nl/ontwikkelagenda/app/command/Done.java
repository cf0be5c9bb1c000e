package nl.ontwikkelagenda.app.command;

import org.jspecify.annotations.Nullable;

/**
 * A command that had its effect; it is committed.
 *
 * @param position position of its last event, or of the log when it changed nothing
 * @param sequence sequence of the aggregate afterwards (the ETag); absent when the command was not for one aggregate
 * @param visible  whether every view shows it, with what automations did because of it; if not, answer 202
 */
public record Done(long position, @Nullable Long sequence, boolean visible) {
}
