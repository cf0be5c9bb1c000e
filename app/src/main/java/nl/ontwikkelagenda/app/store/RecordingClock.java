package nl.ontwikkelagenda.app.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * The clock that dates every fact, in whole milliseconds. In demo mode and in tests it can be made to stand still at another moment, so that a history can be
 * recorded in its own years.
 */
public final class RecordingClock extends Clock {

	private final Clock source;
	private final boolean settable;
	private volatile @Nullable Instant standing;

	/** @param settable whether {@link #standAt} is allowed; only in demo mode and in tests */
	public RecordingClock(boolean settable) {
		this(Clock.systemUTC(), settable);
	}

	private RecordingClock(Clock source, boolean settable) {
		this.source = source;
		this.settable = settable;
	}

	/**
	 * Makes the clock stand still at this moment, until it is set again or {@link #runAgain runs again}.
	 *
	 * @throws IllegalStateException outside demo mode and tests
	 */
	public void standAt(Instant moment) {
		if (!settable) {
			throw new IllegalStateException("The recording clock can be set in demo mode only (ontwikkelagenda.demo=true).");
		}
		standing = moment.truncatedTo(ChronoUnit.MILLIS);
	}

	/** Back to the real time. */
	public void runAgain() {
		standing = null;
	}

	@Override
	public Instant instant() {
		Instant moment = standing;
		return moment != null ? moment : source.instant().truncatedTo(ChronoUnit.MILLIS);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	/** Recording times are kept in UTC, so only that zone can be asked for. */
	@Override
	public Clock withZone(ZoneId zone) {
		if (!zone.equals(ZoneOffset.UTC)) {
			throw new UnsupportedOperationException("Recording times are in UTC; convert the instant for display.");
		}
		return this;
	}
}
