package nl.ontwikkelagenda.app.sealing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of the schema {@code register} of which columns are sealed.
 *
 * @param name    without the schema
 * @param id      the column, a UUID, that says which row it is
 * @param columns that are sealed
 * @param indexes by name of the column with the digest, the column that it is of
 */
public record SealedTable(String name, String id, List<String> columns, Map<String, String> indexes) {

	public static final SealedTable PERSON = new SealedTable("person", "id", List.of("name", "function", "email", "phone"),
			Map.of("name_index", "name", "email_index", "email"));
	public static final SealedTable REGISTRATION = new SealedTable("registration", "id", List.of("name", "function", "email"), Map.of("email_index", "email"));
	public static final SealedTable OUTGOING_MAIL = new SealedTable("outgoing_mail", "id", List.of("subject", "body"), Map.of());

	/** All there are. */
	public static final List<SealedTable> ALL = List.of(PERSON, REGISTRATION, OUTGOING_MAIL);

	/** @param name without the schema */
	public static Optional<SealedTable> named(String name) {
		return ALL.stream().filter(table -> table.name.equals(name)).findFirst();
	}

	/** What a value is bound to, so that none can be put in the place of another. */
	String place(String column, Object row) {
		return name + "." + column + "/" + row;
	}
}
