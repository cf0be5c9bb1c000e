package nl.ontwikkelagenda.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes what a batch changed in all live views: one statement per table, however many views and documents. The transaction is the caller's. */
final class Flush {

	/** Rows as columns, the way {@code unnest} takes them. */
	private static final class Columns {
		private final List<Long> generations = new ArrayList<>();
		private final List<String> ids = new ArrayList<>();
		private final List<Long> from = new ArrayList<>();
		private final List<Long> to = new ArrayList<>();
		private final List<Timestamp> at = new ArrayList<>();
		private final List<Long> sequences = new ArrayList<>();
		private final List<@Nullable Object> partnerships = new ArrayList<>();
		private final List<String> bodies = new ArrayList<>();
		private final List<String> searches = new ArrayList<>();

		void add(long generation, Version<?> version, long until) {
			generations.add(generation);
			ids.add(version.id());
			from.add(version.from());
			to.add(until);
			at.add(Timestamp.from(version.at()));
			sequences.add(version.sequence());
			partnerships.add(version.partnership());
			bodies.add(new String(version.body(), StandardCharsets.UTF_8));
			searches.add(version.search());
		}
	}

	private Flush() {
	}

	static void write(Connection connection, Collection<? extends Folding<?, ?>> views) throws SQLException {
		Columns earlier = new Columns();
		Columns current = new Columns();
		List<Long> goneGenerations = new ArrayList<>();
		List<String> goneIds = new ArrayList<>();
		for (Folding<?, ?> view : views) {
			long generation = view.generation();
			view.ended().forEach(ended -> earlier.add(generation, ended.version(), ended.to()));
			view.changed().values().forEach(version -> {
				if (version != null) {
					current.add(generation, version, 0);
				}
			});
			view.gone().forEach(id -> {
				goneGenerations.add(generation);
				goneIds.add(id);
			});
		}
		if (!earlier.ids.isEmpty()) {
			try (var statement = connection.prepareStatement("""
					insert into view.document_version (generation, id, from_position, to_position, recorded_at, sequence, partnership_id, body, search)
					select g, i, f, t, r, s, p, b::jsonb, w from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as rows (g, i, f, t, r, s, p, b, w)""")) {
				set(statement, connection, earlier, true);
				statement.executeUpdate();
			}
		}
		if (!current.ids.isEmpty()) {
			try (var statement = connection.prepareStatement("""
					insert into view.document (generation, id, from_position, recorded_at, sequence, partnership_id, body, search)
					select g, i, f, r, s, p, b::jsonb, w from unnest(?, ?, ?, ?, ?, ?, ?, ?) as rows (g, i, f, r, s, p, b, w)
					on conflict (generation, id) do update set from_position = excluded.from_position, recorded_at = excluded.recorded_at, sequence = excluded.sequence,
						partnership_id = excluded.partnership_id, body = excluded.body, search = excluded.search""")) {
				set(statement, connection, current, false);
				statement.executeUpdate();
			}
		}
		if (!goneIds.isEmpty()) {
			try (var statement = connection.prepareStatement("delete from view.document d using unnest(?, ?) as gone (g, i) where d.generation = gone.g and d.id = gone.i")) {
				statement.setArray(1, connection.createArrayOf("bigint", goneGenerations.toArray()));
				statement.setArray(2, connection.createArrayOf("text", goneIds.toArray()));
				statement.executeUpdate();
			}
		}
	}

	private static void set(PreparedStatement statement, Connection connection, Columns rows, boolean withEnd) throws SQLException {
		int i = 0;
		statement.setArray(++i, connection.createArrayOf("bigint", rows.generations.toArray()));
		statement.setArray(++i, connection.createArrayOf("text", rows.ids.toArray()));
		statement.setArray(++i, connection.createArrayOf("bigint", rows.from.toArray()));
		if (withEnd) {
			statement.setArray(++i, connection.createArrayOf("bigint", rows.to.toArray()));
		}
		statement.setArray(++i, connection.createArrayOf("timestamptz", rows.at.toArray()));
		statement.setArray(++i, connection.createArrayOf("bigint", rows.sequences.toArray()));
		statement.setArray(++i, connection.createArrayOf("uuid", rows.partnerships.toArray()));
		statement.setArray(++i, connection.createArrayOf("text", rows.bodies.toArray()));
		statement.setArray(++i, connection.createArrayOf("text", rows.searches.toArray()));
	}

	/** How far the log was read, and where its running maximum of recording times rose. */
	static void moments(Connection connection, List<EventLog.Entry> rises) throws SQLException {
		if (rises.isEmpty()) {
			return;
		}
		try (var statement = connection.prepareStatement("insert into view.moment (position, at) select * from unnest(?, ?)")) {
			statement.setArray(1, connection.createArrayOf("bigint", rises.stream().map(rise -> rise.when().position()).toArray()));
			statement.setArray(2, connection.createArrayOf("timestamptz", rises.stream().map(rise -> Timestamp.from(rise.when().at())).toArray()));
			statement.executeUpdate();
		}
	}

	/**
	 * Moves the keeper on, flushed to disk like the log: what was once shown to be there must still be shown when PostgreSQL comes back from a crash, or a command for a thing
	 * that was just made finds nothing.
	 */
	static void position(Connection connection, long position, @Nullable Instant newest) throws SQLException {
		try (var statement = connection.prepareStatement("update view.keeper set position = ?, newest = ?, beat = clock_timestamp()")) {
			statement.setLong(1, position);
			statement.setTimestamp(2, newest == null ? null : Timestamp.from(newest));
			statement.execute();
		}
	}
}
