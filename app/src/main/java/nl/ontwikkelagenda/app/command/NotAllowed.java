package nl.ontwikkelagenda.app.command;

import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.jspecify.annotations.Nullable;

/** The actor takes part in the partnership but holds none of the rights that would do (403). Nothing has changed. */
public class NotAllowed extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final List<Right> wouldDo;
	private final @Nullable PartnershipId partnership;

	/**
	 * @param sentence one Dutch sentence that names the rights that would do
	 * @param wouldDo  those rights; empty when no right in a partnership would do
	 */
	public NotAllowed(String sentence, List<Right> wouldDo) {
		this(sentence, wouldDo, null);
	}

	/** @param partnership where the right was wanting; null when that is nowhere in particular */
	public NotAllowed(String sentence, List<Right> wouldDo, @Nullable PartnershipId partnership) {
		super(sentence);
		this.wouldDo = List.copyOf(wouldDo);
		this.partnership = partnership;
	}

	public List<Right> wouldDo() {
		return wouldDo;
	}

	/** Where the right was wanting; empty when that is nowhere in particular. */
	public Optional<PartnershipId> partnership() {
		return Optional.ofNullable(partnership);
	}
}
