package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * A rebuild of some views, and how it is doing.
 *
 * @param personId    who asked for it; only with cause {@code PERSON}
 * @param phase       what it is busy with; only while it is busy
 * @param position    up to where the log was folded
 * @param target      how far the log is
 * @param perSecond   positions of the log per second while it was read, pauses included
 * @param secondsLeft what reading the rest of the log will take at that rate; only while it is read
 * @param done        of how many of its read models the indexes are made, or old and new compared; only while that is what it is busy with
 * @param trouble     why it failed, or why it stopped for a while; one Dutch sentence
 */
public record RebuildState(RebuildId id, Cause cause, @Nullable PersonId personId, TakeOver takeOver, State state, @Nullable Phase phase, Instant askedAt,
		@Nullable Instant startedAt, @Nullable Instant endedAt, long position, long target, double perSecond, @Nullable Long secondsLeft, @Nullable Integer done,
		@Nullable String trouble,
		List<Part> readModels) {

	/** Who or what asked for it. */
	public enum Cause {
		PERSON, SCHEDULE, COMMAND_LINE,
		/** A start of the application met views that it has to build: new ones, those of which the fold changed, and those that were set aside. */
		START
	}

	/** When the new generations take over. */
	public enum TakeOver {
		WHEN_BUILT, WHEN_ASKED
	}

	/** Where a rebuild is in its life. */
	public enum State {
		WAITING, BUILDING,
		/** It waits to be told to take over; nothing is added to it until then. */
		BUILT, TAKING_OVER, TAKEN_OVER,
		/** What served before catches up, to serve again. */
		RETURNING, RETURNED, CANCELLED,
		/** Not one of its views could be built. */
		FAILED;

		public boolean isOver() {
			return this == TAKEN_OVER || this == RETURNED || this == CANCELLED || this == FAILED;
		}
	}

	/** What a rebuild is busy with. */
	public enum Phase {
		READING, INDEXING, COMPARING, CATCHING_UP
	}

	/**
	 * One of its views.
	 *
	 * @param generation the new generation
	 * @param replaces   the generation that served when it was compared, or that it took over from; null when there was none
	 * @param error      why it could not be built
	 * @param comparison old against new; null when there is nothing to compare
	 */
	public record Part(String name, long generation, @Nullable Long replaces, @Nullable String error, @Nullable Comparison comparison) {
	}

	/**
	 * Documents of the old generation against those of the new one, both as of one position.
	 *
	 * @param before    how many there were
	 * @param after     how many there are
	 * @param added     only in the new one
	 * @param missing   only in the old one
	 * @param different in both, and not the same
	 */
	public record Comparison(long position, long before, long after, long added, long missing, long different) {

		public boolean isSame() {
			return added == 0 && missing == 0 && different == 0;
		}
	}
}
