package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Recorded;

/** The log of facts in its one order, as every reader sees it. Positions start at 1; rolled back positions are simply not there. */
public interface EventLog {

	/** One fact with its place; {@code aggregate} is the id of the thing it happened to. */
	record Entry(String aggregate, Object event, Recorded when) {
	}

	/** The highest position below which no event can still appear. */
	long safePosition();

	/**
	 * About {@code limit} facts at most after {@code position}, in order, never passing an append in flight; empty when there are none yet. When an old fact is read as several,
	 * they have one position and come together.
	 */
	List<Entry> readAfter(long position, int limit);

	/** Where the fact with this id is; empty when the log has none. */
	OptionalLong positionOf(UUID eventId);

	/** Waits until there may be news after {@code position}, at most {@code patience}. */
	void awaitNews(long position, Duration patience) throws InterruptedException;
}
