package nl.ontwikkelagenda.reporting.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * How one generation of one view is doing.
 *
 * @param serving  whether questions are answered from it
 * @param position last position that is in it
 * @param error    why it was set aside; else null
 */
public record ViewState(String name, int version, long generation, State state, boolean serving, long position, @Nullable String error) {

	/** Where a generation is in its life. */
	public enum State {
		BUILDING, ACTIVE, SET_ASIDE, RETIRED
	}
}
