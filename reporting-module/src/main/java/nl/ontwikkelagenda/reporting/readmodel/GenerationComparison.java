package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.FieldDifference;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeType;

import org.jspecify.annotations.Nullable;

/** The documents of an old and a new generation of one view, side by side as of one position. PostgreSQL does the work, on digests, so that neither side holds all documents. */
final class GenerationComparison {

	private static final int LONGEST = 300;
	/** Enough to see what is the matter; a document may have thousands of values. */
	private static final int MOST_FIELDS = 50;

	private final JsonMapper json;
	private final long before;
	private final long after;
	private final AsOf asOf;

	/** @param position which both generations have reached */
	GenerationComparison(JsonMapper json, long before, long after, long position) {
		this.json = json;
		this.before = before;
		this.after = after;
		this.asOf = new AsOf(position);
	}

	/** The position that both have reached; null when one of them is no longer there. */
	static @Nullable Long commonPosition(Connection connection, long before, long after) throws SQLException {
		try (var statement = connection.prepareStatement("""
				select min(coalesce(g.position, k.position)), count(*) from view.generation g cross join view.keeper k where g.id in (?, ?) and g.state <> 'cancelled'""")) {
			statement.setLong(1, before);
			statement.setLong(2, after);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getInt(2) == 2 ? row.getLong(1) : null;
			}
		}
	}

	RebuildState.Comparison summary(Connection connection) throws SQLException {
		try (var statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(o.id), count(n.id), count(*) filter (where o.id is null), "
						+ "count(*) filter (where n.id is null), count(*) filter (where o.id is not null and n.id is not null and " + different() + ") from " + sides())) {
			row.next();
			return new RebuildState.Comparison(asOf.position(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
		}
	}

	/** @param page 1-based */
	Rebuilds.Differences differences(Connection connection, String view, int page, int pageSize) throws SQLException {
		List<DocumentDifference> found = new ArrayList<>();
		long total = 0;
		try (var statement = connection.prepareStatement("with differing as materialized (select coalesce(o.id, n.id) as id from " + sides()
				+ " where o.id is null or n.id is null or " + different() + "), page as (select id from differing order by id limit ? offset ?) "
				+ "select (select count(*) from differing), page.id, o.body::text, n.body::text, o.sequence, n.sequence, o.search, n.search from (values (0)) asked "
				+ "left join page on true left join " + whole(before) + " o on o.id = page.id left join " + whole(after) + " n on n.id = page.id order by page.id")) {
			statement.setInt(1, pageSize);
			statement.setLong(2, (page - 1L) * pageSize);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					total = row.getLong(1);
					if (row.getString(2) != null) {
						found.add(difference(view, row));
					}
				}
			}
		}
		return new Rebuilds.Differences(List.copyOf(found), total);
	}

	private DocumentDifference difference(String view, ResultSet row) throws SQLException {
		String old = row.getString(3);
		String young = row.getString(4);
		List<FieldDifference> fields = new ArrayList<>();
		compare("", old == null ? null : json.readTree(old), young == null ? null : json.readTree(young), fields);
		if (old != null && young != null) {
			// what is not in the document itself
			add("ETag", row.getString(5), row.getString(6), fields);
			add("search", row.getString(7), row.getString(8), fields);
		}
		return new DocumentDifference(view, row.getString(2), old == null ? Kind.ADDED : young == null ? Kind.MISSING : Kind.DIFFERENT, List.copyOf(fields));
	}

	private static void compare(String field, @Nullable JsonNode old, @Nullable JsonNode young, List<FieldDifference> differences) {
		if (differences.size() == MOST_FIELDS || (old != null && old.equals(young))) {
			return;
		}
		if (isOnly(JsonNodeType.OBJECT, old, young)) {
			TreeSet<String> names = new TreeSet<>();
			addNames(old, names);
			addNames(young, names);
			names.forEach(name -> compare(field.isEmpty() ? name : field + "." + name, old == null ? null : old.get(name), young == null ? null : young.get(name), differences));
		} else if (isOnly(JsonNodeType.ARRAY, old, young)) {
			for (int i = 0; i < Math.max(size(old), size(young)); i++) {
				compare(field + "[" + i + "]", old == null ? null : old.get(i), young == null ? null : young.get(i), differences);
			}
		} else {
			add(field, old == null ? null : old.toString(), young == null ? null : young.toString(), differences);
		}
	}

	private static boolean isOnly(JsonNodeType type, @Nullable JsonNode old, @Nullable JsonNode young) {
		return (old == null || old.getNodeType() == type) && (young == null || young.getNodeType() == type) && size(old) + size(young) > 0;
	}

	private static int size(@Nullable JsonNode node) {
		return node == null ? 0 : node.size();
	}

	private static void addNames(@Nullable JsonNode node, Set<String> names) {
		if (node != null) {
			names.addAll(node.propertyNames());
		}
	}

	private static void add(String field, @Nullable String old, @Nullable String young, List<FieldDifference> differences) {
		if (differences.size() < MOST_FIELDS && (old == null || !old.equals(young))) {
			differences.add(new FieldDifference(field, shortened(old), shortened(young)));
		}
	}

	private static @Nullable String shortened(@Nullable String value) {
		return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
	}

	private String sides() {
		return side(before) + " o full join " + side(after) + " n on n.id = o.id";
	}

	/** 64 bits of each are enough to tell apart what nobody made to look alike. */
	private String side(long generation) {
		return "(select id, sequence, partnership_id, jsonb_hash_extended(body, 0) as body, hashtextextended(search, 0) as search from " + JdbcDocuments.rows(generation, asOf)
				+ " where generation = " + generation + ")";
	}

	private String whole(long generation) {
		return "(select id, body, sequence, search from " + JdbcDocuments.rows(generation, asOf) + " where generation = " + generation + ")";
	}

	private static String different() {
		return "(o.body, o.search, o.sequence, o.partnership_id) is distinct from (n.body, n.search, n.sequence, n.partnership_id)";
	}
}
