package nl.ontwikkelagenda.reporting.readmodel;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.support.SqlArrayValue;

/** Documents from the tables of the generation that serves now. */
public final class JdbcDocuments implements Documents {

	private static final int MOST_ATTEMPTS = 3;

	private final JdbcTemplate jdbc;
	private final JsonMapper json;
	private final JsonMapper jsonOfAnotherVersion;
	private final Map<String, Fields> fields = new ConcurrentHashMap<>();
	/** The generation that served when a view was last read. */
	private final Map<String, Long> serving = new ConcurrentHashMap<>();
	/** Generations that served, and hold documents that another version of their view has written. */
	private final Set<Long> ofAnotherVersion = ConcurrentHashMap.newKeySet();

	/** @param json reads what the engine has written, so has to be the engine's own */
	public JdbcDocuments(DataSource dataSource, JsonMapper json) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.json = json;
		this.jsonOfAnotherVersion = DocumentJson.ofAnotherVersion(json);
	}

	@Override
	public AsOf asOf(Instant moment) {
		Long position = jdbc.queryForObject(
				"select least(k.position, coalesce((select m.position - 1 from view.moment m where m.at > ? order by m.at limit 1), k.position)) from view.keeper k", Long.class,
				OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
		return new AsOf(position == null ? 0 : position);
	}

	@Override
	public <D> Optional<Stored<D>> find(ReadModel<D, ?> view, String id, AsOf asOf) {
		return reading(view, generation -> {
			String one = "select id, body::text, sequence, from_position, recorded_at from " + Generations.documents(generation) + " where generation = " + generation
					+ " and id = ?";
			List<Object> parameters = new ArrayList<>(List.of(id));
			if (!asOf.isNow()) {
				one += " and from_position <= ? union all select id, body::text, sequence, from_position, recorded_at from " + Generations.versions(generation)
						+ " where generation = " + generation + " and id = ? and from_position <= ? and to_position > ?";
				parameters.addAll(List.of(asOf.position(), id, asOf.position(), asOf.position()));
			}
			String sql = "select " + stillServing(generation) + ", one.* from (values (0)) asked left join (" + one + ") one on true";
			return jdbc.query(sql, setter(parameters), (row, n) -> {
				mustServe(row);
				return Optional.ofNullable(row.getString("id") == null ? null : stored(view, generation, row));
			}).getFirst();
		});
	}
	@Override
	public <D> Page<D> list(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		Fields known = fields.computeIfAbsent(view.name() + " " + view.version(), name -> new Fields(view));
		String order = query.sort().stream().map(known::order).map(field -> field + ", ").collect(Collectors.joining()) + "id";
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String rows = rows(generation, asOf) + " where generation = " + generation + where(view, generation, known, query, asOf, parameters);
			List<Object> twice = new ArrayList<>(parameters);
			twice.addAll(parameters);
			twice.add(query.pageSize());
			twice.add((query.page() - 1L) * query.pageSize());
			// one statement, so that the total and the page are of one moment
			String sql = "select " + stillServing(generation) + ", counted.total, page.* from (select count(*) as total from " + rows
					+ ") counted left join lateral (select row_number() over (order by " + order
					+ ") as place, id, body::text as body, sequence, from_position, recorded_at from " + rows + " order by " + order
					+ " limit ? offset ?) page on true order by page.place";
			long[] total = {0};
			List<Stored<D>> items = new ArrayList<>();
			jdbc.query(sql, setter(twice), row -> {
				mustServe(row);
				total[0] = row.getLong("total");
				if (row.getString("id") != null) {
					items.add(stored(view, generation, row));
				}
			});
			return new Page<>(List.copyOf(items), total[0], query.page(), query.pageSize());
		});
	}

	private String where(ReadModel<?, ?> view, long generation, Fields known, ListQuery query, AsOf asOf, List<Object> parameters) {
		StringBuilder where = new StringBuilder();
		query.filters().forEach((field, value) -> where.append(" and ").append(known.condition(field, value, parameters)));
		query.conditions().forEach(condition -> where.append(" and ").append(known.condition(condition, parameters)));
		if (query.partnerships() != null) {
			where.append(" and partnership_id = any(?)");
			parameters.add(new SqlArrayValue("uuid", query.partnerships().stream().map(PartnershipId::value).toArray()));
		}
		if (query.search() != null && !query.search().isBlank()) {
			where.append(" and ").append(has(new SearchWords(query.search()), view, generation, asOf, parameters));
		}
		return where.toString();
	}

	@Override
	public Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf) {
		try {
			return found(where, words, page, pageSize, asOf);
		} catch (BadSqlGrammarException e) {
			// a view was rebuilt and its old table dropped between two statements; what is wrong for another reason fails again
			return found(where, words, page, pageSize, asOf);
		}
	}

	private Hits found(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf) {
		Map<String, ReadModel<?, ?>> views = where.keySet().stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
		SearchWords wanted = new SearchWords(words);
		List<Object> parameters = new ArrayList<>();
		List<String> matches = new ArrayList<>();
		Map<String, Long> generations = new HashMap<>();
		where.forEach((view, partnerships) -> {
			long generation = serving(view);
			generations.put(view.name(), generation);
			parameters.add(new SqlArrayValue("uuid", partnerships.stream().map(PartnershipId::value).toArray()));
			matches.add("select '" + view.name() + "' as view, id, body::text as body, sequence, from_position, recorded_at, search from " + rows(generation, asOf)
					+ " where generation = " + generation + " and partnership_id = any(?) and " + has(wanted, view, generation, asOf, parameters));
		});
		String order = wanted.order(parameters);
		parameters.add(pageSize);
		parameters.add((page - 1L) * pageSize);
		// one statement, so that the total and the page are of one moment
		String sql = "with matches as materialized (" + String.join(" union all ", matches) + "), page as (select row_number() over (order by " + order
				+ ", id) as place, view, id, body, sequence, from_position, recorded_at from matches order by place limit ? offset ?) "
				+ "select counted.total, page.* from (select count(*) as total from matches) counted left join page on true order by page.place";
		long[] total = {0};
		List<Hits.Hit<?>> hits = new ArrayList<>();
		jdbc.query(sql, setter(parameters), row -> {
			total[0] = row.getLong("total");
			if (row.getString("id") != null) {
				String name = row.getString("view");
				hits.add(hit(requireNonNull(views.get(name)), requireNonNull(generations.get(name)), row));
			}
		});
		return new Hits(List.copyOf(hits), total[0]);
	}

	/** The condition that a document has the words, or quotes one that has. */
	private String has(SearchWords wanted, ReadModel<?, ?> view, long generation, AsOf asOf, List<Object> parameters) {
		String itself = wanted.condition(parameters);
		ReadModel.Quotes quotes = view.quotes();
		if (quotes == null) {
			return itself;
		}
		String quoted = quotes.from().stream().map(from -> {
			long serving = serving(from);
			return "select id from " + rows(serving, asOf) + " where generation = " + serving + " and " + wanted.condition(parameters);
		}).collect(Collectors.joining(" union all "));
		return "(" + itself + " or id in (select id from " + rows(generation, asOf) + ", jsonb_array_elements_text(body->'" + quotes.field()
				+ "') as quoted where generation = " + generation + " and quoted in (" + quoted + ")))";
	}

	private <D> Hits.Hit<D> hit(ReadModel<D, ?> view, long generation, ResultSet row) throws SQLException {
		return new Hits.Hit<>(view, stored(view, generation, row));
	}

	static String rows(long generation, AsOf asOf) {
		if (asOf.isNow()) {
			return Generations.documents(generation);
		}
		String columns = "generation, id, body, sequence, from_position, recorded_at, partnership_id, search";
		return "(select " + columns + ", " + Fields.DUE + " from " + Generations.documents(generation) + " where from_position <= " + asOf.position() + " union all select "
				+ columns + ", " + Fields.dueOfVersion() + " from "
				+ Generations.versions(generation) + " where int8range(from_position, to_position) @> " + asOf.position() + "::bigint) as rows";
	}

	@Override
	public Optional<PartnershipId> partnershipOf(ReadModel<?, ?> view, String id) {
		return reading(view, generation -> {
			String where = " where generation = " + generation + " and id = ? and partnership_id is not null";
			// what has ended is still asked for as of earlier
			String sql = "select " + stillServing(generation) + ", (select partnership_id from (select partnership_id from " + Generations.documents(generation) + where
					+ " union all select partnership_id from " + Generations.versions(generation) + where + ") either limit 1) as partnership_id";
			return jdbc.query(sql, setter(List.of(id, id)), (row, n) -> {
				mustServe(row);
				return Optional.ofNullable(row.getObject("partnership_id", UUID.class)).map(PartnershipId::new);
			}).getFirst();
		});
	}

	@Override
	public Optional<PartnershipId> partnershipOf(String id) {
		String sql = """
				select partnership_id from view.document where id = ? and generation = any(array(select id from view.generation where serving)) and partnership_id is not null
				union all
				select partnership_id from view.document_version where id = ? and generation = any(array(select id from view.generation where serving)) and partnership_id is not null
				limit 1""";
		return jdbc.query(sql, setter(List.of(id, id)), (row, n) -> new PartnershipId(row.getObject(1, UUID.class))).stream().findFirst();
	}

	private interface Reading<T> {
		/** @throws Superseded another generation serves by now */
		T of(long generation);
	}

	/** Another generation serves than the one that was read. */
	private static final class Superseded extends RuntimeException {
		private static final long serialVersionUID = 1L;
	}

	/** Reads from the generation that served the last time, in one go with the question whether it still does. */
	private <T> T reading(ReadModel<?, ?> view, Reading<T> reading) {
		String key = view.name() + " " + view.version();
		Long known = serving.get(key);
		if (known != null) {
			try {
				return reading.of(known);
			} catch (Superseded | BadSqlGrammarException e) {
				// its table may be gone as well; what is wrong for another reason fails again
			}
		}
		for (int attempt = 1;; attempt++) {
			long now = serving(view);
			serving.put(key, now);
			try {
				return reading.of(now);
			} catch (Superseded | BadSqlGrammarException e) {
				if (attempt == MOST_ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	private String stillServing(long generation) {
		String condition = ofAnotherVersion.contains(generation) ? "serving" : "serving and not mixed";
		return "coalesce((select " + condition + " from view.generation where id = " + generation + "), false) as still_serving";
	}

	private static void mustServe(ResultSet row) throws SQLException {
		if (!row.getBoolean("still_serving")) {
			throw new Superseded();
		}
	}

	/** The generation that serves now; while that of this version is being built, it is one of another version. */
	private long serving(ReadModel<?, ?> view) {
		return jdbc.query("select id, version <> ? or mixed from view.generation where name = ? and serving", (row, n) -> {
			if (row.getBoolean(2)) {
				ofAnotherVersion.add(row.getLong(1));
			}
			return row.getLong(1);
		}, view.version(), view.name()).stream().findFirst().orElseThrow(() -> new ViewNotReady(view.name()));
	}

	private <D> Stored<D> stored(ReadModel<D, ?> view, long generation, ResultSet row) throws SQLException {
		return new Stored<>(row.getString("id"), document(view, generation, row.getString("body")), row.getLong("sequence"), row.getLong("from_position"),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant());
	}

	private <D> D document(ReadModel<D, ?> view, long generation, String body) {
		if (!ofAnotherVersion.contains(generation)) {
			return json.readValue(body, view.document());
		}
		try {
			return DocumentJson.read(jsonOfAnotherVersion, body, view.document());
		} catch (IllegalStateException e) {
			throw new ViewNotReady(view.name());
		}
	}

	private static PreparedStatementSetter setter(List<? extends @Nullable Object> parameters) {
		return statement -> {
			for (int i = 0; i < parameters.size(); i++) {
				if (parameters.get(i) instanceof SqlArrayValue array) {
					array.setValue(statement, i + 1);
				} else {
					statement.setObject(i + 1, parameters.get(i));
				}
			}
		};
	}
}
