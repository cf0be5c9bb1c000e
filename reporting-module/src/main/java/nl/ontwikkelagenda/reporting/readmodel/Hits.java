package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;

/** One page of what was found in several views, best first, and how much there is in all. */
public record Hits(List<Hit<?>> items, long total) {

	/** A document and the view that it is of. */
	public record Hit<D>(ReadModel<D, ?> view, Stored<D> found) {
	}
}
