package nl.ontwikkelagenda.app.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many writers against some readers: random delays before the commit, rollbacks, a clock that jumps by minutes, one append that is left open. Tells what each
 * reader missed of what was committed in the end.
 */
final class OrderHarness {

	/** Reads on from where it was; empty when there is nothing now. */
	@FunctionalInterface
	interface Reader {
		List<Long> next() throws InterruptedException;
	}

	/**
	 * How hard.
	 *
	 * @param leftOpen how long one append in the middle is left open; zero for none
	 */
	record Plan(int events, int writers, Duration leftOpen) {
	}

	/**
	 * What one reader made of it.
	 *
	 * @param missed     committed positions it never saw
	 * @param outOfOrder positions at or below one seen before: twice, or too late
	 * @param invented   positions seen but not committed
	 */
	record Seen(int missed, int outOfOrder, int invented) {
	}

	/**
	 * @param committed          events in the log
	 * @param highest            position of the last of them; there are holes before it, where appends were rolled back
	 * @param longestAppend      longest wait of one append and its commit, its own delay not counted
	 * @param committedBesides   events committed while the one append was left open
	 */
	record Outcome(int committed, long highest, Map<String, Seen> readers, Duration longestAppend, int committedBesides, double perSecond) {
	}

	private final StoreFixture store;
	private final Plan plan;
	private final Map<String, Reader> readers;
	private final AtomicInteger toAppend;
	private final AtomicInteger appended = new AtomicInteger();
	private final AtomicLong longestAppend = new AtomicLong();
	private final RecordingClock clock = new RecordingClock(true);
	private volatile boolean writing = true;

	OrderHarness(StoreFixture store, Plan plan, Map<String, Reader> readers) {
		this.store = store;
		this.plan = plan;
		this.readers = readers;
		this.toAppend = new AtomicInteger(plan.events());
	}

	Outcome run() throws Exception {
		GenericEventMessage.clock = clock;
		ExecutorService threads = Executors.newCachedThreadPool();
		try {
			Map<String, Future<List<Long>>> reading = new LinkedHashMap<>();
			readers.forEach((name, reader) -> reading.put(name, threads.submit(() -> readAll(reader))));
			Future<?> jumping = threads.submit(this::moveTheClock);
			long started = System.nanoTime();
			List<Future<?>> writers = new ArrayList<>();
			for (int writer = 0; writer < plan.writers(); writer++) {
				Random random = new Random(writer);
				writers.add(threads.submit(() -> write(random)));
			}
			int besides = leaveOneOpen();
			for (Future<?> writer : writers) {
				writer.get();
			}
			double seconds = (System.nanoTime() - started) / 1e9;
			writing = false;
			jumping.get();
			BitSet committed = new BitSet();
			JdbcClient.create(store.database.owner()).sql("select global_index from log.domain_event").query(Integer.class).list().forEach(committed::set);
			Map<String, Seen> seen = new LinkedHashMap<>();
			for (var reader : reading.entrySet()) {
				seen.put(reader.getKey(), compare(reader.getValue().get(60, TimeUnit.SECONDS), committed));
			}
			return new Outcome(committed.cardinality(), committed.length() - 1, seen, Duration.ofNanos(longestAppend.get()), besides, committed.cardinality() / seconds);
		} catch (ExecutionException | TimeoutException e) {
			throw new IllegalStateException("A writer or reader failed.", e);
		} finally {
			writing = false;
			threads.shutdownNow();
			clock.runAgain();
		}
	}

	/** By up to five minutes, forward and back. */
	private void moveTheClock() {
		Random random = new Random(20180924);
		while (writing) {
			clock.standAt(Instant.now().plusMillis(random.nextInt(-300_000, 300_000)));
			sleep(10);
		}
	}

	private void write(Random random) {
		for (int some = random.nextInt(1, 4); toAppend.addAndGet(-some) >= 0; some = random.nextInt(1, 4)) {
			boolean rolledBack = random.nextInt(100) < 5;
			int delay = delay(random);
			List<DomainEventMessage<?>> events = events(some);
			long started = System.nanoTime();
			store.transactions.executeWithoutResult(transaction -> {
				store.engine.appendEvents(events);
				sleep(delay);
				if (rolledBack) {
					transaction.setRollbackOnly();
				}
			});
			longestAppend.accumulateAndGet(System.nanoTime() - started - TimeUnit.MILLISECONDS.toNanos(delay), Math::max);
			if (!rolledBack) {
				appended.addAndGet(some);
			}
		}
	}

	/** Mostly none, often a few milliseconds, sometimes longer than a reader waits. */
	private static int delay(Random random) {
		int chance = random.nextInt(2_000);
		if (chance < 1_600) {
			return 0;
		}
		return chance < 1_980 ? random.nextInt(1, 10) : chance < 1_999 ? random.nextInt(10, 100) : random.nextInt(400, 1_200);
	}

	private int leaveOneOpen() {
		if (plan.leftOpen().isZero()) {
			return 0;
		}
		while (appended.get() < plan.events() / 10) {
			sleep(1);
		}
		int[] besides = new int[1];
		store.transactions.executeWithoutResult(transaction -> {
			store.engine.appendEvents(events(2));
			int before = appended.get();
			sleep(plan.leftOpen().toMillis());
			besides[0] = appended.get() - before;
		});
		return besides[0];
	}

	private static List<DomainEventMessage<?>> events(int count) {
		String aggregate = StoreFixture.newAggregate();
		return LongStream.range(0, count).<DomainEventMessage<?>>mapToObj(sequence -> StoreFixture.event(aggregate, sequence)).toList();
	}

	/** Goes on until nothing has come for a while after the last commit. */
	private List<Long> readAll(Reader reader) throws InterruptedException {
		List<Long> positions = new ArrayList<>();
		int idle = 0;
		while (idle < 8) {
			boolean lastRound = !writing;
			List<Long> next = reader.next();
			positions.addAll(next);
			if (next.isEmpty()) {
				idle += lastRound ? 1 : 0;
				sleep(5);
			} else {
				idle = 0;
			}
		}
		return positions;
	}

	private static Seen compare(List<Long> positions, BitSet committed) {
		BitSet seen = new BitSet();
		long last = 0;
		int outOfOrder = 0;
		for (long position : positions) {
			outOfOrder += position <= last ? 1 : 0;
			last = Math.max(last, position);
			seen.set(Math.toIntExact(position));
		}
		BitSet missed = (BitSet) committed.clone();
		missed.andNot(seen);
		BitSet invented = (BitSet) seen.clone();
		invented.andNot(committed);
		return new Seen(missed.cardinality(), outOfOrder, invented.cardinality());
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
