package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.store.OrderHarness.Outcome;
import nl.ontwikkelagenda.app.store.OrderHarness.Plan;
import nl.ontwikkelagenda.app.store.OrderHarness.Reader;
import nl.ontwikkelagenda.app.store.OrderHarness.Seen;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every reader sees every committed event once, in index order; and the same harness finds the loss as soon as one part of the guard is taken away.
 * The long run belongs to the profile {@code nightly}.
 */
@BesideOthers
class OrderTest {

	private static final Logger LOG = LoggerFactory.getLogger(OrderTest.class);
	private static final Duration PATIENCE = Duration.ofMillis(200);

	@Test
	void everyReaderSeesEveryCommittedEventOnceInIndexOrder() throws Exception {
		everyReaderSeesEveryCommittedEventOnceInIndexOrder(50_000);
	}

	@Test
	@Tag("nightly")
	void alsoOfAMillion() throws Exception {
		everyReaderSeesEveryCommittedEventOnceInIndexOrder(Integer.getInteger("order.events", 1_000_000));
	}

	private static void everyReaderSeesEveryCommittedEventOnceInIndexOrder(int count) throws Exception {
		try (StoreFixture store = new StoreFixture(PATIENCE)) {
			EmbeddedEventStore events = EmbeddedEventStore.builder().storageEngine(store.engine).fetchDelay(20).build();
			Map<String, Reader> readers = new LinkedHashMap<>();
			readers.put("event log, large steps", fromLog(store, 1_000));
			readers.put("event log, small steps", fromLog(store, 7));
			readers.put("engine", fromEngine(store.engine, OrderTest::index));
			readers.put("stream", fromStream(events.openStream(null)));
			readers.put("second stream", fromStream(events.openStream(null)));

			Outcome outcome = new OrderHarness(store, new Plan(count, 16, Duration.ofSeconds(5)), readers).run();
			events.shutDown();
			LOG.info("{}", outcome);

			assertThat(outcome.committed()).isGreaterThan(count / 10 * 9);
			assertThat(outcome.highest()).as("some appends were rolled back").isGreaterThan(outcome.committed());
			assertThat(outcome.readers().values()).containsOnly(new Seen(0, 0, 0));
			assertThat(outcome.committedBesides()).as("one append left open for 5 s stops nobody else").isGreaterThan(1_000);
			assertThat(outcome.longestAppend()).as("nobody waited for the one left open").isLessThan(Duration.ofSeconds(4));
			assertThat(store.log.safePosition()).isEqualTo(outcome.highest());
		}
	}

	@Test
	void theHarnessFindsWhatTheStockEngineLoses() throws Exception {
		try (StoreFixture store = new StoreFixture(PATIENCE)) {
			StockEngine stock = new StockEngine(store);
			Outcome outcome = new OrderHarness(store, new Plan(5_000, 16, Duration.ZERO), Map.of("stock", fromEngine(stock, event -> stock.indexOf(event.getIdentifier())))).run();
			LOG.info("{}", outcome);
			assertThat(outcome.readers().values()).singleElement().satisfies(seen -> assertThat(seen.missed()).isPositive());
		}
	}

	@Test
	void theHarnessFindsWhatIsLostWhenTheSequenceKeepsValuesBack() throws Exception {
		try (StoreFixture store = new StoreFixture(PATIENCE)) {
			JdbcClient.create(store.database.owner()).sql("alter sequence log.domain_event_global_index_seq cache 20").update();
			Outcome outcome = new OrderHarness(store, new Plan(5_000, 16, Duration.ZERO), Map.of("event log", fromLog(store, 1_000))).run();
			LOG.info("{}", outcome);
			assertThat(outcome.readers().values()).singleElement().satisfies(seen -> assertThat(seen.missed()).isPositive());
		}
	}

	@Test
	void theHarnessFindsWhatIsLostWithoutTheLock() throws Exception {
		try (StoreFixture store = new StoreFixture(PATIENCE)) {
			JdbcClient.create(store.database.owner()).sql("alter table log.domain_event disable trigger note_append").update();
			Outcome outcome = new OrderHarness(store, new Plan(5_000, 16, Duration.ZERO), Map.of("event log", fromLog(store, 1_000))).run();
			LOG.info("{}", outcome);
			assertThat(outcome.readers().values()).singleElement().satisfies(seen -> assertThat(seen.missed()).isPositive());
		}
	}

	private static Reader fromLog(StoreFixture store, int limit) {
		long[] position = new long[1];
		return () -> {
			store.log.awaitNews(position[0], Duration.ofMillis(50));
			List<Long> next = store.log.readAfter(position[0], limit).stream().map(entry -> entry.when().position()).toList();
			position[0] = next.isEmpty() ? position[0] : next.getLast();
			return next;
		};
	}

	private static Reader fromEngine(EventStorageEngine engine, ToLongFunction<TrackedEventMessage<?>> index) {
		AtomicReference<TrackingToken> token = new AtomicReference<>();
		return () -> {
			List<Long> next = new ArrayList<>();
			try (var events = engine.readEvents(token.get(), false)) {
				events.forEach(event -> {
					token.set(event.trackingToken());
					next.add(index.applyAsLong(event));
				});
			}
			return next;
		};
	}

	private static Reader fromStream(BlockingStream<TrackedEventMessage<?>> stream) {
		return () -> {
			List<Long> next = new ArrayList<>();
			while (stream.hasNextAvailable(next.isEmpty() ? 50 : 0, TimeUnit.MILLISECONDS)) {
				next.add(index(stream.nextAvailable()));
			}
			return next;
		};
	}

	private static long index(TrackedEventMessage<?> event) {
		return event.trackingToken().position().orElseThrow();
	}
}
