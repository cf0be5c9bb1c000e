package nl.ontwikkelagenda.agenda.partnership;

/** A command refers to something that does not exist in its partnership. Nothing has changed. */
public class UnknownReference extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	/**
	 * @param field    the field of the request at fault
	 * @param sentence one Dutch sentence
	 */
	public UnknownReference(String field, String sentence) {
		super(sentence);
		this.field = field;
	}

	public String field() {
		return field;
	}
}
