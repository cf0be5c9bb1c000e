package nl.ontwikkelagenda.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The log in PostgreSQL, in one order that is the same for every reader: nobody is shown an event while one before it may still appear. Tokens are plain
 * positions, and every question about how far the log is gets the same {@link #safePosition() safe position}.
 */
public class OrderedEventStorageEngine extends JdbcEventStorageEngine {

	/** Key of the root unit of work's resource that holds the highest position appended in it, a {@link Long}. */
	public static final String APPENDED_UP_TO = OrderedEventStorageEngine.class.getName() + ".appendedUpTo";

	private static final EventSchema SCHEMA = EventSchema.builder().eventTable("log.domain_event").snapshotTable("log.snapshot_event").globalIndexColumn("global_index")
			.eventIdentifierColumn("event_identifier").aggregateIdentifierColumn("aggregate_identifier").sequenceNumberColumn("sequence_number").typeColumn("aggregate_type")
			.timestampColumn("time_stamp").payloadTypeColumn("payload_type").payloadRevisionColumn("payload_revision").payloadColumn("payload").metaDataColumn("meta_data").build();

	private static final String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp";
	private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";
	private static final int ROWS_PER_STATEMENT = 500;
	private static final int BATCH = 1_000;

	/** SQL states of a time-out, of a lost connection and of a server that stops. */
	private static final Set<String> UNAVAILABLE = Set.of("55P03", "57014", "25P03", "25P04", "57P01", "57P02", "57P03", "53300");

	/** Two transactions in each other's way: as with a duplicate, deciding again makes sense. */
	private static final Set<String> COLLISION = Set.of("40001", "40P01");

	private final TransactionManager transactions;
	private final OrderGuard guard;
	private final CommitBell bell;

	/**
	 * @param connections takes part in the transaction of {@code transactions}, which commits appends
	 * @param patience    how long one read may wait for appends in flight
	 */
	public OrderedEventStorageEngine(DataSource dataSource, TransactionManager transactions, ConnectionProvider connections, EventSerializer events, Serializer general,
			EventUpcaster upcasters, Duration patience) {
		super(builder().schema(SCHEMA).dataType(String.class).batchSize(BATCH).transactionManager(transactions).connectionProvider(connections).eventSerializer(events)
				.snapshotSerializer(general).upcasterChain(upcasters).persistenceExceptionResolver(new SQLStateResolver("23505")));
		this.transactions = transactions;
		this.guard = new OrderGuard(dataSource, patience);
		this.bell = new CommitBell();
	}

	OrderGuard guard() {
		return guard;
	}

	CommitBell bell() {
		return bell;
	}

	/** The highest position at or below which no event can still appear. */
	public long safePosition() {
		return guard.safePosition();
	}

	/** Where the fact with this id is; empty when there is none. */
	OptionalLong positionOf(UUID eventId) {
		return transactions.fetchInTransaction(() -> {
			try (Connection connection = getConnection();
					PreparedStatement statement = connection.prepareStatement("select global_index from log.domain_event where event_identifier = ?")) {
				statement.setObject(1, eventId);
				try (ResultSet row = statement.executeQuery()) {
					return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
				}
			} catch (SQLException e) {
				throw new EventStoreException("The place of a fact could not be found.", e);
			}
		});
	}

	@Override
	protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
		if (events.isEmpty()) {
			return;
		}
		transactions.executeInTransaction(() -> {
			try (Connection connection = getConnection()) {
				appended(insert(connection, events, serializer));
			} catch (SQLException e) {
				throw refusal(e, events.getFirst());
			}
		});
	}

	/** In few statements, whatever the number of events; answers the highest position. */
	private long insert(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
		long highest = 0;
		for (int from = 0; from < events.size(); from += ROWS_PER_STATEMENT) {
			var some = events.subList(from, Math.min(from + ROWS_PER_STATEMENT, events.size()));
			String sql = "insert into log.domain_event (" + COLUMNS + ") values " + ROW + (", " + ROW).repeat(some.size() - 1) + " returning global_index";
			boolean last = from + some.size() == events.size();
			RowBeside beside = last && CurrentUnitOfWork.isStarted() ? RowBeside.takenFrom(CurrentUnitOfWork.get()) : null;
			try (PreparedStatement statement = connection.prepareStatement(beside == null ? sql : beside.beside(sql))) {
				int parameter = 0;
				for (EventMessage<?> event : some) {
					parameter = write(statement, parameter, asDomainEvent(event), serializer);
				}
				if (beside != null) {
					beside.write(statement, parameter);
				}
				try (ResultSet row = statement.executeQuery()) {
					while (row.next()) {
						highest = Math.max(highest, row.getLong(1));
					}
				}
			}
			if (beside != null) {
				beside.writtenAt(highest);
			}
		}
		return highest;
	}

	private static int write(PreparedStatement statement, int before, DomainEventMessage<?> event, Serializer serializer) throws SQLException {
		SerializedObject<String> payload = event.serializePayload(serializer, String.class);
		SerializedObject<String> metaData = event.serializeMetaData(serializer, String.class);
		int parameter = before;
		statement.setObject(++parameter, UUID.fromString(event.getIdentifier()));
		statement.setString(++parameter, event.getAggregateIdentifier());
		statement.setLong(++parameter, event.getSequenceNumber());
		statement.setString(++parameter, event.getType());
		statement.setString(++parameter, payload.getType().getName());
		statement.setString(++parameter, payload.getType().getRevision());
		statement.setObject(++parameter, payload.getData(), Types.OTHER);
		statement.setObject(++parameter, metaData.getData(), Types.OTHER);
		statement.setObject(++parameter, OffsetDateTime.ofInstant(event.getTimestamp().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
		return parameter;
	}

	/** What belongs to no aggregate is an aggregate of its own, known by the event's id. */
	private static DomainEventMessage<?> asDomainEvent(EventMessage<?> event) {
		return event instanceof DomainEventMessage<?> domainEvent
				? domainEvent
				: new GenericDomainEventMessage<>(null, event.getIdentifier(), 0L, event, event::getTimestamp);
	}

	private void appended(long highest) {
		if (CurrentUnitOfWork.isStarted()) {
			CurrentUnitOfWork.get().root().resources().merge(APPENDED_UP_TO, highest, (before, now) -> Math.max((Long) before, (Long) now));
		}
		if (TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					bell.ring();
				}
			});
		} else {
			bell.ring();
		}
	}

	private RuntimeException refusal(SQLException e, EventMessage<?> event) {
		String state = e.getSQLState() == null ? "" : e.getSQLState();
		if (UNAVAILABLE.contains(state) || state.startsWith("08")) {
			return new LogUnavailable("The log could not take the events now: " + e.getMessage(), e);
		}
		if (COLLISION.contains(state)) {
			return new ConcurrencyException("Another transaction was in the way: " + e.getMessage(), e);
		}
		try {
			handlePersistenceException(e, event);
			return new EventStoreException("The events could not be stored: " + e.getMessage(), e);
		} catch (RuntimeException translated) {
			return translated;
		}
	}

	@Override
	protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
		String sql = "insert into log.snapshot_event (" + COLUMNS + ") values " + ROW + """
				 on conflict (aggregate_identifier) do update set (event_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp)
				= (excluded.event_identifier, excluded.sequence_number, excluded.aggregate_type, excluded.payload_type, excluded.payload_revision, excluded.payload,
				excluded.meta_data, excluded.time_stamp) where snapshot_event.sequence_number < excluded.sequence_number""";
		transactions.executeInTransaction(() -> {
			try (Connection connection = getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
				write(statement, 0, snapshot, serializer);
				statement.executeUpdate();
			} catch (SQLException e) {
				throw refusal(e, snapshot);
			}
		});
	}

	@Override
	protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
		long after = lastToken == null ? 0 : lastToken.position().orElseThrow(() -> new EventStoreException("This token has no position: " + lastToken));
		return guard.readAfter(after, batchSize, COLUMNS, this::tracked);
	}

	private TrackedEventData<?> tracked(ResultSet row, long position) throws SQLException {
		String event = row.getString("event_identifier");
		String aggregate = row.getString("aggregate_identifier");
		return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(position),
				new GenericDomainEventEntry<>(row.getString("aggregate_type"), event.equals(aggregate) ? null : aggregate, row.getLong("sequence_number"), event,
						readTimeStamp(row, "time_stamp"), row.getString("payload_type"), row.getString("payload_revision"), this.<String>readPayload(row, "payload"),
						this.<String>readPayload(row, "meta_data")));
	}

	@Override
	public TrackingToken createTailToken() {
		return new GlobalSequenceTrackingToken(0);
	}

	@Override
	public TrackingToken createHeadToken() {
		return new GlobalSequenceTrackingToken(safePosition());
	}

	/** Just before the first event recorded at or after {@code moment}, or at the head when there is none; never past an append in flight. */
	@Override
	public TrackingToken createTokenAt(Instant moment) {
		long safe = safePosition();
		return transactions.fetchInTransaction(() -> {
			try (Connection connection = getConnection();
					PreparedStatement statement = connection.prepareStatement("select min(global_index) - 1 from log.domain_event where time_stamp >= ? and global_index <= ?")) {
				statement.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
				statement.setLong(2, safe);
				try (ResultSet row = statement.executeQuery()) {
					row.next();
					long before = row.getLong(1);
					return new GlobalSequenceTrackingToken(row.wasNull() ? safe : before);
				}
			} catch (SQLException e) {
				throw new EventStoreException("No token could be made at " + moment + ".", e);
			}
		});
	}

	/** An aggregate's sequence numbers have no holes, so a batch that is not full is the last. */
	@Override
	protected boolean fetchForAggregateUntilEmpty() {
		return false;
	}

	@Override
	protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	@Override
	@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
	protected <T> T readPayload(ResultSet row, String column) throws SQLException {
		return (T) row.getString(column);
	}
}
