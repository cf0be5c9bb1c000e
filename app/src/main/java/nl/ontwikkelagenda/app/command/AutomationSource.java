package nl.ontwikkelagenda.app.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.store.LogUnavailable;
import nl.ontwikkelagenda.app.store.LoggedEvent;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as automations read it. Unlike the stream of Axon's embedded store it wakes its reader: that one is looked at twice a second, and people wait for what automations
 * do.
 */
class AutomationSource implements StreamableMessageSource<TrackedEventMessage<?>> {

	private static final int READ_AT_ONCE = 256;

	private final EventStorageEngine engine;
	private final Set<Reading> open = ConcurrentHashMap.newKeySet();
	private volatile boolean metUnknown;

	AutomationSource(EventStorageEngine engine) {
		this.engine = engine;
	}

	/** Whether a reader stopped before a fact that only a newer version knows: an automation would pass it by, and nobody would do what comes of it. */
	boolean metUnknown() {
		return metUnknown;
	}

	private boolean isKnown(TrackedEventMessage<?> event) {
		boolean known = LoggedEvent.isKnown(event);
		metUnknown |= !known;
		return known;
	}

	/** There may be news: have every reader look. */
	void wake() {
		open.forEach(Reading::wake);
	}

	@Override
	public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
		Reading reading = new Reading(token);
		open.add(reading);
		return reading;
	}

	@Override
	public TrackingToken createTailToken() {
		return engine.createTailToken();
	}

	@Override
	public TrackingToken createHeadToken() {
		return engine.createHeadToken();
	}

	/** Used by one coordinator, whose threads now and then ask at the same time whether there is more. */
	private final class Reading implements BlockingStream<TrackedEventMessage<?>> {

		private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
		private @Nullable TrackingToken last;
		private volatile @Nullable Runnable reader;

		Reading(@Nullable TrackingToken start) {
			this.last = start;
		}

		void wake() {
			Runnable wakes = reader;
			if (wakes != null) {
				wakes.run();
			}
		}

		@Override
		public synchronized Optional<TrackedEventMessage<?>> peek() {
			read();
			return Optional.ofNullable(ahead.peek());
		}

		/** Never waits: its reader is woken. */
		@Override
		public synchronized boolean hasNextAvailable(int timeout, TimeUnit unit) {
			read();
			return !ahead.isEmpty();
		}

		@Override
		public synchronized TrackedEventMessage<?> nextAvailable() {
			read();
			return ahead.remove();
		}

		private synchronized void read() {
			if (ahead.isEmpty()) {
				try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(last, false)) {
					events.limit(READ_AT_ONCE).takeWhile(AutomationSource.this::isKnown).forEachOrdered(ahead::add);
				} catch (LogUnavailable e) {
					// no news then; Axon would wait ever longer, up to a minute, after it was there again
					ahead.clear();
				}
				if (!ahead.isEmpty()) {
					last = ahead.getLast().trackingToken();
				}
			}
		}

		@Override
		public boolean setOnAvailableCallback(Runnable callback) {
			reader = callback;
			return true;
		}

		@Override
		public void close() {
			open.remove(this);
		}
	}
}
