package nl.ontwikkelagenda.app.store;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.UnknownSerializedType;

/** A message of Axon's as an entry of the log. */
public final class LoggedEvent {

	private LoggedEvent() {
	}

	/** @throws EventStoreException when this version does not know such events */
	public static EventLog.Entry entry(EventMessage<?> event, long position) {
		if (event.getPayload() instanceof UnknownSerializedType) {
			throw new EventStoreException("The log holds a type of event at position " + position + " that this version does not know; was it written by a newer one?");
		}
		DomainEventMessage<?> ofAggregate = event instanceof DomainEventMessage<?> domainEvent && domainEvent.getAggregateIdentifier() != null ? domainEvent : null;
		String aggregate = ofAggregate == null ? event.getIdentifier() : ofAggregate.getAggregateIdentifier();
		long sequence = ofAggregate == null ? 0 : ofAggregate.getSequenceNumber();
		Actor by = new Actor(String.valueOf(event.getMetaData().get(Provenance.ACTOR)));
		return new EventLog.Entry(aggregate, event.getPayload(), new Recorded(position, sequence, event.getTimestamp(), by));
	}
}
