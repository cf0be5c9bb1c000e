package nl.ontwikkelagenda.app.rest;

import java.util.List;

/** A request that cannot be understood; answered with 400 and every field that is wrong. */
public class InvalidInput extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FieldError> errors;

	public InvalidInput(List<FieldError> errors) {
		super(errors.size() + " invalid field(s)");
		this.errors = List.copyOf(errors);
	}

	public InvalidInput(String field, String message) {
		this(List.of(new FieldError(field, message)));
	}

	public List<FieldError> errors() {
		return errors;
	}
}
