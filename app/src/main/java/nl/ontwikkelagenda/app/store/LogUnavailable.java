package nl.ontwikkelagenda.app.store;

import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The log did not take the events within its time-outs, or cannot be reached. Nothing was stored by this append; trying again later makes sense. */
public class LogUnavailable extends EventStoreException {

	private static final long serialVersionUID = 1L;

	public LogUnavailable(String message, Throwable cause) {
		super(message, cause);
	}
}
