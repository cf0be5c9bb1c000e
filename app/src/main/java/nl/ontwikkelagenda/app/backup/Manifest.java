package nl.ontwikkelagenda.app.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds; its last entry, {@code manifest.json}.
 *
 * @param format        of the file, {@link #FORMAT}
 * @param madeAt        when it was begun
 * @param schemaVersion number of the newest migration of the database that it comes from
 * @param facts         number of events in it
 * @param lastFact      position of the last of them, 0 when there is none
 * @param tables        in the order in which they can be filled
 * @param counters      how far the sequences are
 */
public record Manifest(int format, Instant madeAt, String schemaVersion, long facts, long lastFact, List<Table> tables, List<Counter> counters) {

	static final int FORMAT = 1;
	static final String ENTRY = "manifest.json";

	/**
	 * One table.
	 *
	 * @param name    with its schema, quoted where needed
	 * @param columns in the order of the file
	 * @param rows    number of rows
	 * @param sha256  of its entry, in hexadecimal digits
	 */
	record Table(String name, List<String> columns, long rows, String sha256) {

		/** Name of its entry: PostgreSQL's text format of {@code copy}. */
		String entry() {
			return "tables/" + name + ".copy";
		}
	}

	/**
	 * One sequence.
	 *
	 * @param name      with its schema, quoted where needed
	 * @param lastValue the last value that it gave, or its first when it gave none
	 * @param called    whether it gave one
	 */
	record Counter(String name, long lastValue, boolean called) {
	}
}
