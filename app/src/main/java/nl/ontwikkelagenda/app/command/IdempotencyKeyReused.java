package nl.ontwikkelagenda.app.command;

/** The same idempotency key came with another request (422). Nothing has changed. */
public class IdempotencyKeyReused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public IdempotencyKeyReused() {
		super("Deze Idempotency-Key is al gebruikt voor een ander verzoek. Kies een nieuwe sleutel.");
	}
}
