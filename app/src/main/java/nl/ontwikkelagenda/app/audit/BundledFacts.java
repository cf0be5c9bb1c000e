package nl.ontwikkelagenda.app.audit;

import java.util.List;

import nl.ontwikkelagenda.app.audit.Bundles.Scope;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;

/** The events that go into a bundle, from the log and the ledger together. */
interface BundledFacts {

	/** @param index of its leaf */
	record Numbered(long index, RecordedEvent event) {
	}

	/** Ids of what belongs to the partnership: what begins with an event that names it. */
	List<String> aggregates(Scope scope);

	/** At most {@code limit} events of these aggregates in this scope, in order, whose leaves are after {@code last} and before {@code size}; fewer when there are no more. */
	List<Numbered> part(Scope scope, int run, long last, long size, List<String> aggregates, int limit);
}
