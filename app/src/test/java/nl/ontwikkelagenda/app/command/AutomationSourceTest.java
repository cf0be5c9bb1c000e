package nl.ontwikkelagenda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever reads, however late he began, meets every fact once and in order; the log is read for all of them together. */
@Timeout(60)
class AutomationSourceTest {

	private static final int FACTS = 5_000;
	private static final int READERS = 14;
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final AtomicInteger reads = new AtomicInteger();
	private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine() {

		@Override
		public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
			reads.incrementAndGet();
			return super.readEvents(token, mayBlock);
		}
	};
	private final AutomationSource source = new AutomationSource(log);

	private void append(int number) {
		log.appendEvents(new GenericDomainEventMessage<>("Test", UUID.randomUUID().toString(), 0, "fact " + number));
	}

	private static List<String> facts(BlockingStream<TrackedEventMessage<?>> stream, int count) throws InterruptedException {
		List<String> seen = new ArrayList<>();
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (seen.size() < count && System.nanoTime() < end) {
			if (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
				seen.add((String) stream.nextAvailable().getPayload());
			} else {
				Thread.onSpinWait();
			}
		}
		assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
		return seen;
	}

	private static List<String> expected(int from) {
		return IntStream.range(from, FACTS).mapToObj(number -> "fact " + number).toList();
	}

	@Test
	void everybody_meets_every_fact_once_and_in_order() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<CompletableFuture<List<String>>> all = new ArrayList<>();
			for (int reader = 0; reader < READERS; reader++) {
				// one half from the beginning, the others from somewhere in between
				int from = reader % 2 == 0 ? 0 : reader * 100;
				all.add(CompletableFuture.supplyAsync(() -> {
					try {
						return facts(source.openStream(from == 0 ? null : new GlobalSequenceTrackingToken(from - 1)), FACTS - from);
					} catch (InterruptedException e) {
						throw new IllegalStateException(e);
					}
				}, threads));
			}
			for (int number = 0; number < FACTS; number++) {
				append(number);
				source.wake();
			}
			for (int reader = 0; reader < READERS; reader++) {
				assertThat(all.get(reader).get()).isEqualTo(expected(reader % 2 == 0 ? 0 : reader * 100));
			}
		}
		BlockingStream<TrackedEventMessage<?>> late = source.openStream(null);
		assertThat(facts(late, FACTS)).as("long after the others").isEqualTo(expected(0));
	}

	@Test
	void the_log_is_read_once_for_all() throws Exception {
		List<BlockingStream<TrackedEventMessage<?>>> all = IntStream.range(0, READERS).<BlockingStream<TrackedEventMessage<?>>>mapToObj(reader -> source.openStream(null)).toList();
		append(0);
		source.wake();
		for (BlockingStream<TrackedEventMessage<?>> each : all) {
			assertThat(facts(each, 1)).containsExactly("fact 0");
		}
		assertThat(reads).hasValue(1);
		append(1);
		source.wake();
		for (BlockingStream<TrackedEventMessage<?>> each : all) {
			assertThat(facts(each, 1)).containsExactly("fact 1");
		}
		assertThat(reads).hasValue(2);
	}
}
