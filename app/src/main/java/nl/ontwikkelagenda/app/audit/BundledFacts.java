package nl.ontwikkelagenda.app.audit;

import java.util.List;

import nl.ontwikkelagenda.app.audit.Bundles.Scope;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;

/** The events that go into a bundle, from the log and the ledger together. What belongs to a partnership begins with an event that names it. */
interface BundledFacts {

	/** @param index of its leaf */
	record Numbered(long index, RecordedEvent event) {
	}

	/** Where the events of this scope are, in order; found once, as asking for each part from the whole log again would take ever longer. */
	long[] positions(Scope scope);

	/** The events at these positions, in order, whose leaves are before {@code size}. */
	List<Numbered> part(int run, long[] positions, long size);
}
