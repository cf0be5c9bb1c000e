package nl.ontwikkelagenda.reporting.readmodel;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * A document that is not what it was.
 *
 * @param before   null when it was not there, or not in what was asked about
 * @param after    null when it is not there any more, or not in what was asked about
 * @param position of the fact that changed it, or changed it last
 * @param toldAt   where it is told to who follows what changes: that position, or a later one when the view was set aside at the time
 * @param ended    whether it came to its end by this
 */
public record Change<D>(ReadModel<D, ?> view, String id, PartnershipId partnershipId, @Nullable Stored<D> before, @Nullable Stored<D> after, long position, long toldAt,
		boolean ended) {

	/** The document as it became, or as it last was. */
	public D latest() {
		Stored<D> known = after == null ? before : after;
		if (known == null) {
			throw new IllegalStateException("Nothing changed in " + view.name() + " " + id);
		}
		return known.document();
	}
}
