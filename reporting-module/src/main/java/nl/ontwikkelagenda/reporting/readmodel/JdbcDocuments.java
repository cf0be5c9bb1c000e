package nl.ontwikkelagenda.reporting.readmodel;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.support.SqlArrayValue;

/** Documents from the tables of the generation that serves now. */
public final class JdbcDocuments implements Documents {

	private static final int READ_AT_ONCE = 200;
	private static final int MOST_ATTEMPTS = 3;
	private static final String COLUMNS = "generation, id, body, sequence, from_position, recorded_at, partnership_id, search";
	/** The words of an earlier version, which does not have that column. */
	private static final String WORDS_OF_VERSION = "to_tsvector('pg_catalog.dutch', search) as words";

	/** How long it may take to notice that another generation serves a view of which only ids are read. */
	private static final Duration LATELY = Duration.ofMillis(100);

	/** Of how many things is remembered which partnership they are of. */
	private static final int REMEMBERED = 10_000;

	/** The generations that served all views at a moment. */
	private record ServingAt(Map<String, Long> ids, long nanos) {
	}

	private final JdbcTemplate jdbc;
	private final JsonMapper json;
	private final JsonMapper jsonOfAnotherVersion;
	private final Map<String, Fields> fields = new ConcurrentHashMap<>();
	/** The generation that served when a view was last read. */
	private final Map<String, Long> serving = new ConcurrentHashMap<>();
	private volatile @Nullable ServingAt servingAt;
	/** A thing stays in its partnership, and the question costs a look into every table. */
	private final Map<String, PartnershipId> partnerships = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, PartnershipId> eldest) {
			return size() > REMEMBERED;
		}
	});
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

	/** The last position that the documents tell of. */
	private long position() {
		return requireNonNull(jdbc.queryForObject("select position from view.keeper", Long.class));
	}

	@Override
	public Optional<Instant> newest() {
		return Optional.ofNullable(jdbc.queryForObject("select newest from view.keeper", OffsetDateTime.class)).map(OffsetDateTime::toInstant);
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
		Fields known = fields(view);
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String rows = rows(generation, asOf) + " where generation = " + generation + where(view, generation, known, query, asOf, parameters);
			List<Object> twice = new ArrayList<>(parameters);
			twice.addAll(parameters);
			twice.add(query.pageSize());
			twice.add((query.page() - 1L) * query.pageSize());
			// one statement, so that the total and the page are of one moment
			String sql = "select " + stillServing(generation) + ", counted.total, page.* from (select count(*) as total from " + rows + ") counted left join lateral ("
					+ page(rows, known, query) + ") page on true order by page.place";
			long[] total = {0};
			List<Stored<D>> items = new ArrayList<>();
			jdbc.query(sql, query.search() == null ? setter(twice) : plannedFor(twice), row -> {
				mustServe(row);
				total[0] = row.getLong("total");
				if (row.getString("id") != null) {
					items.add(stored(view, generation, row));
				}
			});
			return new Page<>(List.copyOf(items), total[0], query.page(), query.pageSize());
		});
	}

	@Override
	public <D> List<Stored<D>> items(ReadModel<D, ?> view, ListQuery query, AsOf asOf) {
		Fields known = fields(view);
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String rows = rows(generation, asOf) + " where generation = " + generation + where(view, generation, known, query, asOf, parameters);
			parameters.add(query.pageSize());
			parameters.add((query.page() - 1L) * query.pageSize());
			String sql = "select " + stillServing(generation) + ", page.* from (values (0)) asked left join (" + page(rows, known, query) + ") page on true order by page.place";
			List<Stored<D>> items = new ArrayList<>();
			jdbc.query(sql, query.search() == null ? setter(parameters) : plannedFor(parameters), row -> {
				mustServe(row);
				if (row.getString("id") != null) {
					items.add(stored(view, generation, row));
				}
			});
			return List.copyOf(items);
		});
	}

	@Override
	public int countUpTo(int most, ReadModel<?, ?> view, ListQuery query, AsOf asOf) {
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String rows = rows(generation, asOf) + " where generation = " + generation + where(view, generation, fields(view), query, asOf, parameters);
			parameters.add(most);
			String sql = "select " + stillServing(generation) + ", (select count(*) from (select from " + rows + " limit ?) counted) as total";
			return requireNonNull(jdbc.query(sql, query.search() == null ? setter(parameters) : plannedFor(parameters), (row, n) -> {
				mustServe(row);
				return row.getInt("total");
			}).getFirst());
		});
	}

	/** Its last two parameters are how many and after how many. */
	private static String page(String rows, Fields known, ListQuery query) {
		String order = query.sort().stream().map(known::order).map(field -> field + ", ").collect(Collectors.joining()) + "id";
		return "select row_number() over () as place, sorted.* from (select id, body::text as body, sequence, from_position, recorded_at from " + rows + " order by " + order
				+ " limit ? offset ?) sorted";
	}

	@Override
	public List<Long> count(ReadModel<?, ?> view, List<List<Condition>> each, AsOf asOf) {
		Fields known = new Fields(view, true, this::ids);
		List<Condition> common = each.isEmpty() ? List.of() : each.getFirst().stream().filter(condition -> each.stream().allMatch(other -> other.contains(condition))).toList();
		return each.isEmpty() ? List.of() : reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String counts = each.stream().map(conditions -> conditions.stream().filter(condition -> !common.contains(condition)).toList())
					.map(conditions -> "count(*) filter (where true" + also(known, conditions, parameters) + ")").collect(Collectors.joining(", "));
			// one pass in which each document is unpacked once and asked for each field once; the offsets keep it from being done again for every field and in every condition
			String values = Stream.concat(Stream.of("id, partnership_id, body, " + Fields.beside()), known.columns(counts).stream()).collect(Collectors.joining(", "));
			String whole = "(select id, partnership_id, body || '{}' as body, " + Fields.beside() + " from " + matching(view, generation, common, asOf, parameters)
					+ " offset 0) as whole";
			String rows = "(select " + values + " from " + whole + " offset 0) as read";
			return jdbc.query("select " + stillServing(generation) + ", array[" + counts + "] as counts from " + rows, setter(parameters), (row, n) -> {
				mustServe(row);
				return List.of((Long[]) row.getArray("counts").getArray());
			}).getFirst();
		});
	}

	private static String also(Fields known, List<Condition> conditions, List<Object> parameters) {
		return conditions.stream().map(condition -> " and " + known.condition(condition, parameters)).collect(Collectors.joining());
	}

	@Override
	public List<Tally> tally(ReadModel<?, ?> view, List<Condition> conditions, String list, List<String> fields, AsOf asOf) {
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>(fields);
			String values = fields.stream().map(field -> "entry->>?").collect(Collectors.joining(", "));
			parameters.add(list);
			String entries = "select array[" + values + "] as vals, count(*) as number from (select jsonb_array_elements(body->?) as entry from "
					+ matching(view, generation, conditions, asOf, parameters) + ") entries group by 1";
			List<Tally> tallies = new ArrayList<>();
			jdbc.query("select " + stillServing(generation) + ", tally.* from (values (0)) asked left join (" + entries + ") tally on true", setter(parameters), row -> {
				mustServe(row);
				if (row.getArray("vals") != null) {
					tallies.add(new Tally(Collections.unmodifiableList(Arrays.asList((String[]) row.getArray("vals").getArray())), row.getLong("number")));
				}
			});
			return List.copyOf(tallies);
		});
	}

	@Override
	public List<Difference> differences(ReadModel<?, ?> view, List<Condition> conditions, String field, AsOf from, AsOf to) {
		return reading(view, generation -> {
			List<Object> parameters = new ArrayList<>();
			String value = fields(view).text(field);
			String later = "select id, from_position, " + value + " as value from " + matching(view, generation, conditions, to, parameters) + " and from_position > "
					+ from.position();
			String earlier = "select id, " + value + " as value from " + rows(generation, from) + " where generation = " + generation;
			String sql = "select " + stillServing(generation) + ", difference.* from (values (0)) asked left join (select later.id, earlier.id is null as added, "
					+ "earlier.value as was, later.value as now, later.from_position from (" + later + ") later left join (" + earlier
					+ ") earlier on earlier.id = later.id) difference on true order by difference.from_position desc, difference.id";
			List<Difference> differences = new ArrayList<>();
			jdbc.query(sql, setter(parameters), row -> {
				mustServe(row);
				if (row.getString("id") != null) {
					differences.add(new Difference(row.getString("id"), row.getBoolean("added"), row.getString("was"), row.getString("now")));
				}
			});
			return List.copyOf(differences);
		});
	}

	/** The rows of a generation that meet these conditions. */
	private String matching(ReadModel<?, ?> view, long generation, List<Condition> conditions, AsOf asOf, List<Object> parameters) {
		return rows(generation, asOf) + " where generation = " + generation + also(fields(view), conditions, parameters);
	}

	private Fields fields(ReadModel<?, ?> view) {
		return fields.computeIfAbsent(view.name() + " " + view.version(), name -> new Fields(view, false, this::ids));
	}

	/** Those of the generation that served a moment ago: it has all that was known when it was replaced. */
	private String ids(ReadModel<?, ?> view, Condition such, List<Object> parameters) {
		Long generation = servingLately().ids().get(view.name());
		if (generation == null) {
			throw new ViewNotReady(view.name());
		}
		return "select id from " + matching(view, generation, List.of(such), AsOf.NOW, parameters);
	}

	/** One question for a statement that names many views. */
	private ServingAt servingLately() {
		ServingAt known = servingAt;
		if (known == null || System.nanoTime() - known.nanos() > LATELY.toNanos()) {
			long now = System.nanoTime();
			Map<String, Long> ids = new HashMap<>();
			jdbc.query("select name, id from view.generation where serving", row -> {
				ids.put(row.getString(1), row.getLong(2));
			});
			known = new ServingAt(ids, now);
			servingAt = known;
		}
		return known;
	}

	private String where(ReadModel<?, ?> view, long generation, Fields known, ListQuery query, AsOf asOf, List<Object> parameters) {
		StringBuilder where = new StringBuilder();
		query.filters().forEach((field, value) -> where.append(" and ").append(known.condition(field, value, parameters)));
		query.conditions().forEach(condition -> where.append(" and ").append(known.condition(condition, parameters)));
		// who asks about one of those need not be told that it is one: said twice, PostgreSQL expects a fortieth of what there is where there are forty
		if (query.partnerships() != null && !isAmong(query.partnerships(), query.filters().get(Fields.PARTNERSHIP))) {
			where.append(" and partnership_id = any(?)");
			parameters.add(new SqlArrayValue("uuid", query.partnerships().stream().map(PartnershipId::value).toArray()));
		}
		if (query.search() != null && !query.search().isBlank()) {
			where.append(" and ").append(has(new SearchWords(query.search()), Map.of(), view, generation, asOf, parameters));
		}
		return where.toString();
	}

	private static boolean isAmong(Set<PartnershipId> partnerships, @Nullable String asked) {
		return asked != null && partnerships.stream().anyMatch(partnership -> partnership.toString().equalsIgnoreCase(asked));
	}

	@Override
	public Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, String words, int page, int pageSize, AsOf asOf) {
		return search(where, Map.of(), words, page, pageSize, asOf);
	}

	/**
	 * As {@link #search(Map, String, int, int, AsOf)}, where these conditions hold too.
	 *
	 * @param also conditions of views, and none of views that are not named here
	 */
	public Hits search(Map<ReadModel<?, ?>, Set<PartnershipId>> where, Map<ReadModel<?, ?>, Condition> also, String words, int page, int pageSize, AsOf asOf) {
		return twice(() -> found(where, also, words, page, pageSize, asOf));
	}

	private Hits found(Map<ReadModel<?, ?>, Set<PartnershipId>> where, Map<ReadModel<?, ?>, Condition> also, String words, int page, int pageSize, AsOf asOf) {
		Map<String, ReadModel<?, ?>> views = where.keySet().stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
		SearchWords wanted = new SearchWords(words);
		List<Object> parameters = new ArrayList<>();
		List<String> matches = new ArrayList<>();
		Map<String, Long> generations = servingOf(where.keySet());
		Set<Long> empty = empty(generations.values());
		where.forEach((view, partnerships) -> {
			long generation = requireNonNull(generations.get(view.name()));
			if (empty.contains(generation)) {
				return;
			}
			parameters.add(new SqlArrayValue("uuid", partnerships.stream().map(PartnershipId::value).toArray()));
			String columns = wanted.columns(parameters);
			matches.add("select '" + view.name() + "' as view, latest.* from unnest(?) as visible (partnership) cross join lateral (select id, body, sequence, from_position, "
					+ "recorded_at, partnership_id, " + columns + " from " + rows(generation, asOf) + " where generation = " + generation
					+ " and partnership_id = visible.partnership and " + has(wanted, also, view, generation, asOf, parameters)
					+ also(fields(view), Stream.ofNullable(also.get(view)).toList(), parameters) + " order by " + Fields.LATEST_FIRST + " limit " + Hits.MOST + ") latest");
		});
		if (matches.isEmpty()) {
			return new Hits(List.of(), 0, false);
		}
		parameters.add(pageSize);
		parameters.add((page - 1L) * pageSize);
		// one statement, so that the total and the page are of one moment
		String sql = "with matches as materialized (" + String.join(" union all ", matches)
				+ "), page as (select row_number() over () as place, best.* from (select * from matches order by "
				+ SearchWords.ORDER
				+ ", id, view limit ? offset ?) best) select total, more, place, view, id, body::text as body, sequence, from_position, recorded_at "
				+ "from (select coalesce(sum(found), 0) as total, coalesce(max(found), 0) = " + Hits.MOST
				+ " as more from (select count(*) as found from matches group by view, partnership_id) each) counted left join page on true order by place";
		long[] total = {0};
		boolean[] more = {false};
		List<Hits.Hit<?>> hits = new ArrayList<>();
		jdbc.query(sql, plannedFor(parameters), row -> {
			total[0] = row.getLong("total");
			more[0] = row.getBoolean("more");
			if (row.getString("id") != null) {
				String name = row.getString("view");
				hits.add(hit(requireNonNull(views.get(name)), requireNonNull(generations.get(name)), row));
			}
		});
		return new Hits(List.copyOf(hits), total[0], more[0]);
	}

	@Override
	public Differences differences(Map<ReadModel<?, ?>, Scope> where, AsOf from, AsOf to, int page, int pageSize) {
		if (where.isEmpty()) {
			return Differences.NONE;
		}
		return twice(() -> {
			List<Object> parameters = new ArrayList<>();
			Map<String, Long> generations = servingOf(where.keySet());
			// a change that comes between the two questions is in neither
			AsOf upTo = to.isNow() ? new AsOf(position()) : to;
			Set<Long> touched = among(generations.values().stream().map(generation -> ChangesSql.touched(generation, from.position(), upTo.position())), List.of());
			if (touched.isEmpty()) {
				return Differences.NONE;
			}
			String each = where.entrySet().stream().filter(asked -> touched.contains(generations.get(asked.getKey().name())))
					.map(asked -> ChangesSql.differences(asked.getKey(), requireNonNull(generations.get(asked.getKey().name())), fields(asked.getKey()), asked.getValue(), from,
							upTo,
							parameters))
					.collect(Collectors.joining(" union all "));
			parameters.add(pageSize);
			parameters.add((page - 1L) * pageSize);
			// one statement, so that the totals and the page are of one moment
			String sql = "with differences as materialized (" + each
					+ "), page as (select row_number() over (order by position desc, view, id) as place, *, position as told_at from differences "
					+ "order by place limit ? offset ?) select counted.*, page.* from (select count(*) filter (where before_body is null) as added, "
					+ "count(*) filter (where before_body is not null and after_body is not null) as changed, count(*) filter (where after_body is null) as removed, "
					+ "count(*) filter (where ended) as all_ended from differences) counted left join page on true order by page.place";
			long[] counted = new long[4];
			List<Change<?>> items = new ArrayList<>();
			jdbc.query(sql, setter(parameters), row -> {
				for (int i = 0; i < counted.length; i++) {
					counted[i] = row.getLong(i + 1);
				}
				if (row.getString("id") != null) {
					items.add(change(where.keySet(), generations, row));
				}
			});
			return new Differences(List.copyOf(items), counted[0], counted[1], counted[2], counted[3]);
		});
	}

	@Override
	public List<Change<?>> changes(Map<ReadModel<?, ?>, Scope> where, long after, long upTo, Direction direction, int limit) {
		if (where.isEmpty() || upTo <= after) {
			return List.of();
		}
		return twice(() -> {
			List<Object> parameters = new ArrayList<>();
			Map<String, Long> generations = servingOf(where.keySet());
			Map<String, List<CatchUp>> catchUps = catchUps(where.keySet());
			Set<Long> touched = among(generations.values().stream().map(generation -> ChangesSql.touched(generation, after, upTo)), List.of());
			String each = where.entrySet().stream()
					.filter(asked -> touched.contains(generations.get(asked.getKey().name())) || catchUps.containsKey(asked.getKey().name()))
					.map(asked -> ChangesSql.told(asked.getKey(), requireNonNull(generations.get(asked.getKey().name())), fields(asked.getKey()), asked.getValue(), after, upTo,
							catchUps.getOrDefault(asked.getKey().name(), List.of()), parameters))
					.collect(Collectors.joining(" union all "));
			if (each.isEmpty()) {
				return List.of();
			}
			String order = direction == Direction.LATEST_FIRST ? "desc" : "asc";
			String sql = "select * from (select * from (" + each + ") changes order by told_at " + order + " fetch first " + limit + " rows with ties) first order by told_at "
					+ order
					+ ", position " + order + ", view, id";
			List<Change<?>> found = new ArrayList<>();
			jdbc.query(sql, setter(parameters), row -> {
				found.add(change(where.keySet(), generations, row));
			});
			return List.copyOf(found);
		});
	}

	/** By the name of the view, when these were set aside. */
	private Map<String, List<CatchUp>> catchUps(Set<ReadModel<?, ?>> views) {
		Map<String, List<CatchUp>> catchUps = new HashMap<>();
		jdbc.query("select view, after, up_to from view.catch_up where view = any(?)", setter(List.of(new SqlArrayValue("text", views.stream().map(ReadModel::name).toArray()))),
				row -> {
					catchUps.computeIfAbsent(row.getString(1), view -> new ArrayList<>()).add(new CatchUp(row.getLong(2), row.getLong(3)));
				});
		return catchUps;
	}

	@Override
	public Set<ReadModel<?, ?>> concerned(Map<ReadModel<?, ?>, Scope> where) {
		return where.isEmpty() ? Set.of() : twice(() -> {
			List<Object> parameters = new ArrayList<>();
			Map<String, Long> generations = servingOf(where.keySet());
			List<String> each = new ArrayList<>();
			where.forEach((view, scope) -> each.add(ChangesSql.concerned(requireNonNull(generations.get(view.name())), fields(view), scope, parameters)));
			Set<Long> concerned = among(each.stream(), parameters);
			return where.keySet().stream().filter(view -> concerned.contains(generations.get(view.name()))).collect(Collectors.toSet());
		});
	}

	@Override
	public List<Long> positions(Map<ReadModel<?, ?>, Scope> where, long upTo) {
		return where.isEmpty() ? List.of() : twice(() -> {
			List<Object> parameters = new ArrayList<>();
			Map<String, Long> generations = servingOf(where.keySet());
			String states = where.entrySet().stream()
					.map(asked -> ChangesSql.states(requireNonNull(generations.get(asked.getKey().name())), fields(asked.getKey()), asked.getValue(), upTo, parameters))
					.collect(Collectors.joining(" union all "));
			parameters.add(upTo);
			String follows = "generation = one.generation and id = one.id and ";
			String sql = "with states as materialized (" + states + ") select from_position as position, null::bigint as generation, null::text as id from states one "
					+ "where not exists (select from states where " + follows
					+ "to_position = one.from_position and body = one.body) union select to_position, generation, id from states one "
					+ "where to_position <= ? and not exists (select from states where " + follows + "from_position = one.to_position)";
			SortedSet<Long> positions = new TreeSet<>();
			Map<Long, Set<Ended>> ended = new HashMap<>();
			jdbc.query(sql, setter(parameters), row -> {
				String id = row.getString("id");
				if (id == null) {
					positions.add(row.getLong("position"));
				} else {
					ended.computeIfAbsent(row.getLong("generation"), generation -> new HashSet<>()).add(new Ended(id, row.getLong("position")));
				}
			});
			ended.forEach((generation, ends) -> positions.addAll(gone(generation, ends)));
			return List.copyOf(positions);
		});
	}

	/** A document of which a state in the scope ended there; the next may be out of it. */
	private record Ended(String id, long position) {
	}

	/** Where documents ended for good. */
	private List<Long> gone(long generation, Set<Ended> ended) {
		SqlArrayValue ids = new SqlArrayValue("text", ended.stream().map(Ended::id).toArray());
		SqlArrayValue positions = new SqlArrayValue("int8", ended.stream().map(Ended::position).toArray());
		Set<Ended> goOn = Set
				.copyOf(jdbc.query(ChangesSql.begun(generation), setter(List.of(ids, positions, ids, positions)), (row, n) -> new Ended(row.getString(1), row.getLong(2))));
		return ended.stream().filter(state -> !goOn.contains(state)).map(Ended::position).toList();
	}

	@Override
	public List<Change<?>> changesAt(Map<ReadModel<?, ?>, Scope> where, Collection<Long> positions) {
		return where.isEmpty() || positions.isEmpty() ? List.of() : twice(() -> {
			List<Object> parameters = new ArrayList<>();
			Map<String, Long> generations = servingOf(where.keySet());
			Set<Long> touched = among(generations.values().stream().map(generation -> ChangesSql.touched(generation, positions)), List.of());
			String each = where.entrySet().stream().filter(asked -> touched.contains(generations.get(asked.getKey().name())))
					.map(asked -> ChangesSql.changes(asked.getKey(), requireNonNull(generations.get(asked.getKey().name())), fields(asked.getKey()), asked.getValue(), positions,
							parameters))
					.collect(Collectors.joining(" union all "));
			if (each.isEmpty()) {
				return List.of();
			}
			List<Change<?>> found = new ArrayList<>();
			jdbc.query("select changes.*, position as told_at from (" + each + ") changes order by position, view, id", setter(parameters), row -> {
				found.add(change(where.keySet(), generations, row));
			});
			return List.copyOf(found);
		});
	}

	/** The generations that these short questions give back: to plan a long one for all views takes longer than to answer it for the few that it is about. */
	private Set<Long> among(Stream<String> each, List<Object> parameters) {
		return Set.copyOf(jdbc.query(each.collect(Collectors.joining(" union all ")), setter(parameters), (row, n) -> row.getLong(1)));
	}

	@Override
	public List<ReadModel<?, ?>> holding(String id) {
		String sql = """
				select name from view.generation where serving and id in
				(select generation from view.document where id = ? union all select generation from view.document_version where id = ?)""";
		Set<String> names = Set.copyOf(jdbc.query(sql, setter(List.of(id, id)), (row, n) -> row.getString(1)));
		return ReadModels.ALL.stream().<ReadModel<?, ?>>map(view -> view).filter(view -> names.contains(view.name())).toList();
	}

	/** The generations that hold nothing, now or earlier: to plan a question for them costs as much as for the others. */
	private Set<Long> empty(Collection<Long> generations) {
		String sql = """
				select g from unnest(?) as asked (g) where pg_relation_size(to_regclass('view.document_' || g)) = 0 and pg_relation_size(to_regclass('view.document_version_' || g)) = 0""";
		return Set.copyOf(jdbc.query(sql, setter(List.of(new SqlArrayValue("int8", generations.toArray()))), (row, n) -> row.getLong(1)));
	}

	/** When a view was rebuilt and its old table dropped between two statements, once more; what is wrong for another reason fails again. */
	private static <T> T twice(Supplier<T> reading) {
		try {
			return reading.get();
		} catch (BadSqlGrammarException e) {
			return reading.get();
		}
	}

	/** As {@link #serving}, of several views in one question. */
	private Map<String, Long> servingOf(Set<ReadModel<?, ?>> views) {
		Map<String, Long> generations = new HashMap<>();
		List<Object> parameters = List.of(new SqlArrayValue("text", views.stream().map(ReadModel::name).toArray()),
				new SqlArrayValue("int4", views.stream().map(ReadModel::version).toArray()));
		jdbc.query(
				"select g.name, g.id, g.version <> asked.version or g.mixed from unnest(?, ?) as asked (name, version) join view.generation g on g.name = asked.name and g.serving",
				setter(parameters), row -> {
					if (row.getBoolean(3)) {
						ofAnotherVersion.add(row.getLong(2));
					}
					generations.put(row.getString(1), row.getLong(2));
				});
		views.stream().map(ReadModel::name).filter(name -> !generations.containsKey(name)).findFirst().ifPresent(missing -> {
			throw new ViewNotReady(missing);
		});
		return generations;
	}

	private Change<?> change(Set<ReadModel<?, ?>> views, Map<String, Long> generations, ResultSet row) throws SQLException {
		String name = row.getString("view");
		return change(views.stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow(), requireNonNull(generations.get(name)), row);
	}

	private <D> Change<D> change(ReadModel<D, ?> view, long generation, ResultSet row) throws SQLException {
		return new Change<>(view, row.getString("id"), new PartnershipId(row.getObject("partnership_id", UUID.class)), state(view, generation, row, "before_"),
				state(view, generation, row, "after_"), row.getLong("position"), row.getLong("told_at"), row.getBoolean("ended"));
	}

	private <D> @Nullable Stored<D> state(ReadModel<D, ?> view, long generation, ResultSet row, String side) throws SQLException {
		String body = row.getString(side + "body");
		return body == null
				? null
				: new Stored<>(row.getString("id"), document(view, generation, body), row.getLong(side + "sequence"), row.getLong(side + "from"),
						row.getObject(side + "at", OffsetDateTime.class).toInstant());
	}

	/** The condition that a document has the words, or quotes one that has and that is asked for. */
	private String has(SearchWords wanted, Map<ReadModel<?, ?>, Condition> also, ReadModel<?, ?> view, long generation, AsOf asOf, List<Object> parameters) {
		String itself = wanted.condition(parameters);
		ReadModel.Quotes quotes = view.quotes();
		if (quotes == null) {
			return itself;
		}
		String quoted = quotes.from().stream().map(from -> {
			long serving = serving(from);
			return "select id from " + rows(serving, asOf) + " where generation = " + serving + " and " + wanted.condition(parameters)
					+ also(fields(from), Stream.ofNullable(also.get(from)).toList(), parameters);
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
		return "(select " + COLUMNS + ", words, " + Fields.beside() + " from " + Generations.documents(generation) + " where from_position <= " + asOf.position() + " union all "
				+ "select * from " + versions(generation, asOf) + " as version) as rows";
	}

	/** The versions that have ended since, with the columns of documents. */
	private static String versions(long generation, AsOf asOf) {
		return "(select " + COLUMNS + ", " + WORDS_OF_VERSION + ", " + Fields.besideVersion() + " from " + Generations.versions(generation)
				+ " where int8range(from_position, to_position) @> " + asOf.position() + "::bigint)";
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
		Optional<PartnershipId> remembered = Optional.ofNullable(partnerships.get(id));
		if (remembered.isPresent()) {
			return remembered;
		}
		String sql = """
				select partnership_id from view.document where id = ? and generation = any(array(select id from view.generation where serving)) and partnership_id is not null
				union all
				select partnership_id from view.document_version where id = ? and generation = any(array(select id from view.generation where serving)) and partnership_id is not null
				limit 1""";
		Optional<PartnershipId> found = jdbc.query(sql, setter(List.of(id, id)), (row, n) -> new PartnershipId(row.getObject(1, UUID.class))).stream().findFirst();
		found.ifPresent(partnership -> partnerships.put(id, partnership));
		return found;
	}

	/** Names of the views that have a document with one of these ids, as known now. */
	public Set<String> viewsWith(Set<String> ids) {
		return Set.copyOf(jdbc.query("select distinct g.name from view.generation g join view.document d on d.generation = g.id where g.serving and d.id = any(?)",
				setter(List.of(new SqlArrayValue("text", ids.toArray()))), (row, n) -> row.getString(1)));
	}

	@Override
	public Stream<Naming> naming(Collection<String> texts) {
		SqlArrayValue sought = new SqlArrayValue("text", texts.toArray());
		return jdbc.query("select id, name from view.generation where serving order by name", (row, n) -> Map.entry(row.getLong(1), row.getString(2))).stream()
				.flatMap(view -> Paged.stream(READ_AT_ONCE, last -> jdbc.query("""
						select id, body from (select id, body::text as body from view.document where generation = %d and id > ?) document
						where exists (select from unnest(?) sought where strpos(body, sought) > 0) order by id limit %d""".formatted(view.getKey(), READ_AT_ONCE),
						setter(List.of(last == null ? "" : last.id(), sought)), (row, n) -> new Naming(view.getValue(), row.getString(1), row.getString(2)))));
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

	/** With a plan for these values only: how many documents have some words differs too much for one plan that is kept for all. */
	private static PreparedStatementSetter plannedFor(List<? extends @Nullable Object> parameters) {
		return statement -> {
			statement.unwrap(PGStatement.class).setPrepareThreshold(0);
			setter(parameters).setValues(statement);
		};
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
