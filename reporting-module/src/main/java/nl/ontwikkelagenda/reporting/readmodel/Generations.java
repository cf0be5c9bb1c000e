package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The rows and tables of generations. Every method leaves the transaction to its caller. */
final class Generations {

	/** Held by who drops generations. */
	private static final long SWEEP = 7_236_921_438L;

	private Generations() {
	}

	static String documents(long generation) {
		return "view.document_" + generation;
	}

	static String versions(long generation) {
		return "view.document_version_" + generation;
	}

	/** Newest first. */
	static List<ViewState> all(Connection connection) throws SQLException {
		List<ViewState> states = new ArrayList<>();
		try (var statement = connection.prepareStatement("""
				select g.name, g.version, g.mixed, g.id, g.state, g.serving, coalesce(g.position, k.position), g.error, g.switched_at, g.retired_at
				from view.generation g cross join view.keeper k order by g.id desc""");
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				states.add(new ViewState(rows.getString(1), rows.getInt(2), rows.getBoolean(3), rows.getLong(4),
						ViewState.State.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)), rows.getBoolean(6), rows.getLong(7), rows.getString(8), instant(rows, 9),
						instant(rows, 10)));
			}
		}
		return states;
	}

	static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
		OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return at == null ? null : at.toInstant();
	}

	/** The generation that serves; null when there is none. */
	static @Nullable Long serving(Connection connection, String name) throws SQLException {
		try (var statement = connection.prepareStatement("select id from view.generation where name = ? and serving")) {
			statement.setString(1, name);
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? row.getLong(1) : null;
			}
		}
	}

	/** Asks for a new generation beside the one that serves; null when one is being built already. */
	static @Nullable Long ask(Connection connection, ReadModel<?, ?> model) throws SQLException {
		try (var statement = connection
				.prepareStatement("insert into view.generation (name, version, state, position) values (?, ?, 'building', 0) on conflict do nothing returning id")) {
			statement.setString(1, model.name());
			statement.setInt(2, model.version());
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? row.getLong(1) : null;
			}
		}
	}

	/** From now on another version of the view than made it keeps it up to date. */
	static void mix(Connection connection, long generation) throws SQLException {
		execute(connection, "update view.generation set mixed = true where id = " + generation);
	}

	/** What was being built is not wanted any more; its tables are dropped by the next sweep. */
	static void cancel(Connection connection, long generation) throws SQLException {
		execute(connection, "update view.generation set state = 'cancelled' where state = 'building' and id = " + generation);
	}

	/** Gives the space back that what was being built takes; it begins again from the start. */
	static void clear(Connection connection, long generation) throws SQLException {
		execute(connection, "update view.generation set position = 0 where id = " + generation);
		execute(connection, "drop table if exists " + documents(generation) + ", " + versions(generation));
	}

	/** Nothing is left of what its documents said, and the next sweep drops it. */
	static void empty(Connection connection, long generation) throws SQLException {
		execute(connection, "update view.generation set state = 'cancelled', position = coalesce(position, 0) where id = " + generation);
		if (hasTables(connection, generation)) {
			execute(connection, "delete from " + documents(generation));
			execute(connection, "delete from " + versions(generation));
		}
	}

	/** A generation that serves from the start; right only while nothing was read from the log. */
	static long begin(Connection connection, ReadModel<?, ?> model) throws SQLException, InterruptedException {
		long generation;
		try (var statement = connection.prepareStatement(
				"insert into view.generation (name, version, state, serving, switched_at) values (?, ?, 'active', true, clock_timestamp()) returning id")) {
			statement.setString(1, model.name());
			statement.setInt(2, model.version());
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				generation = row.getLong(1);
			}
		}
		makeTables(connection, generation);
		makeIndexes(connection, generation, model, Pace.FULL);
		attach(connection, generation);
		return generation;
	}

	/** The tables of a generation, apart from the rest, as making a partition in place would lock out every reader. */
	static void makeTables(Connection connection, long generation) throws SQLException {
		if (hasTables(connection, generation) && hasPrimaryKey(connection, versions(generation))) {
			// it was complete before, and now goes on
			return;
		}
		// in one go, as there are many views, and what each says costs more than what it does
		StringBuilder making = new StringBuilder();
		for (String table : List.of(documents(generation), versions(generation))) {
			String parent = table.substring(0, table.lastIndexOf('_'));
			making.append("create table if not exists ").append(table).append(" (like ").append(parent)
					.append(" including defaults including generated, constraint one_generation check (generation = ").append(generation).append("));");
			// vacuum comes when it is complete; packing costs more than all else that PostgreSQL does with a row, and every index and filter would unpack it again;
			// and nothing is chosen by what the two texts say as a whole, so they need no statistics
			making.append("alter table ").append(table).append(" set (toast_tuple_target = 8160, autovacuum_enabled = off), alter body set storage external, "
					+ "alter body set statistics 0, alter search set storage external, alter search set statistics 0;");
		}
		execute(connection, making.toString());
		// the read-back of a rebuild needs this one from the start; all other indexes come at the end
		if (!hasPrimaryKey(connection, documents(generation))) {
			execute(connection, "alter table " + documents(generation) + " add primary key (generation, id)");
		}
	}

	static boolean hasTables(Connection connection, long generation) throws SQLException {
		try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
			statement.setString(1, versions(generation));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

	/** Making an index of a large table, or sorting it, takes longer than an answer may; the pool sets this back. */
	static void allowLongStatements(Connection connection) throws SQLException {
		connection.setNetworkTimeout(Runnable::run, 0);
	}

	/** Makes all indexes that are not there yet, in one transaction, so that the last of them, the primary key of the versions, says that all are there. */
	static void makeIndexes(Connection connection, long generation, ReadModel<?, ?> model, Pace pace) throws SQLException, InterruptedException {
		if (hasPrimaryKey(connection, versions(generation))) {
			return;
		}
		// one process works on it, and the others are left to who is served
		execute(connection, "set local maintenance_work_mem = '128MB'; set local max_parallel_maintenance_workers = 0");
		for (String statement : indexes(connection, generation, model)) {
			long began = System.nanoTime();
			execute(connection, statement);
			pace.worked(System.nanoTime() - began);
		}
	}

	private static List<String> indexes(Connection connection, long generation, ReadModel<?, ?> model) throws SQLException {
		String documents = documents(generation);
		String versions = versions(generation);
		List<String> statements = new ArrayList<>(new Fields(model).indexes(documents));
		statements.add("create index on " + documents + " using gin (words)");
		String trigrams = trigramSchema(connection);
		if (trigrams != null) {
			statements.add("create index on " + documents + " using gin (search \"" + trigrams + "\".gin_trgm_ops)");
		}
		statements.add("create index on " + versions + " using gist (int8range(from_position, to_position))");
		// a few thousand rows tell as much as the usual thirty thousand
		statements.add("set local default_statistics_target = 10");
		for (String table : List.of(documents, versions)) {
			statements.add("alter table " + table + " reset (autovacuum_enabled)");
			statements.add("analyze " + table);
		}
		statements.add("alter table " + versions + " add primary key (generation, id, from_position)");
		return statements;
	}

	/** Bytes on disk, without indexes. */
	static long size(Connection connection, long generation) throws SQLException {
		try (var statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select pg_table_size('" + documents(generation) + "') + pg_table_size('" + versions(generation) + "')")) {
			row.next();
			return row.getLong(1);
		}
	}

	private static @Nullable String trigramSchema(Connection connection) throws SQLException {
		try (var statement = connection.prepareStatement("select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'");
				ResultSet row = statement.executeQuery()) {
			return row.next() ? row.getString(1) : null;
		}
	}

	private static boolean hasPrimaryKey(Connection connection, String table) throws SQLException {
		try (var statement = connection.prepareStatement("select exists (select from pg_index where indrelid = ?::regclass and indisprimary)")) {
			statement.setString(1, table);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

	/** A generation that served before is attached already. */
	private static void attach(Connection connection, long generation) throws SQLException {
		if (isAttached(connection, generation)) {
			return;
		}
		for (String table : List.of(documents(generation), versions(generation))) {
			execute(connection, "alter table " + table.substring(0, table.lastIndexOf('_')) + " attach partition " + table + " for values in (" + generation + ")");
		}
	}

	private static boolean isAttached(Connection connection, long generation) throws SQLException {
		try (var statement = connection.prepareStatement("select exists (select from pg_inherits where inhrelid = ?::regclass)")) {
			statement.setString(1, documents(generation));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

	/** Before another generation serves: what changed while this one was set aside was told to nobody, and will be. */
	static void caughtUp(Connection connection, String name, long position) throws SQLException {
		try (var missed = connection.prepareStatement("""
				insert into view.catch_up (view, after, up_to)
				select name, position, ? from view.generation where name = ? and serving and state = 'set_aside' and position < ?""")) {
			missed.setLong(1, position);
			missed.setString(2, name);
			missed.setLong(3, position);
			missed.executeUpdate();
		}
	}

	/** Lets a caught up generation take over from whichever one serves now. */
	static void switchTo(Connection connection, long generation, String name) throws SQLException {
		attach(connection, generation);
		try (var retire = connection.prepareStatement("""
				update view.generation g set state = 'retired', serving = false, position = coalesce(g.position, k.position), retired_at = clock_timestamp()
				from view.keeper k where g.name = ? and g.serving""");
				var activate = connection.prepareStatement(
						"""
						update view.generation set state = 'active', serving = true, position = null, error = null, retired_at = null, switched_at = clock_timestamp() where id = ?""")) {
			retire.setString(1, name);
			retire.executeUpdate();
			activate.setLong(1, generation);
			activate.executeUpdate();
		}
	}

	static void retire(Connection connection, long generation) throws SQLException {
		try (var statement = connection.prepareStatement("""
				update view.generation g set state = 'retired', serving = false, position = coalesce(g.position, k.position), retired_at = clock_timestamp()
				from view.keeper k where g.id = ?""")) {
			statement.setLong(1, generation);
			statement.executeUpdate();
		}
	}

	static void setAside(Connection connection, Folding<?, ?> folding) throws SQLException {
		setAside(connection, folding.generation(), folding.position(), folding.error());
	}

	static void setAside(Connection connection, long generation, long position, @Nullable String error) throws SQLException {
		try (var statement = connection.prepareStatement("update view.generation set state = 'set_aside', position = ?, error = ? where id = ? and state <> 'cancelled'")) {
			statement.setLong(1, position);
			statement.setString(2, error);
			statement.setLong(3, generation);
			statement.executeUpdate();
		}
	}

	/** Drops a generation that serves nobody, row and tables, unless it is being built (again); needs a connection in auto-commit, as readers are not to be locked out. */
	static void drop(Connection connection, long generation) throws SQLException {
		try (var statement = connection
				.prepareStatement("update view.generation set state = 'cancelled', position = coalesce(position, 0) where id = ? and not serving and state <> 'building'")) {
			statement.setLong(1, generation);
			if (statement.executeUpdate() == 0) {
				return;
			}
		}
		for (String table : List.of(documents(generation), versions(generation))) {
			String attached = "select inhdetachpending from pg_inherits where inhrelid = to_regclass('" + table + "')";
			String detach = "alter table " + table.substring(0, table.lastIndexOf('_')) + " detach partition " + table;
			try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(attached)) {
				if (row.next()) {
					execute(connection, detach + (row.getBoolean(1) ? " finalize" : " concurrently"));
				}
			}
			execute(connection, "drop table if exists " + table);
		}
		execute(connection, "delete from view.generation where id = " + generation);
	}

	/** Drops what serves nobody; two that do this at once do not get into each other's way. */
	static void dropAll(Connection connection, Collection<Long> generations) throws SQLException {
		if (generations.isEmpty()) {
			return;
		}
		try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + SWEEP + ")")) {
			row.next();
			if (!row.getBoolean(1)) {
				return;
			}
		}
		try {
			for (long generation : generations) {
				drop(connection, generation);
			}
		} finally {
			execute(connection, "select pg_advisory_unlock(" + SWEEP + ")");
		}
	}

	static void execute(Connection connection, String sql) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}
}
