package nl.ontwikkelagenda.app.command;

import java.time.Duration;

/** A fact of the aggregate that a command is for cannot be read, so nothing can be decided about it (503) until somebody mends it. */
public class DamagedFact extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public DamagedFact() {
		super("In de geschiedenis hiervan staat iets dat niet meer te lezen is. Er is niets gewijzigd; geef het door aan de beheerder van deze installatie.");
	}

	/** For the Retry-After header: mending takes a person. */
	public Duration retryAfter() {
		return Duration.ofHours(1);
	}
}
