package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * Folds the whole log anew, one fact at a time and in memory, and compares the outcome with all that is stored: documents, every earlier version with its range, and the moments.
 * Shares nothing with the engine but the views' own folds, and takes one snapshot of the database, so it may run beside a working engine.
 */
public final class Checker {

	/** What can be wrong with a row. */
	public enum Kind {
		MISSING, EXTRA, DIFFERENT
	}

	/**
	 * One row that is not as the log says.
	 *
	 * @param view the view's name, or {@code moment} for the table of moments
	 * @param what which row, and what was expected and found
	 */
	public record Difference(String view, Kind kind, String what) {
	}

	/**
	 * What came out.
	 *
	 * @param position    up to where the log was folded
	 * @param documents   documents compared
	 * @param versions    earlier versions compared
	 * @param differences how many there are
	 * @param first       the first of them
	 */
	public record Result(long position, long documents, long versions, long differences, List<Difference> first) {

		public boolean isClean() {
			return differences == 0;
		}
	}

	private static final int BATCH = 2_000;
	private static final String ROW = "id, from_position, recorded_at, sequence, partnership_id::text, body::text, search";

	private final DataSource dataSource;
	private final EventLog log;
	private final List<? extends ReadModel<?, ?>> models;
	private final JsonMapper json;
	private final int mentioned;

	/** @param mentioned how many differences are described; all are counted */
	public Checker(DataSource dataSource, EventLog log, List<? extends ReadModel<?, ?>> models, JsonMapper json, int mentioned) {
		this.dataSource = dataSource;
		this.log = log;
		this.models = models;
		this.json = json;
		this.mentioned = mentioned;
	}

	/** Compares everything up to the position at which the views stand now. A view that serves in another version, or not at all, counts as missing. */
	public Result check() {
		try (Connection connection = dataSource.getConnection()) {
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			Generations.allowLongStatements(connection);
			connection.setAutoCommit(false);
			// it only reads, so it holds up nobody who records something while it folds
			Generations.execute(connection, "set local idle_in_transaction_session_timeout = '5min'");
			try {
				return new Run(connection).check();
			} finally {
				connection.rollback();
				connection.setAutoCommit(true);
				connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
			}
		} catch (SQLException e) {
			throw new IllegalStateException("The views could not be compared", e);
		}
	}

	/** A row as it should be, or as it is. */
	private record Row(String id, long from, Instant at, long sequence, @Nullable String partnership, JsonNode body, String search) {

		@Nullable
		String differenceTo(Row stored) {
			List<String> wrong = new ArrayList<>();
			compare(wrong, "id", id, stored.id);
			compare(wrong, "from_position", from, stored.from);
			compare(wrong, "recorded_at", at, stored.at);
			compare(wrong, "sequence", sequence, stored.sequence);
			compare(wrong, "partnership_id", partnership, stored.partnership);
			compare(wrong, "body", body, stored.body);
			compare(wrong, "search", search, stored.search);
			return wrong.isEmpty() ? null : String.join("; ", wrong);
		}

		private static void compare(List<String> wrong, String column, @Nullable Object expected, @Nullable Object found) {
			if (!Objects.equals(expected, found)) {
				wrong.add(column + " is " + found + " and should be " + expected);
			}
		}
	}

	private final class Run {

		private final Connection connection;
		private final List<Difference> first = new ArrayList<>();
		private long differences;
		private long documents;
		private long versions;

		Run(Connection connection) {
			this.connection = connection;
		}

		Result check() throws SQLException {
			long position;
			try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("select position from view.keeper")) {
				row.next();
				position = row.getLong(1);
			}
			List<ViewRun<?, ?>> views = new ArrayList<>();
			try (Stream moments = new Stream("select position, at from view.moment order by position")) {
				for (ReadModel<?, ?> model : models) {
					ViewRun<?, ?> view = begin(model, position);
					if (view != null) {
						views.add(view);
					}
				}
				Instant newest = null;
				for (long at = 0; at < position;) {
					List<EventLog.Entry> entries = log.readAfter(at, BATCH);
					if (entries.isEmpty()) {
						break;
					}
					at = entries.getLast().when().position();
					for (EventLog.Entry entry : entries) {
						if (entry.when().position() > position) {
							break;
						}
						if (newest == null || entry.when().at().isAfter(newest)) {
							newest = entry.when().at();
							moment(moments, entry.when().position(), newest);
						}
						for (ViewRun<?, ?> view : views) {
							view.take(entry);
						}
					}
				}
				while (moments.row != null) {
					found("moment", Kind.EXTRA, "position " + moments.row.getLong(1));
					moments.next();
				}
				for (ViewRun<?, ?> view : views) {
					view.finish();
				}
			} finally {
				for (ViewRun<?, ?> view : views) {
					view.close();
				}
			}
			return new Result(position, documents, versions, differences, List.copyOf(first));
		}

		private <D, E> @Nullable ViewRun<D, E> begin(ReadModel<D, E> model, long position) throws SQLException {
			try (var statement = connection.prepareStatement("select id, coalesce(position, ?) from view.generation where name = ? and version = ? and serving")) {
				statement.setLong(1, position);
				statement.setString(2, model.name());
				statement.setInt(3, model.version());
				try (ResultSet row = statement.executeQuery()) {
					if (row.next()) {
						return new ViewRun<>(model, row.getLong(1), row.getLong(2));
					}
				}
			}
			found(model.name(), Kind.MISSING, "version " + model.version() + " of the view is not served");
			return null;
		}

		private void moment(Stream stored, long position, Instant at) throws SQLException {
			while (stored.row != null && stored.row.getLong(1) < position) {
				found("moment", Kind.EXTRA, "position " + stored.row.getLong(1));
				stored.next();
			}
			if (stored.row == null || stored.row.getLong(1) > position) {
				found("moment", Kind.MISSING, "position " + position + " at " + at);
				return;
			}
			Instant found = stored.row.getObject(2, OffsetDateTime.class).toInstant();
			if (!found.equals(at)) {
				found("moment", Kind.DIFFERENT, "position " + position + ": at is " + found + " and should be " + at);
			}
			stored.next();
		}

		private void found(String view, Kind kind, String what) {
			differences++;
			if (first.size() < mentioned) {
				first.add(new Difference(view, kind, what));
			}
		}

		/** One query, read row by row beside others on the same connection. */
		private final class Stream implements AutoCloseable {

			private final PreparedStatement statement;
			private final ResultSet rows;
			private @Nullable ResultSet row;

			Stream(String sql) throws SQLException {
				statement = connection.prepareStatement(sql);
				statement.setFetchSize(500);
				rows = statement.executeQuery();
				next();
			}

			void next() throws SQLException {
				row = rows.next() ? rows : null;
			}

			@Override
			public void close() throws SQLException {
				statement.close();
			}
		}

		private final class ViewRun<D, E> implements AutoCloseable {

			private final ReadModel<D, E> model;
			private final long generation;
			private final long until;
			private final Map<String, D> current = new HashMap<>();
			private final Map<String, Row> expected = new HashMap<>();
			private final Stream stored;
			private boolean broken;

			ViewRun(ReadModel<D, E> model, long generation, long until) throws SQLException {
				this.model = model;
				this.generation = generation;
				this.until = until;
				// a fact ends at most one version of a view, so to_position is the order in which the fold ends them
				this.stored = new Stream(
						"select " + ROW + ", to_position from view.document_version where generation = " + generation + " order by to_position, id, from_position");
			}

			void take(EventLog.Entry entry) throws SQLException {
				if (broken || entry.when().position() > until || !model.events().isAssignableFrom(entry.type())) {
					return;
				}
				Row ends;
				try {
					ends = fold(entry, entry.as(model.events()));
				} catch (RuntimeException e) {
					broken = true;
					found(model.name(), Kind.DIFFERENT, "the fold fails at position " + entry.when().position() + ", the stored view does not: " + e);
					return;
				}
				if (ends != null) {
					compare(ends, entry.when().position());
				}
			}

			/** Answers the row that this fact has ended, if it has. */
			private @Nullable Row fold(EventLog.Entry entry, E event) {
				String id = model.key().apply(event);
				if (id == null) {
					return null;
				}
				D before = current.get(id);
				D after = model.fold().on(before, event, entry.when());
				boolean itself = entry.aggregate().equals(id);
				Row row = expected.get(id);
				// an old fact that is read as several has one position: what lies between them was never to be seen
				Row ends = row != null && row.from() == entry.when().position() ? null : row;
				if (after == null) {
					current.remove(id);
					expected.remove(id);
					return ends;
				}
				if (row != null && !itself && after.equals(before)) {
					return null;
				}
				long sequence = itself ? entry.when().sequence() : row == null ? -1 : row.sequence();
				JsonNode body = json.valueToTree(after);
				JsonNode partnership = body.get("partnershipId");
				current.put(id, after);
				expected.put(id, new Row(id, entry.when().position(), entry.when().at(), sequence, partnership == null || !partnership.isString() ? null : partnership.asString(),
						json.readTree(json.writeValueAsString(body)), SearchText.folded(model.search().apply(after))));
				return ends;
			}

			private void compare(Row ended, long to) throws SQLException {
				versions++;
				while (stored.row != null && stored.row.getLong(8) < to) {
					found(model.name(), Kind.EXTRA, "version " + range(stored.row));
					stored.next();
				}
				if (stored.row == null || stored.row.getLong(8) > to) {
					found(model.name(), Kind.MISSING, "version " + ended.id() + " [" + ended.from() + ", " + to + ")");
					return;
				}
				String difference = ended.differenceTo(row(stored.row));
				if (difference != null) {
					found(model.name(), Kind.DIFFERENT, "version " + ended.id() + " [" + ended.from() + ", " + to + "): " + difference);
				}
				stored.next();
			}

			void finish() throws SQLException {
				while (stored.row != null) {
					found(model.name(), Kind.EXTRA, "version " + range(stored.row));
					stored.next();
				}
				Set<String> missing = new HashSet<>(expected.keySet());
				try (Stream rows = new Stream("select " + ROW + " from view.document where generation = " + generation + " order by id")) {
					for (; rows.row != null; rows.next()) {
						documents++;
						Row found = row(rows.row);
						Row wanted = expected.get(found.id());
						missing.remove(found.id());
						String difference = wanted == null ? null : wanted.differenceTo(found);
						if (wanted == null) {
							found(model.name(), Kind.EXTRA, "document " + found.id());
						} else if (difference != null) {
							found(model.name(), Kind.DIFFERENT, "document " + found.id() + ": " + difference);
						}
					}
				}
				missing.stream().sorted().forEach(id -> found(model.name(), Kind.MISSING, "document " + id));
			}

			private String range(ResultSet row) throws SQLException {
				return row.getString(1) + " [" + row.getLong(2) + ", " + row.getLong(8) + ")";
			}

			private Row row(ResultSet row) throws SQLException {
				return new Row(row.getString(1), row.getLong(2), row.getObject(3, OffsetDateTime.class).toInstant(), row.getLong(4), row.getString(5),
						json.readTree(row.getString(6)), row.getString(7));
			}

			@Override
			public void close() throws SQLException {
				stored.close();
			}
		}
	}
}
