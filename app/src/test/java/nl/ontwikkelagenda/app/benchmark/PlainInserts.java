package nl.ontwikkelagenda.app.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.store.TimeOrderedIds;

/** The rows of one command, inserted by plain JDBC in a transaction of their own: same columns, indexes and sizes as the log's, and as the register's when there is a key. */
final class PlainInserts {

	private final DataSource dataSource;
	private final TimeOrderedIds ids = new TimeOrderedIds();

	/** @param dataSource of an account that may make the schema {@code plain} */
	PlainInserts(DataSource dataSource) throws SQLException {
		this.dataSource = dataSource;
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create schema plain");
			statement.execute("create table plain.domain_event (like log.domain_event including all)");
			statement.execute("create table plain.idempotency (like register.idempotency including all)");
		}
	}

	void insert(String aggregate, long sequence, String payload, boolean withKey) throws SQLException {
		try (Connection connection = dataSource.getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement event = connection.prepareStatement("""
					insert into plain.domain_event (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
				UUID id = UUID.fromString(ids.generateIdentifier());
				event.setObject(1, id);
				event.setString(2, aggregate);
				event.setLong(3, sequence);
				event.setString(4, "Action");
				event.setString(5, "actions.ProgressReported");
				event.setString(6, null);
				event.setObject(7, payload, Types.OTHER);
				event.setObject(8, BulkLog.metadata(id), Types.OTHER);
				event.setObject(9, OffsetDateTime.ofInstant(Instant.now().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC));
				event.executeUpdate();
			}
			if (withKey) {
				try (PreparedStatement key = connection
						.prepareStatement("insert into plain.idempotency (actor, key, fingerprint, status, resource, position) values (?, ?, ?, ?, ?, ?)")) {
					key.setString(1, "person:" + aggregate);
					key.setString(2, UUID.randomUUID().toString());
					key.setString(3, "0".repeat(64));
					key.setInt(4, 201);
					key.setString(5, "/api/v1/actions/" + aggregate);
					key.setLong(6, sequence);
					key.executeUpdate();
				}
			}
			connection.commit();
			connection.setAutoCommit(true);
		}
	}
}
