package nl.ontwikkelagenda.reporting.readmodel;

/** A fact was recorded by a newer version of the application, in a way that this version cannot read; an instance of that version can. */
public final class UnknownFact extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param where it is, as in "at position 12" */
	public UnknownFact(String where) {
		super("The log holds a fact " + where + " that this version does not know; was it recorded by a newer one?");
	}
}
