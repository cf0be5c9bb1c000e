package nl.ontwikkelagenda.actions.deadline;

/** The words give no date; says why in plain Dutch. Ends the reading of a phrase, wherever in the grammar this is found. */
final class Unclear extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	Unclear(String reason) {
		super(reason, null, false, false);
		this.reason = reason;
	}

	String reason() {
		return reason;
	}
}
