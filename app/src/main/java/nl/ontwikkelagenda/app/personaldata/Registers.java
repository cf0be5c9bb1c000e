package nl.ontwikkelagenda.app.personaldata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
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

	Registers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A register with rows of persons.
	 *
	 * @param owner   the condition that a row is of the person
	 * @param columns what is shown of a row, as arguments of {@code jsonb_build_object}
	 */
	private record Register(String name, String owner, String columns) {
	}

	/** By name of the register; those without a row of his are left out. */
	Map<String, List<Map<String, Object>>> of(PersonId person) {
		Map<String, List<Map<String, Object>>> all = new TreeMap<>();
		for (Register register : registers()) {
			List<Map<String, Object>> rows = jdbc
					.sql("select jsonb_strip_nulls(jsonb_build_object(" + register.columns() + "))::text from register." + register.name() + " t where " + register.owner())
					.param("person", person.value()).param("actor", Actor.person(person).value()).query(String.class).list().stream()
					.<Map<String, Object>>map(row -> JSON.readValue(row, ROW)).toList();
			if (!rows.isEmpty()) {
				all.put(camelCase(register.name()), rows);
			}
		}
		return all;
	}

	private List<Register> registers() {
		return jdbc.sql("""
				select table_name,
					case when table_name = 'person' then 'id = :person' when bool_or(column_name = 'person_id') then 'person_id = :person' else 'actor = :actor' end as owner,
					string_agg(quote_literal(column_name) || ', ' || case data_type when 'timestamp with time zone'
						then 'to_char(t.' || quote_ident(column_name) || ' at time zone ''UTC'', ''YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'')'
						else 't.' || quote_ident(column_name) end, ', ' order by ordinal_position) filter (where data_type <> 'bytea' and column_name <> 'password_hash') as columns
				from information_schema.columns where table_schema = 'register'
				group by table_name having table_name = 'person' or bool_or(column_name in ('person_id', 'actor')) order by table_name""")
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
