package nl.ontwikkelagenda.app.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.rest.Running;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table, read with the rights of the owner, as a dump would hold it. */
public final class WholeDatabase {

	private final JdbcClient owner;

	public WholeDatabase(Running application) {
		this(application.database());
	}

	public WholeDatabase(TestDatabase database) {
		this.owner = JdbcClient.create(database.owner());
	}

	public JdbcClient owner() {
		return owner;
	}

	/** The tables in which one of these stands, as words or as bytes, in whatever capitals. */
	public List<String> tablesWith(List<String> words) {
		List<String> found = new ArrayList<>();
		String[] sought = words.stream().flatMap(word -> List.of(word.toLowerCase(Locale.ROOT), HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8))).stream())
				.toArray(String[]::new);
		for (String table : owner.sql("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
				.query(String.class).list()) {
			if (owner
					.sql("with line as materialized (select lower(every::text) as line from " + table
							+ " as every) select exists (select from line join unnest(?) word on strpos(line, word) > 0)")
					.param(sought).query(Boolean.class).single()) {
				found.add(table);
			}
		}
		return found;
	}
}
