package nl.ontwikkelagenda.reporting.readmodel;

/**
 * A part of the log in which a view was set aside. Who followed what changes had passed it when the view served again, so it is told with what comes next.
 *
 * @param after the position at which the view was set aside
 * @param upTo  where it was when it served again
 */
record CatchUp(long after, long upTo) {

	/** Where it is told. */
	long toldAt() {
		return upTo + 1;
	}
}
