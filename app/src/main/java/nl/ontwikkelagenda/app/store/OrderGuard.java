package nl.ontwikkelagenda.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads the log in its one order and never passes an append that is still in flight.
 * <p>
 * Every append holds a shared advisory lock from before it draws its first index until it ends. So when a reader, <em>after</em> it has seen index n, finds that
 * the transactions which held the lock at that moment have ended, every index up to n is settled: it is visible to a new statement, or was rolled back. The
 * reader takes no lock itself, so a reader never makes an append wait.
 */
final class OrderGuard {

	/** The key of the lock, as in V1__log.sql. */
	static final int LOCK = 20180924;

	private static final String HIGHEST = "select coalesce(max(global_index), 0) from log.domain_event";

	private static final String IN_FLIGHT = """
			select virtualtransaction from pg_locks
			where locktype = 'advisory' and classid = 0 and objid = %d and objsubid = 1 and granted
			and database = (select oid from pg_database where datname = current_database())""".formatted(LOCK);

	private static final String END_OF_UNBROKEN_RUN = """
			select coalesce(max(global_index), ?) from
			(select global_index, row_number() over (order by global_index) as place from log.domain_event where global_index > ?) as later
			where global_index = ? + place""";

	/** Makes one thing of the current row. */
	@FunctionalInterface
	interface RowReader<T> {
		T read(ResultSet row, long position) throws SQLException;
	}

	private final DataSource dataSource;
	private final Duration patience;

	/** Every index up to here is visible to any statement that starts after this was read, or was rolled back. */
	private final AtomicLong settled = new AtomicLong();

	/** @param patience how long one call may wait for appends in flight */
	OrderGuard(DataSource dataSource, Duration patience) {
		this.dataSource = dataSource;
		this.patience = patience;
	}

	/**
	 * At most {@code limit} rows after {@code position}, in order, up to the first place where an append may still be in flight. Waits for it only when there is
	 * nothing to give before it; empty when it is still in flight after that, and when there is nothing new.
	 *
	 * @param columns what is selected after {@code global_index}
	 */
	<T> List<T> readAfter(long position, int limit, String columns, RowReader<T> reader) {
		try (Connection connection = connection()) {
			String sql = "select global_index, " + columns + " from log.domain_event where global_index > ? order by global_index limit ?";
			long deadline = System.nanoTime() + patience.toNanos();
			while (true) {
				// Before the statement: what is settled later may be missing from its snapshot.
				long settledBefore = settled.get();
				List<T> rows = new ArrayList<>();
				boolean stopped = false;
				try (PreparedStatement statement = connection.prepareStatement(sql)) {
					statement.setLong(1, position);
					statement.setInt(2, limit);
					try (ResultSet row = statement.executeQuery()) {
						long previous = position;
						while (!stopped && row.next()) {
							long index = row.getLong(1);
							stopped = index > previous + 1 && index > settledBefore + 1;
							if (!stopped) {
								rows.add(reader.read(row, index));
								previous = index;
							}
						}
					}
				}
				if (!stopped || !rows.isEmpty() || !settle(connection, deadline)) {
					return rows;
				}
			}
		} catch (SQLException e) {
			throw new EventStoreException("The log could not be read after position " + position + ".", e);
		}
	}

	/** The highest position at or below which no event can still appear. Waits a while for appends in flight. */
	long safePosition() {
		try (Connection connection = connection()) {
			if (settle(connection, System.nanoTime() + patience.toNanos())) {
				return settled.get();
			}
			long from = settled.get();
			try (PreparedStatement statement = connection.prepareStatement(END_OF_UNBROKEN_RUN)) {
				statement.setLong(1, from);
				statement.setLong(2, from);
				statement.setLong(3, from);
				try (ResultSet row = statement.executeQuery()) {
					row.next();
					return settledUpTo(row.getLong(1));
				}
			}
		} catch (SQLException e) {
			throw new EventStoreException("The safe position of the log could not be found.", e);
		}
	}

	/**
	 * Whether any event after this position can be seen, settled or not. Asked by way of the highest, which is always the end of the index: for {@code exists (... > ?)} PostgreSQL
	 * expects a third of the log to be later, and would read all of it to find that there is nothing.
	 */
	boolean anyAfter(long position) {
		try (Connection connection = connection()) {
			return highest(connection) > position;
		} catch (SQLException e) {
			throw new EventStoreException("The log could not be read after position " + position + ".", e);
		}
	}

	/** Settles all that can be seen now; false when an append was still in flight at the deadline. */
	private boolean settle(Connection connection, long deadline) throws SQLException {
		long highest = highest(connection);
		if (highest > settled.get()) {
			Set<String> waitingFor = inFlight(connection);
			for (int millis = 1; !waitingFor.isEmpty(); millis = Math.min(2 * millis, 16)) {
				if (System.nanoTime() >= deadline || !slept(millis)) {
					return false;
				}
				waitingFor.retainAll(inFlight(connection));
			}
			settledUpTo(highest);
		}
		return true;
	}

	private long settledUpTo(long position) {
		return settled.accumulateAndGet(position, Math::max);
	}

	private static boolean slept(int millis) {
		try {
			Thread.sleep(millis);
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static long highest(Connection connection) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HIGHEST); ResultSet row = statement.executeQuery()) {
			row.next();
			return row.getLong(1);
		}
	}

	private static Set<String> inFlight(Connection connection) throws SQLException {
		Set<String> transactions = new HashSet<>();
		try (PreparedStatement statement = connection.prepareStatement(IN_FLIGHT); ResultSet row = statement.executeQuery()) {
			while (row.next()) {
				transactions.add(row.getString(1));
			}
		}
		return transactions;
	}

	/** Each statement on its own, so that each sees what is committed when it starts. */
	private Connection connection() throws SQLException {
		Connection connection = dataSource.getConnection();
		if (!connection.getAutoCommit()) {
			connection.setAutoCommit(true);
		}
		return connection;
	}
}
