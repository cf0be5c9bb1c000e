package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

/** A list was asked to filter or sort by a field that it cannot be filtered or sorted by. */
public final class UnknownField extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String field;
	private final transient List<String> allowed;

	UnknownField(String field, List<String> allowed) {
		super("Onbekend veld '" + field + "'" + (allowed.isEmpty() ? "." : "; kies uit: " + String.join(", ", allowed) + "."));
		this.field = field;
		this.allowed = allowed;
	}

	public String field() {
		return field;
	}

	/** What could have been asked instead. */
	public List<String> allowed() {
		return allowed;
	}
}
