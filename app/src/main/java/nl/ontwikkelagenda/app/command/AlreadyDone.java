package nl.ontwikkelagenda.app.command;

/** An earlier request with the same idempotency key had its effect; give its answer again. Nothing has changed now. */
public class AlreadyDone extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Outcome outcome;

	public AlreadyDone(Outcome outcome) {
		super("Dit verzoek is al uitgevoerd.");
		this.outcome = outcome;
	}

	public Outcome outcome() {
		return outcome;
	}
}
