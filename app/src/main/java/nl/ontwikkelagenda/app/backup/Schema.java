package nl.ontwikkelagenda.app.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What there is to back up: every table and sequence, but for the views (they are folded again from the log) and the history of migrations. */
final class Schema {

	private static final String KEPT = "nspname not in ('pg_catalog', 'information_schema', 'view') and nspname !~ '^pg_' and relpersistence = 'p' "
			+ "and relname <> 'flyway_schema_history'";

	private Schema() {
	}

	/** Number of the newest migration. */
	static String version(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")) {
			if (!row.next()) {
				throw new BackupRefused("Deze database is niet van Ontwikkelagenda: er is nog geen migratie uitgevoerd.");
			}
			return row.getString(1);
		}
	}

	/** Tables with their columns; what refers to another table comes after it. */
	static Map<String, List<String>> tables(Connection connection) throws SQLException {
		Map<String, List<String>> columns = columns(connection);
		Map<String, Set<String>> references = references(connection);
		Map<String, List<String>> ordered = new LinkedHashMap<>();
		while (ordered.size() < columns.size()) {
			int before = ordered.size();
			columns.forEach((table, names) -> {
				if (ordered.keySet().containsAll(references.getOrDefault(table, Set.of()))) {
					ordered.putIfAbsent(table, names);
				}
			});
			if (ordered.size() == before) {
				throw new IllegalStateException("These tables refer to each other in a circle: " + columns.keySet());
			}
		}
		return ordered;
	}

	private static Map<String, List<String>> columns(Connection connection) throws SQLException {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select format('%I.%I', nspname, relname), array(select quote_ident(attname) from pg_attribute "
						+ "where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) "
						+ "from pg_class c join pg_namespace n on n.oid = relnamespace where relkind = 'r' and " + KEPT + " order by 1")) {
			while (rows.next()) {
				columns.put(rows.getString(1), texts(rows.getArray(2)));
			}
		}
		return columns;
	}

	/** By table the other tables that it refers to. */
	private static Map<String, Set<String>> references(Connection connection) throws SQLException {
		Map<String, Set<String>> references = new LinkedHashMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select format('%I.%I', n.nspname, c.relname), format('%I.%I', tn.nspname, tc.relname) from pg_constraint "
						+ "join pg_class c on c.oid = conrelid join pg_namespace n on n.oid = c.relnamespace "
						+ "join pg_class tc on tc.oid = confrelid join pg_namespace tn on tn.oid = tc.relnamespace where contype = 'f' and conrelid <> confrelid")) {
			while (rows.next()) {
				references.computeIfAbsent(rows.getString(1), each -> new HashSet<>()).add(rows.getString(2));
			}
		}
		return references;
	}

	static List<Manifest.Counter> counters(Connection connection) throws SQLException {
		List<Manifest.Counter> counters = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select format('%I.%I', nspname, relname), coalesce(pg_sequence_last_value(c.oid), seqstart), "
						+ "pg_sequence_last_value(c.oid) is not null from pg_class c join pg_namespace n on n.oid = relnamespace join pg_sequence on seqrelid = c.oid where " + KEPT
						+ " order by 1")) {
			while (rows.next()) {
				counters.add(new Manifest.Counter(rows.getString(1), rows.getLong(2), rows.getBoolean(3)));
			}
		}
		return counters;
	}

	private static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}
}
