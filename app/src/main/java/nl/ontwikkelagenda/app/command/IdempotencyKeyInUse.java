package nl.ontwikkelagenda.app.command;

/** An earlier request with the same idempotency key is still running (409). */
public class IdempotencyKeyInUse extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public IdempotencyKeyInUse() {
		super("Een eerder verzoek met deze Idempotency-Key loopt nog. Wacht even en stuur het daarna opnieuw.");
	}
}
