package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

/**
 * One page of what was found in several views, best first.
 *
 * @param total how much was found in all
 * @param more  whether there can be more than was looked at: of each view, the {@link #MOST} documents of a partnership that changed last
 */
public record Hits(List<Hit<?>> items, long total, boolean more) {

	/** Beyond this many the words tell too little to be worth putting all that has them in order. */
	public static final int MOST = 1_000;

	/** A document and the view that it is of. */
	public record Hit<D>(ReadModel<D, ?> view, Stored<D> found) {
	}
}
