package nl.ontwikkelagenda.app.axonserver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

import javax.sql.DataSource;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import nl.ontwikkelagenda.app.store.JdbcRecordedEvents;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.MerkleTree;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies the log from PostgreSQL to Axon Server, or back, while no application runs. Every position stays what it was. What was copied by a run that broke off is compared and gone on
 * from; at the end both logs are read from beginning to end and must have the same Merkle root.
 */
public final class Migration {

	private static final int AT_ONCE = 200;
	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String READ = "select event.global_index, " + JdbcRecordedEvents.COLUMNS
			+ " from log.domain_event event where event.global_index > ? order by event.global_index limit ?";

	private static final String INSERT = """
			insert into log.domain_event (global_index, event_identifier, aggregate_identifier, aggregate_type, sequence_number, payload_type, payload_revision, time_stamp, payload, meta_data)
			overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""";

	/**
	 * What came of it.
	 *
	 * @param root of both logs
	 */
	public record Result(long copied, long events, Hash root) {
	}

	/** It can not be done; one Dutch sentence says why. */
	public static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Refused(String sentence) {
			super(sentence);
		}
	}

	/** Reads one of the two logs. */
	@FunctionalInterface
	private interface Reader {
		List<Placed> readAfter(long position, int limit) throws SQLException;
	}

	private final DataSource owner;
	private final ServerLog server;

	/** @param owner connections of the account that owns the database */
	Migration(DataSource owner, ServerLog server) {
		this.owner = owner;
		this.server = server;
	}

	/** @param progress hears how many events were copied */
	public Result toServer(LongConsumer progress) throws SQLException {
		try (Connection connection = alone()) {
			long there = server.size();
			Reader database = (position, limit) -> read(connection, position, limit);
			long from = requireSameBeginning(database, new ServerRecordedEvents(server)::readAfter, there, "PostgreSQL", "Axon Server");
			long copied = copyToServer(connection, from, there, progress);
			return proven(connection, copied);
		}
	}

	private long copyToServer(Connection connection, long from, long token, LongConsumer progress) throws SQLException {
		long copied = 0;
		long shift = token == 0 ? 0 : from - token;
		long at = from;
		for (List<Placed> events = read(connection, at, AT_ONCE); !events.isEmpty(); events = read(connection, at, AT_ONCE)) {
			for (int i = 0; i < events.size(); i++) {
				long first = token + copied + i;
				long now = events.get(i).position() - first - 1;
				if (now != shift) {
					shift = now;
					place(connection, first, shift);
				}
			}
			server.append(events.stream().map(placed -> asEvent(placed.event())).toList());
			copied += events.size();
			at = events.getLast().position();
			progress.accept(copied);
		}
		return copied;
	}

	private static void place(Connection connection, long firstToken, long shift) throws SQLException {
		try (PreparedStatement statement = connection
				.prepareStatement("insert into log.server_place (first_token, shift) values (?, ?) on conflict (first_token) do update set shift = excluded.shift")) {
			statement.setLong(1, firstToken);
			statement.setLong(2, shift);
			statement.executeUpdate();
		}
	}

	/** @param progress hears how many events were copied */
	public Result toDatabase(LongConsumer progress) throws SQLException {
		try (Connection connection = alone()) {
			long there = count(connection);
			Reader database = (position, limit) -> read(connection, position, limit);
			long at = requireSameBeginning(new ServerRecordedEvents(server)::readAfter, database, there, "Axon Server", "PostgreSQL");
			long copied = 0;
			ServerRecordedEvents log = new ServerRecordedEvents(server);
			for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty(); events = log.readAfter(at, AT_ONCE)) {
				insert(connection, events);
				copied += events.size();
				at = events.getLast().position();
				progress.accept(copied);
			}
			execute(connection,
					"select setval(pg_get_serial_sequence('log.domain_event', 'global_index'), greatest(max(global_index), 1), max(global_index) is not null) from log.domain_event");
			return proven(connection, copied);
		}
	}

	private static void insert(Connection connection, List<Placed> events) throws SQLException {
		connection.setAutoCommit(false);
		execute(connection, "set local ontwikkelagenda.append_timeouts = 'off'");
		try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
			for (Placed placed : events) {
				RecordedEvent event = placed.event();
				statement.setLong(1, placed.position());
				statement.setObject(2, UUID.fromString(event.eventId()));
				statement.setString(3, event.aggregateId());
				statement.setString(4, event.aggregateType());
				statement.setLong(5, event.sequence());
				statement.setString(6, event.type());
				statement.setString(7, event.revision());
				statement.setObject(8, event.recordedAt().atOffset(ZoneOffset.UTC));
				statement.setObject(9, event.payload(), Types.OTHER);
				statement.setObject(10, event.metadata(), Types.OTHER);
				statement.addBatch();
			}
			statement.executeBatch();
		}
		connection.commit();
		connection.setAutoCommit(true);
	}

	/** The target must hold nothing else than the beginning of the source; answers up to which position. */
	private static long requireSameBeginning(Reader source, Reader target, long there, String from, String to) throws SQLException {
		long inSource = 0;
		long inTarget = 0;
		for (long done = 0; done < there;) {
			int some = (int) Math.min(AT_ONCE, there - done);
			List<Placed> wanted = source.readAfter(inSource, some);
			List<Placed> found = target.readAfter(inTarget, some);
			if (wanted.size() < some || found.size() < some) {
				throw new Refused("In " + to + " staan " + there + " feiten, meer dan in " + from + "; er is niets gekopieerd.");
			}
			for (int i = 0; i < some; i++) {
				if (!wanted.get(i).event().eventId().equals(found.get(i).event().eventId())) {
					throw new Refused("In " + to + " staat een ander logboek dan in " + from + ": feit " + (done + i + 1) + " is niet hetzelfde; er is niets gekopieerd.");
				}
			}
			inSource = wanted.getLast().position();
			inTarget = found.getLast().position();
			done += some;
		}
		return inSource;
	}

	private Result proven(Connection connection, long copied) throws SQLException {
		ServerLog anew = server.withNewPlaces();
		MerkleTree ofDatabase = tree((position, limit) -> read(connection, position, limit));
		MerkleTree ofServer = tree(new ServerRecordedEvents(anew)::readAfter);
		if (ofDatabase.size() != ofServer.size() || !ofDatabase.root().equals(ofServer.root())) {
			throw new Refused("De logboeken in PostgreSQL (" + ofDatabase.size() + " feiten) en Axon Server (" + ofServer.size()
					+ " feiten) zijn niet gelijk; gebruik het nieuwe logboek niet.");
		}
		return new Result(copied, ofServer.size(), ofServer.root());
	}

	private static MerkleTree tree(Reader log) throws SQLException {
		MerkleTree tree = new MerkleTree();
		long at = 0;
		for (List<Placed> events = log.readAfter(at, AT_ONCE); !events.isEmpty(); events = log.readAfter(at, AT_ONCE)) {
			events.forEach(placed -> tree.add(placed.event().leaf(tree.size())));
			at = events.getLast().position();
		}
		return tree;
	}

	/** A connection that holds what a running application holds. */
	private Connection alone() throws SQLException {
		Connection connection = owner.getConnection();
		try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
			statement.setLong(1, ReadModelEngine.CLAIM);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				if (row.getBoolean(1)) {
					return connection;
				}
			}
		}
		connection.close();
		throw new Refused("De applicatie draait nog; stop alle instanties en begin opnieuw.");
	}

	private static List<Placed> read(Connection connection, long position, int limit) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(READ)) {
			statement.setLong(1, position);
			statement.setInt(2, limit);
			List<Placed> events = new ArrayList<>();
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					events.add(new Placed(row.getLong(1), JdbcRecordedEvents.event(row)));
				}
			}
			return events;
		}
	}

	private static long count(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select count(*) from log.domain_event"); ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.execute();
		}
	}

	/** What belongs to no aggregate is told by its own id in PostgreSQL. */
	private static Event asEvent(RecordedEvent event) {
		Event.Builder stored = Event.newBuilder().setMessageIdentifier(event.eventId()).setTimestamp(event.recordedAt().toEpochMilli()).setPayload(SerializedObject.newBuilder()
				.setType(event.type()).setRevision(event.revision() == null ? "" : event.revision()).setData(ByteString.copyFromUtf8(event.payload())));
		if (event.aggregateType() != null) {
			stored.setAggregateIdentifier(event.aggregateId()).setAggregateType(event.aggregateType()).setAggregateSequenceNumber(event.sequence());
		}
		JSON.readTree(event.metadata()).properties()
				.forEach(value -> stored.putMetaData(value.getKey(), MetaDataValue.newBuilder().setTextValue(value.getValue().asString()).build()));
		return stored.build();
	}
}
