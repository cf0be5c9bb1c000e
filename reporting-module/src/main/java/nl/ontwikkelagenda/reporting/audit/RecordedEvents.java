package nl.ontwikkelagenda.reporting.audit;

import java.util.List;

/** The log as it is kept, event by event, in its one order. */
public interface RecordedEvents {

	/** An event at its place in the log. */
	record Placed(long position, RecordedEvent event) {
	}

	/** At most {@code limit} events after {@code position}; never passes an append in flight. Empty when there are none yet. */
	List<Placed> readAfter(long position, int limit);
}
