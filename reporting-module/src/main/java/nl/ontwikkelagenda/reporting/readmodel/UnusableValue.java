package nl.ontwikkelagenda.reporting.readmodel;

/** A list was asked to filter by a value that the field can never have, such as a word for a number. */
public final class UnusableValue extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;

	UnusableValue(String field, String value, Throwable cause) {
		super("De waarde '" + value + "' past niet bij het veld '" + field + "'.", cause);
		this.field = field;
	}

	public String field() {
		return field;
	}
}
