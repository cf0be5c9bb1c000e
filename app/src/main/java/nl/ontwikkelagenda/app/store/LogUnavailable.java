package nl.ontwikkelagenda.app.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The log did not take the events within its time-outs, or cannot be reached; trying again later makes sense. PostgreSQL stored nothing then; of Axon Server that is not certain when
 * its answer was lost.
 */
public class LogUnavailable extends EventStoreException {

	private static final long serialVersionUID = 1L;

	public LogUnavailable(String message, Throwable cause) {
		super(message, cause);
	}
}
