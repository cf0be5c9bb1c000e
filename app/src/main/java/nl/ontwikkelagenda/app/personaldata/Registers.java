package nl.ontwikkelagenda.app.personaldata;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What the registers hold about a person: every table, also those that come later, with a column that says whose row it is or who did something to it. Passwords, secrets of links and other
 * bytes stay where they are.
 */
@Component
class Registers {

	private static final Pattern SECOND_WORD = Pattern.compile("_([a-z])");
	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {
	};
	/** Columns that say whose row it is. */
	private static final List<String> OWNERS = List.of("person_id", "actor");

	/** The rows of a register that are told, where not all are. What somebody was refused is written down of what is there and hidden, and not of what is nowhere: it would tell that there is such a thing. */
	private static final Map<String, String> TOLD = Map.of("audit_access", "kind <> 'REFUSED'");

	/**
	 * The condition that a column of {@code information_schema.columns} can name a person: whose row it is, or who changed, decided, asked or added something; what stands in
	 * JSON is looked through. The JSON of documents is told from the views.
	 */
	static final String NAMES = """
			(column_name = 'actor' or (data_type = 'uuid' and (column_name = 'person_id' or column_name like '%\\_by' or (table_name, column_name) in (('person', 'id'), ('person', 'joined_into'))))
				or (data_type = 'jsonb' and table_schema = 'register'))""";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	/** Read once: tables change only when another version of the application starts. */
	private final SingletonSupplier<List<Register>> registers = SingletonSupplier.of(this::read);

	Registers(JdbcClient jdbc, Sealer sealer) {
		this.jdbc = jdbc;
		this.sealer = sealer;
	}

	/**
	 * A register with rows of persons.
	 *
	 * @param schema  of its table
	 * @param naming  the condition that a row names the person
	 * @param columns what is shown of a row, as arguments of {@code jsonb_build_object}
	 * @param persons the fields of a row in which a person can stand
	 */
	private record Register(String schema, String name, String naming, String columns, List<String> persons) {

		String rows() {
			return schema + "." + name + " t where (" + naming + ") and " + TOLD.getOrDefault(name, "true");
		}
	}

	/** By name of the register, of somebody with these ids; those without a row that names him are left out. */
	Map<String, List<Map<String, Object>>> of(List<PersonId> ids) {
		return of(ids, name -> true);
	}

	/** Of those whose name this accepts. */
	Map<String, List<Map<String, Object>>> of(List<PersonId> ids, Predicate<String> wanted) {
		Map<String, List<Map<String, Object>>> all = new TreeMap<>();
		Set<String> his = ids.stream().flatMap(id -> Stream.of(id.toString(), Actor.person(id).value())).collect(Collectors.toSet());
		for (Register register : registers.obtain().stream().filter(each -> wanted.test(camelCase(each.name()))).toList()) {
			List<Map<String, Object>> rows = jdbc
					.sql("select jsonb_strip_nulls(jsonb_build_object(" + register.columns() + "))::text from " + register.rows())
					.param("persons", ids.stream().map(PersonId::value).toList()).param("actors", ids.stream().map(id -> Actor.person(id).value()).toList())
					.param("within", ids.stream().map(id -> "%" + id + "%").toArray(String[]::new)).query(String.class).list().stream()
					.<Map<String, Object>>map(row -> part(register, opened(register.name(), JSON.readValue(row, ROW)), his)).toList();
			if (!rows.isEmpty()) {
				all.put(camelCase(register.name()), rows);
			}
		}
		return all;
	}

	/** His own row as it is; of a row about another, such as one that he corrected or that tells who read about him, not who the other is. */
	private static Map<String, Object> part(Register register, Map<String, Object> row, Set<String> his) {
		if (OWNERS.stream().noneMatch(owner -> his.contains(String.valueOf(row.get(camelCase(owner)))))) {
			register.persons().stream().filter(person -> !his.contains(String.valueOf(row.get(person)))).forEach(row::remove);
		}
		return row;
	}

	/** With the values that the database keeps sealed. */
	private Map<String, Object> opened(String register, Map<String, Object> row) {
		SealedTable.named(register).ifPresent(table -> {
			Sealer.Row sealed = sealer.row(table, String.valueOf(row.get(camelCase(table.id()))));
			table.columns().forEach(column -> row.computeIfPresent(column, (name, value) -> sealed.open(column, Base64.getMimeDecoder().decode(value.toString()))));
		});
		return row;
	}

	private static String sealedColumns() {
		return SealedTable.ALL.stream().flatMap(table -> table.columns().stream().map(column -> "('" + table.name() + "', '" + column + "')")).collect(Collectors.joining(", "));
	}

	private List<Register> read() {
		return jdbc.sql("""
				select table_schema, table_name,
					string_agg('t.' || quote_ident(column_name) || case when column_name = 'actor' then ' in (:actors)' when data_type = 'jsonb' then '::text like any(:within)'
						else ' in (:persons)' end, ' or ') filter (where names) as naming,
					string_agg(quote_literal(column_name) || ', ' || case data_type when 'timestamp with time zone'
						then 'to_char(t.' || quote_ident(column_name) || ' at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'')'
						when 'bytea' then 'encode(t.' || quote_ident(column_name) || ', ''base64'')'
						else 't.' || quote_ident(column_name) end, ', ' order by ordinal_position)
						filter (where (data_type <> 'bytea' or (table_name, column_name) in (%s)) and column_name <> 'password_hash') as columns,
					coalesce(array_agg(column_name::text) filter (where names and data_type <> 'jsonb'), '{}') as persons
				from (select *, %s as names from information_schema.columns where table_schema in ('register', 'view')) known
				group by table_schema, table_name having bool_or(names) order by table_name""".formatted(sealedColumns(), NAMES))
				.query((row, number) -> new Register(row.getString("table_schema"), row.getString("table_name"), row.getString("naming"), named(row.getString("columns")),
						Stream.of((String[]) row.getArray("persons").getArray()).map(Registers::camelCase).toList()))
				.list();
	}

	/** The names of columns as they are written in JSON. */
	private static String named(String columns) {
		return Pattern.compile("'[a-z_]+', ").matcher(columns).replaceAll(name -> camelCase(name.group()));
	}

	static String camelCase(String name) {
		return SECOND_WORD.matcher(name).replaceAll((MatchResult word) -> word.group(1).toUpperCase(Locale.ROOT));
	}
}
