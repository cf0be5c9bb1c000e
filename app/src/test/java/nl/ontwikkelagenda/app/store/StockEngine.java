package nl.ontwikkelagenda.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Axon's own engine with all its defaults, only taught to read our columns: the reader that the order guard is compared with. */
final class StockEngine extends JdbcEventStorageEngine {

	private final Map<String, Long> indices = new ConcurrentHashMap<>();

	StockEngine(StoreFixture store) {
		super(builder().schema(EventSchema.builder().eventTable("log.domain_event").globalIndexColumn("global_index").eventIdentifierColumn("event_identifier")
				.aggregateIdentifierColumn("aggregate_identifier").sequenceNumberColumn("sequence_number").typeColumn("aggregate_type").timestampColumn("time_stamp")
				.payloadTypeColumn("payload_type").payloadRevisionColumn("payload_revision").payloadColumn("payload").metaDataColumn("meta_data").build()).dataType(String.class)
				.transactionManager(store.axonTransactions).connectionProvider(store.connections).eventSerializer(store.serializer)
				.snapshotSerializer(EventSerializer.general()));
	}

	/** Its token tells the highest index so far, which is not the event's own when it fills a gap. */
	long indexOf(String eventIdentifier) {
		return Objects.requireNonNull(indices.get(eventIdentifier));
	}

	@Override
	protected TrackedEventData<?> getTrackedEventData(ResultSet row, GapAwareTrackingToken before) throws SQLException {
		indices.put(row.getString("event_identifier"), row.getLong("global_index"));
		return super.getTrackedEventData(row, before);
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
