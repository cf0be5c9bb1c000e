package nl.ontwikkelagenda.app.store;

import static nl.ontwikkelagenda.app.store.StoreFixture.event;
import static nl.ontwikkelagenda.app.store.StoreFixture.newAggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

@BesideOthers
@Timeout(60)
class OrderedEventStorageEngineTest {

	private final StoreFixture store = new StoreFixture(Duration.ofMillis(300));
	private final JdbcClient owner = JdbcClient.create(store.database.owner());
	private final RecordingClock clock = new RecordingClock(true);

	@BeforeEach
	void useOurClock() {
		GenericEventMessage.clock = clock;
	}

	@AfterEach
	void close() {
		store.close();
		clock.runAgain();
	}

	@Test
	void whatIsAppendedIsReadBackTheSame() {
		clock.standAt(Instant.parse("2018-09-24T14:00:00.123456Z"));
		String aggregate = newAggregate();
		var appended = event(aggregate, 0);
		store.engine.appendEvents(List.of(appended, event(aggregate, 1)));

		var ofAggregate = store.engine.readEvents(aggregate, 0).asStream().toList();
		assertThat(ofAggregate).hasSize(2);
		assertThat(ofAggregate.getFirst().getPayload()).isEqualTo(appended.getPayload());
		assertThat(ofAggregate.getFirst().getIdentifier()).isEqualTo(appended.getIdentifier());
		assertThat(ofAggregate.getFirst().getTimestamp()).isEqualTo("2018-09-24T14:00:00.123Z");
		assertThat(ofAggregate.getFirst().getMetaData()).isEqualTo(appended.getMetaData());

		List<? extends TrackedEventMessage<?>> tracked = store.engine.readEvents(null, false).toList();
		assertThat(tracked).extracting(event -> event.trackingToken().position().orElseThrow()).containsExactly(1L, 2L);

		List<EventLog.Entry> entries = store.log.readAfter(0, 10);
		assertThat(entries.getFirst().event()).isEqualTo(appended.getPayload());
		assertThat(entries.getFirst().aggregate()).isEqualTo(aggregate);
		assertThat(entries.getFirst().when().at()).isEqualTo("2018-09-24T14:00:00.123Z");
		assertThat(entries.getFirst().when().by().toString()).isEqualTo(StoreFixture.ACTOR);
		assertThat(entries).extracting(entry -> entry.when().position()).containsExactly(1L, 2L);
		assertThat(entries).extracting(entry -> entry.when().sequence()).containsExactly(0L, 1L);
		assertThat(owner.sql("select payload_type from log.domain_event where global_index = 1").query(String.class).single()).isEqualTo("agenda.RightWithdrawn");
		assertThat(owner.sql("select payload ->> 'withdrawnOn' from log.domain_event where global_index = 1").query(String.class).single()).isEqualTo("2018-09-24");
	}

	@Test
	void aThousandEventsOfOneCommandAreAppendedInOrder() {
		String aggregate = newAggregate();
		store.engine.appendEvents(LongStream.range(0, 1_234).mapToObj(sequence -> event(aggregate, sequence)).toList());
		assertThat(store.engine.readEvents(aggregate, 0).asStream()).hasSize(1_234);
		assertThat(store.log.readAfter(0, 2_000)).allSatisfy(entry -> assertThat(entry.when().position()).isEqualTo(entry.when().sequence() + 1)).hasSize(1_234);
	}

	@Test
	void theHighestPositionIsLeftInTheRootUnitOfWork() {
		DefaultUnitOfWork<EventMessage<?>> root = DefaultUnitOfWork.startAndGet(event(newAggregate(), 0));
		DefaultUnitOfWork<EventMessage<?>> nested = DefaultUnitOfWork.startAndGet(event(newAggregate(), 0));
		store.engine.appendEvents(List.of(event(newAggregate(), 0), event(newAggregate(), 0)));
		nested.commit();
		assertThat(root.<Long>getResource(OrderedEventStorageEngine.APPENDED_UP_TO)).isEqualTo(2);
		store.engine.appendEvents(List.of(event(newAggregate(), 0)));
		assertThat(root.<Long>getResource(OrderedEventStorageEngine.APPENDED_UP_TO)).isEqualTo(3);
		root.rollback();
	}

	@Test
	void theSamePlaceInAnAggregateIsTakenOnce() {
		String aggregate = newAggregate();
		store.engine.appendEvents(List.of(event(aggregate, 0), event(aggregate, 1)));
		assertThatThrownBy(() -> store.engine.appendEvents(List.of(event(aggregate, 1)))).isInstanceOf(ConcurrencyException.class);
		assertThatThrownBy(() -> store.engine.appendEvents(List.of(event(aggregate, 0)))).isInstanceOf(AggregateStreamCreationException.class);
		assertThat(store.log.readAfter(0, 10)).hasSize(2);
	}

	@Test
	void anAppendWithoutActorIsRefused() {
		var nobody = new GenericDomainEventMessage<>("Partnership", newAggregate(), 0, event("", 0).getPayload(), Map.of());
		assertThatThrownBy(() -> store.engine.appendEvents(List.of(nobody))).hasMessageContaining("a_fact_tells_who_recorded_it");
	}

	@Test
	void theLockIsTakenBeforeTheFirstIndexIsDrawn() throws Exception {
		try (Connection maintenance = store.database.owner().getConnection()) {
			maintenance.setAutoCommit(false);
			execute(maintenance, "select pg_advisory_xact_lock(" + OrderGuard.LOCK + ")");
			var append = CompletableFuture.runAsync(() -> store.engine.appendEvents(List.of(event(newAggregate(), 0), event(newAggregate(), 0))));
			while (owner.sql("select count(*) from pg_locks where locktype = 'advisory' and objid = " + OrderGuard.LOCK + " and not granted").query(Long.class).single() == 0) {
				Thread.sleep(5);
			}
			assertThat(owner.sql("select is_called from log.domain_event_global_index_seq").query(Boolean.class).single()).as("an index was drawn before the lock").isFalse();
			maintenance.rollback();
			append.get(10, TimeUnit.SECONDS);
			assertThat(owner.sql("select last_value from log.domain_event_global_index_seq").query(Long.class).single()).isEqualTo(2);
		}
	}

	@Test
	void aReaderStopsBeforeAnAppendInFlightAndNeverPassesIt() throws Exception {
		store.engine.appendEvents(List.of(event(newAggregate(), 0)));
		try (Connection open = store.dataSource.getConnection()) {
			open.setAutoCommit(false);
			insert(open);
			store.engine.appendEvents(List.of(event(newAggregate(), 0)));

			assertThat(positions(0)).containsExactly(1L);
			long started = System.nanoTime();
			assertThat(positions(1)).as("nothing before the gap, so it waits, and then still does not pass it").isEmpty();
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofMillis(250), Duration.ofSeconds(5));
			assertThat(store.engine.readEvents(new GlobalSequenceTrackingToken(1), false)).isEmpty();
			assertThat(store.log.safePosition()).isEqualTo(1);
			assertThat(store.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
			assertThat(store.engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
			assertThat(store.engine.createTokenAt(Instant.now().plusSeconds(3_600))).isEqualTo(new GlobalSequenceTrackingToken(1));
			open.commit();
		}
		assertThat(positions(1)).containsExactly(2L, 3L);
		assertThat(store.log.safePosition()).isEqualTo(3);
		assertThat(store.engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
	}

	@Test
	void whatWasRolledBackHoldsNobodyUp() throws Exception {
		try (Connection open = store.dataSource.getConnection()) {
			open.setAutoCommit(false);
			insert(open);
			store.engine.appendEvents(List.of(event(newAggregate(), 0)));
			var reading = CompletableFuture.supplyAsync(() -> positions(0));
			Thread.sleep(50);
			open.rollback();
			assertThat(reading.get(10, TimeUnit.SECONDS)).containsExactly(2L);
		}
		assertThat(store.log.safePosition()).isEqualTo(2);
	}

	@Test
	void anAppendThatStartsLaterIsNotWaitedFor() throws Exception {
		try (Connection earlier = store.dataSource.getConnection(); Connection later = store.dataSource.getConnection()) {
			earlier.setAutoCommit(false);
			later.setAutoCommit(false);
			insert(earlier);
			store.engine.appendEvents(List.of(event(newAggregate(), 0)));
			var reading = CompletableFuture.supplyAsync(() -> positions(0));
			Thread.sleep(50);
			insert(later);
			earlier.commit();
			assertThat(reading.get(10, TimeUnit.SECONDS)).startsWith(1L, 2L);
			later.rollback();
		}
	}

	@Test
	void newsWakesAWaitingReader() throws Exception {
		var waiting = CompletableFuture.runAsync(() -> {
			try {
				store.log.awaitNews(0, Duration.ofSeconds(30));
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		Thread.sleep(50);
		assertThat(waiting).isNotDone();
		store.transactions.executeWithoutResult(transaction -> {
			store.engine.appendEvents(List.of(event(newAggregate(), 0)));
			assertThat(store.engine.bell().count()).as("not before the commit").isZero();
		});
		waiting.get(2, TimeUnit.SECONDS);
		store.log.awaitNews(0, Duration.ofSeconds(30));
		long started = System.nanoTime();
		store.log.awaitNews(1, Duration.ofMillis(150));
		assertThat(System.nanoTime() - started).isGreaterThan(Duration.ofMillis(140).toNanos());
	}

	@Test
	void whatAnotherInstanceCommittedIsSeenSoon() throws Exception {
		var waiting = CompletableFuture.runAsync(() -> {
			try {
				store.log.awaitNews(0, Duration.ofSeconds(30));
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		try (Connection other = store.dataSource.getConnection()) {
			insert(other);
		}
		waiting.get(2, TimeUnit.SECONDS);
	}

	@Test
	void anAppendThatMustWaitTooLongSaysThatTheLogIsUnavailable() throws Exception {
		String aggregate = newAggregate();
		try (Connection open = store.dataSource.getConnection()) {
			open.setAutoCommit(false);
			insert(open, aggregate);
			long started = System.nanoTime();
			assertThatThrownBy(() -> store.engine.appendEvents(List.of(event(aggregate, 0)))).isInstanceOf(LogUnavailable.class);
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(12));
			open.rollback();
		}
	}

	@Test
	void theApplicationsAccountCanOnlyAddEvents() {
		store.engine.appendEvents(List.of(event(newAggregate(), 0)));
		JdbcClient application = JdbcClient.create(store.dataSource);
		for (String forbidden : List.of("update log.domain_event set payload = '{}'", "delete from log.domain_event", "truncate log.domain_event", "drop table log.domain_event",
				"alter table log.domain_event disable trigger note_append", "select setval('log.domain_event_global_index_seq', 1)",
				"insert into log.domain_event (global_index, event_identifier, aggregate_identifier, sequence_number, payload_type, payload, meta_data, time_stamp)"
						+ " overriding system value values (99, uuidv7(), 'x', 0, 'x', '{}', '{\"actor\": \"job:x\"}', '2018-09-24')")) {
			assertThatThrownBy(() -> application.sql(forbidden).update()).as(forbidden)
					.hasRootCauseInstanceOf(SQLException.class).rootCause().extracting(cause -> ((SQLException) cause).getSQLState()).isEqualTo("42501");
		}
		assertThat(store.log.readAfter(0, 10)).hasSize(1);
	}

	@Test
	void aSnapshotIsReplacedByANewerOneOnly() {
		String aggregate = newAggregate();
		for (long sequence : new long[] {3, 7, 5}) {
			store.engine.storeSnapshot(new GenericDomainEventMessage<>("Partnership", aggregate, sequence, Map.of("sequence", sequence)));
		}
		assertThat(store.engine.readSnapshot(aggregate)).hasValueSatisfying(snapshot -> assertThat(snapshot.getSequenceNumber()).isEqualTo(7));
	}

	@Test
	void anUnknownTypeOfEventIsNotSkipped() {
		owner.sql("insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type, payload, meta_data, time_stamp)"
				+ " values (uuidv7(), 'x', 0, 'agenda.NeverHeardOf', '{}', '{\"actor\": \"job:x\"}', '2018-09-24')").update();
		assertThatThrownBy(() -> store.log.readAfter(0, 10)).hasMessageContaining("position 1");
	}

	@Test
	void unknownPropertiesOfAnEventAreSkipped() {
		owner.sql("insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type, payload, meta_data, time_stamp)"
				+ " values (uuidv7(), 'x', 0, 'agenda.RightWithdrawn', '{\"withdrawnOn\": \"2018-09-24\", \"later\": {\"a\": [1]}}', '{\"actor\": \"job:x\"}', '2018-09-24')")
				.update();
		assertThat(store.log.readAfter(0, 10)).singleElement().extracting(EventLog.Entry::event)
				.satisfies(happened -> assertThat(((RightWithdrawn) happened).withdrawnOn()).isEqualTo(LocalDate.of(2018, 9, 24)));
	}

	private List<Long> positions(long after) {
		return store.log.readAfter(after, 100).stream().map(entry -> entry.when().position()).toList();
	}

	private static void insert(Connection connection) throws SQLException {
		insert(connection, newAggregate());
	}

	/** Stays in flight for as long as the test needs: a machine that stands still for a while must not end it. */
	private static void insert(Connection connection, String aggregate) throws SQLException {
		execute(connection, "set local idle_in_transaction_session_timeout = 0");
		execute(connection,
				"insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, payload_type, payload, meta_data, time_stamp) values ('"
						+ UUID.randomUUID() + "', '" + aggregate + "', 0, 'agenda.RightWithdrawn', '{}', '{\"actor\": \"job:x\"}', '2018-09-24')");
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}
}
