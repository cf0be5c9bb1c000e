package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

/** A log in memory, in which every tenth position or so was rolled back. */
final class MemoryLog implements EventLog {

	private final List<Entry> entries = new ArrayList<>();
	private volatile LongConsumer beforeReading = position -> {
	};
	final AtomicInteger reads = new AtomicInteger();

	synchronized long append(String aggregate, long sequence, Object event, java.time.Instant at) {
		long position = entries.isEmpty() ? 1 : entries.getLast().when().position() + 1;
		if (position % 10 == 3) {
			position++;
		}
		entries.add(new Entry(aggregate, event, new Recorded(position, sequence, at, Actor.job("test"))));
		notifyAll();
		return position;
	}

	/** An old fact that is read as two. */
	synchronized long appendAsTwo(String aggregate, long sequence, Object one, Object other, java.time.Instant at) {
		long position = append(aggregate, sequence, one, at);
		entries.add(new Entry(aggregate, other, new Recorded(position, sequence, at, Actor.job("test"))));
		return position;
	}

	/** Runs before every read with the position from which it reads; may throw to break off. */
	void beforeReading(LongConsumer action) {
		beforeReading = action;
	}

	synchronized List<Entry> upTo(long position) {
		return entries.stream().filter(entry -> entry.when().position() <= position).toList();
	}

	@Override
	public synchronized long safePosition() {
		return entries.isEmpty() ? 0 : entries.getLast().when().position();
	}

	/** Facts here have no ids of their own: it is the position in the last digits of a UUID. */
	@Override
	public OptionalLong positionOf(UUID eventId) {
		return OptionalLong.of(eventId.getLeastSignificantBits());
	}

	/** What is stored of a fact from now on. */
	synchronized void replace(long position, UnaryOperator<Object> change) {
		entries.replaceAll(entry -> entry.when().position() == position ? new Entry(entry.aggregate(), change.apply(entry.event()), entry.when()) : entry);
	}

	@Override
	public List<Entry> readAfter(long position, int limit) {
		beforeReading.accept(position);
		reads.incrementAndGet();
		synchronized (this) {
			int low = 0;
			int high = entries.size();
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (entries.get(middle).when().position() <= position) {
					low = middle + 1;
				} else {
					high = middle;
				}
			}
			return List.copyOf(entries.subList(low, Math.min(entries.size(), low + limit)));
		}
	}

	@Override
	public synchronized void awaitNews(long position, Duration patience) throws InterruptedException {
		if (safePosition() <= position) {
			TimeUnit.NANOSECONDS.timedWait(this, patience.toNanos());
		}
	}
}
