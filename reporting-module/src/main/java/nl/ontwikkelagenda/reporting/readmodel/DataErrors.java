package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.SQLException;

/** Tells apart rows that PostgreSQL will never take from a database that is away. */
final class DataErrors {

	private DataErrors() {
	}

	/** Whether the fault is in the data (class 22 data exception, 23 constraint, 54 limit exceeded), so that trying again cannot help. */
	static boolean is(SQLException e) {
		String state = e.getSQLState();
		return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
	}

	/** Whether PostgreSQL has no room on its disk (53100), anywhere among the causes. */
	static boolean isNoRoom(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException e && "53100".equals(e.getSQLState())) {
				return true;
			}
		}
		return false;
	}
}
