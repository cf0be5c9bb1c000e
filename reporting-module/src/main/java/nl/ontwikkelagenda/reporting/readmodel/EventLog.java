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

		/** The type of the fact, also of one that is {@link Unreadable}. */
		public Class<?> type() {
			return event instanceof Unreadable unreadable ? unreadable.type() : event.getClass();
		}

		/** @throws IllegalStateException when it cannot be read */
		<E> E as(Class<E> wanted) {
			if (event instanceof Unreadable(Class<?> type, String why)) {
				throw new IllegalStateException("the fact of type " + type.getSimpleName() + " at position " + when.position() + " cannot be read: " + why);
			}
			return wanted.cast(event);
		}
	}

	/**
	 * Stands in the place of a fact whose stored form does not say what such a fact says: what it said is not known.
	 *
	 * @param why without anything of what is stored, as that may name people
	 */
	record Unreadable(Class<?> type, String why) {
	}

	/** The highest position below which no event can still appear. */
	long safePosition();

	/**
	 * About {@code limit} facts at most after {@code position}, in order, never passing an append in flight; empty when there are none yet. When an old fact is read as several,
	 * they have one position and come together.
	 *
	 * @throws UnknownFact when one of them was recorded by a newer version of the application
	 */
	List<Entry> readAfter(long position, int limit);

	/** Where the fact with this id is; empty when the log has none. */
	OptionalLong positionOf(UUID eventId);

	/** Waits until there may be news after {@code position}, at most {@code patience}. */
	void awaitNews(long position, Duration patience) throws InterruptedException;
}
