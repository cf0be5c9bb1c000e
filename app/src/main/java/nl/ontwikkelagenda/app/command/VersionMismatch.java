package nl.ontwikkelagenda.app.command;

/** The aggregate no longer (or not yet) has the sequence that the sender expected: somebody was first (412). Nothing has changed. */
public class VersionMismatch extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final long expected;
	private final long actual;

	/** @param actual the sequence it has; -1 when it does not exist yet */
	public VersionMismatch(long expected, long actual) {
		super("Iemand anders was u voor: u ging uit van versie " + expected + ", maar het is nu versie " + actual + ". Haal de laatste versie op en probeer het opnieuw.");
		this.expected = expected;
		this.actual = actual;
	}

	public long expected() {
		return expected;
	}

	public long actual() {
		return actual;
	}
}
