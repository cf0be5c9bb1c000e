package nl.ontwikkelagenda.app.command;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.Right;

/** The actor takes part in the partnership but holds none of the rights that would do (403). Nothing has changed. */
public class NotAllowed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final List<Right> wouldDo;

	/**
	 * @param sentence one Dutch sentence that names the rights that would do
	 * @param wouldDo  those rights; empty when no right in a partnership would do
	 */
	public NotAllowed(String sentence, List<Right> wouldDo) {
		super(sentence);
		this.wouldDo = List.copyOf(wouldDo);
	}

	public List<Right> wouldDo() {
		return wouldDo;
	}
}
