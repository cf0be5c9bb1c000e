package nl.ontwikkelagenda.app.personaldata;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the registers hold about a person: every table of the schema {@code register} with a column that says whose row it is, also those that come later. Passwords, secrets of
 * links and other bytes stay where they are.
 */
@Component
class Registers {

	private static final Pattern SECOND_WORD = Pattern.compile("_([a-z])");
	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {
	};

	private final JdbcClient jdbc;
	private final Sealer sealer;

	Registers(JdbcClient jdbc, Sealer sealer) {
		this.jdbc = jdbc;
		this.sealer = sealer;
	}

	/**
	 * A register with rows of persons.
	 *
	 * @param owner   the condition that a row is of the person
	 * @param columns what is shown of a row, as arguments of {@code jsonb_build_object}
	 */
	private record Register(String name, String owner, String columns) {
	}

	/** By name of the register, of somebody with these ids; those without a row of his are left out. */
	Map<String, List<Map<String, Object>>> of(List<PersonId> ids) {
		Map<String, List<Map<String, Object>>> all = new TreeMap<>();
		for (Register register : registers()) {
			List<Map<String, Object>> rows = jdbc
					.sql("select jsonb_strip_nulls(jsonb_build_object(" + register.columns() + "))::text from register." + register.name() + " t where " + register.owner())
					.param("persons", ids.stream().map(PersonId::value).toList()).param("actors", ids.stream().map(id -> Actor.person(id).value()).toList()).query(String.class)
					.list().stream()
					.<Map<String, Object>>map(row -> opened(register.name(), JSON.readValue(row, ROW))).toList();
			if (!rows.isEmpty()) {
				all.put(camelCase(register.name()), rows);
			}
		}
		return all;
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

	private List<Register> registers() {
		return jdbc.sql("""
				select table_name,
					case when table_name = 'person' then 'id in (:persons)' when bool_or(column_name = 'person_id') then 'person_id in (:persons)' else 'actor in (:actors)' end as owner,
					string_agg(quote_literal(column_name) || ', ' || case data_type when 'timestamp with time zone'
						then 'to_char(t.' || quote_ident(column_name) || ' at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'')'
						when 'bytea' then 'encode(t.' || quote_ident(column_name) || ', ''base64'')'
						else 't.' || quote_ident(column_name) end, ', ' order by ordinal_position)
						filter (where (data_type <> 'bytea' or (table_name, column_name) in (%s)) and column_name <> 'password_hash') as columns
				from information_schema.columns where table_schema = 'register'
				group by table_name having table_name = 'person' or bool_or(column_name in ('person_id', 'actor')) order by table_name""".formatted(sealedColumns()))
				.query((row, number) -> new Register(row.getString("table_name"), row.getString("owner"), named(row.getString("columns")))).list();
	}

	/** The names of columns as they are written in JSON. */
	private static String named(String columns) {
		return Pattern.compile("'[a-z_]+', ").matcher(columns).replaceAll(name -> camelCase(name.group()));
	}

	private static String camelCase(String name) {
		return SECOND_WORD.matcher(name).replaceAll((MatchResult word) -> word.group(1).toUpperCase(Locale.ROOT));
	}
}
