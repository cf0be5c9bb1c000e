package nl.ontwikkelagenda.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;

/** The rows of the log as they are, in the one order of the {@link OrderGuard}. */
public final class JdbcRecordedEvents implements RecordedEvents {

	/** What {@link #event(ResultSet)} reads, of a table that is called {@code event}. */
	public static final String COLUMNS = "event.event_identifier, event.aggregate_identifier, event.aggregate_type, event.sequence_number, event.payload_type, "
			+ "event.payload_revision, event.time_stamp, event.payload, event.meta_data";

	private final OrderGuard guard;

	public JdbcRecordedEvents(OrderedEventStorageEngine engine) {
		this.guard = engine.guard();
	}

	@Override
	public List<Placed> readAfter(long position, int limit) {
		return guard.readAfter(position, limit, COLUMNS.replace("event.", ""), (row, place) -> new Placed(place, event(row)));
	}

	/** The event in this row. */
	public static RecordedEvent event(ResultSet row) throws SQLException {
		return new RecordedEvent(row.getString("event_identifier"), row.getString("aggregate_identifier"), row.getString("aggregate_type"), row.getLong("sequence_number"),
				row.getString("payload_type"), row.getString("payload_revision"), row.getObject("time_stamp", OffsetDateTime.class).toInstant(), row.getString("payload"),
				row.getString("meta_data"));
	}
}
