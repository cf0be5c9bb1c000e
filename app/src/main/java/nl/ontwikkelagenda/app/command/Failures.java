package nl.ontwikkelagenda.app.command;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

import nl.ontwikkelagenda.app.store.LogUnavailable;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;

import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a technical failure means to the sender of a command. */
final class Failures {

	/** Classes of SQLSTATE that say that the database cannot be reached, is full, busy or going down. */
	private static final Set<String> AWAY = Set.of("08", "25", "53", "55", "57", "58");
	private static final Set<String> COLLISION = Set.of("23505", "40001", "40P01");

	private Failures() {
	}

	/** Whether another writer was first, so that deciding again may succeed. */
	static boolean isCollision(Throwable failure) {
		return find(failure, ConcurrencyException.class) != null || isCreationOfExisting(failure) || find(failure, DeadlockException.class) != null
				|| COLLISION.contains(sqlState(failure));
	}

	static boolean isCreationOfExisting(Throwable failure) {
		return find(failure, AggregateStreamCreationException.class) != null;
	}

	static boolean isUnknownAggregate(Throwable failure) {
		return find(failure, AggregateNotFoundException.class) != null;
	}

	static boolean isAway(Throwable failure) {
		String state = sqlState(failure);
		// A commit or rollback that does not come through, and an SQL exception without a state, which is the pool's: the connection is gone.
		SQLException sql = find(failure, SQLException.class);
		return find(failure, CannotCreateTransactionException.class) != null || find(failure, TransactionSystemException.class) != null
				|| (sql != null && sql.getSQLState() == null)
				|| find(failure, LockAcquisitionFailedException.class) != null
				|| find(failure, SQLTransientException.class) != null || find(failure, StoreUnavailable.class) != null || find(failure, LogUnavailable.class) != null
				|| find(failure, UnknownFact.class) != null
				|| (state.length() == 5 && AWAY.contains(state.substring(0, 2)));
	}

	private static String sqlState(Throwable failure) {
		SQLException sql = find(failure, SQLException.class);
		return sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
	}

	private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
		Throwable cause = failure;
		for (int depth = 0; cause != null && depth < 20; depth++, cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}
}
