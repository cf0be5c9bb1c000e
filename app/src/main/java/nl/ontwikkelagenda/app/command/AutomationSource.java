package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
	private static final int MOST_KEPT = 4 * READ_AT_ONCE;
	/** Also without being woken the log is looked at so often by who asks. */
	private static final Duration LOOK = Duration.ofSeconds(1);

	private final EventStorageEngine engine;
	private final Set<Reading> open = ConcurrentHashMap.newKeySet();
	private final AtomicLong news = new AtomicLong();
	private final Tail tail = new Tail();
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
		news.incrementAndGet();
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

	private List<TrackedEventMessage<?>> read(@Nullable TrackingToken last) {
		try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(last, false)) {
			return events.limit(READ_AT_ONCE).takeWhile(this::isKnown).<TrackedEventMessage<?>>map(event -> event).toList();
		}
	}

	private static long position(@Nullable TrackingToken token) {
		return token == null ? -1 : token.position().orElse(-1);
	}

	/** The end of the log, read once for all automations: what some of them have yet to see, and whether there can be more. */
	private final class Tail {

		private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
		/** Positions after which, and up to which, everything is here. */
		private long begin = Long.MIN_VALUE;
		private long end = Long.MIN_VALUE;
		private long newsRead = -1;
		private long looked;

		/** What comes after a position; nothing when it is not known here, as the one who asks is too far behind. */
		synchronized Optional<List<TrackedEventMessage<?>>> after(@Nullable TrackingToken last) {
			long from = position(last);
			if (from > end) {
				events.clear();
				begin = from;
				end = from;
				newsRead = -1;
			}
			if (from < begin) {
				return Optional.empty();
			}
			List<TrackedEventMessage<?>> next = from == end ? further(last) : events.stream().filter(event -> position(event.trackingToken()) > from).limit(READ_AT_ONCE).toList();
			forget();
			return Optional.of(next);
		}

		private List<TrackedEventMessage<?>> further(@Nullable TrackingToken last) {
			long known = news.get();
			long now = System.nanoTime();
			if (known == newsRead && now - looked < LOOK.toNanos()) {
				return List.of();
			}
			List<TrackedEventMessage<?>> read = read(last);
			newsRead = read.size() < READ_AT_ONCE ? known : -1;
			looked = now;
			if (!read.isEmpty()) {
				events.addAll(read);
				end = position(read.getLast().trackingToken());
			}
			return read;
		}

		/** What everybody has seen, and of what only somebody who is far behind has not, the oldest. */
		private void forget() {
			long everybody = open.stream().mapToLong(reading -> position(reading.last)).filter(position -> position >= begin).min().orElse(end);
			while (!events.isEmpty() && (events.size() > MOST_KEPT || position(events.element().trackingToken()) <= everybody)) {
				begin = position(events.remove().trackingToken());
			}
		}
	}

	/** Used by one coordinator, whose threads now and then ask at the same time whether there is more. */
	private final class Reading implements BlockingStream<TrackedEventMessage<?>> {

		private final Deque<TrackedEventMessage<?>> ahead = new ArrayDeque<>();
		private volatile @Nullable TrackingToken last;
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
				try {
					ahead.addAll(tail.after(last).orElseGet(() -> AutomationSource.this.read(last)));
				} catch (LogUnavailable e) {
					// no news then; Axon would wait ever longer, up to a minute, after it was there again
					return;
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
