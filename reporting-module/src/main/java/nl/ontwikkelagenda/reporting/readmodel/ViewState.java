package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How one generation of one view is doing.
 *
 * @param mixed      whether another version of the view than made it keeps it up to date, until its own generation is there
 * @param serving    whether questions are answered from it
 * @param position   last position that is in it
 * @param error      why it was set aside; else null
 * @param switchedAt when it took over
 * @param retiredAt  when another took over from it
 */
public record ViewState(String name, int version, boolean mixed, long generation, State state, boolean serving, long position, @Nullable String error,
		@Nullable Instant switchedAt, @Nullable Instant retiredAt) {

	/** Where a generation is in its life. */
	public enum State {
		BUILDING, ACTIVE, SET_ASIDE, RETIRED,
		/** About to be dropped. */
		CANCELLED
	}

	ViewState at(long newPosition) {
		return new ViewState(name, version, mixed, generation, state, serving, newPosition, error, switchedAt, retiredAt);
	}
}
