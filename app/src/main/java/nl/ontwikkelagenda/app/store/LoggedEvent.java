package nl.ontwikkelagenda.app.store;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.UnknownSerializedType;

/** A message of Axon's as an entry of the log. */
public final class LoggedEvent {

	private LoggedEvent() {
	}

	/** @throws UnknownFact when this version does not know such events */
	public static EventLog.Entry entry(EventMessage<?> event, long position) {
		if (!isKnown(event)) {
			throw new UnknownFact("at position " + position);
		}
		DomainEventMessage<?> ofAggregate = event instanceof DomainEventMessage<?> domainEvent && domainEvent.getAggregateIdentifier() != null ? domainEvent : null;
		String aggregate = ofAggregate == null ? event.getIdentifier() : ofAggregate.getAggregateIdentifier();
		long sequence = ofAggregate == null ? 0 : ofAggregate.getSequenceNumber();
		Actor by = new Actor(String.valueOf(event.getMetaData().get(Provenance.ACTOR)));
		return new EventLog.Entry(aggregate, readable(event), new Recorded(position, sequence, event.getTimestamp(), by));
	}

	/** Whether this version can read such events; those that a newer one recorded it can not. */
	public static boolean isKnown(EventMessage<?> event) {
		return event.getPayloadType() != UnknownSerializedType.class;
	}

	/** The fact, or an {@link EventLog.Unreadable} when what is stored is not one. */
	public static Object readable(EventMessage<?> event) {
		try {
			return event.getPayload();
		} catch (SerializationException e) {
			return unreadable(event.getPayloadType(), e);
		}
	}

	/** The type of the failure and where it was are enough: what it says quotes what is stored. */
	private static EventLog.Unreadable unreadable(Class<?> type, Exception failure) {
		Throwable cause = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).filter(JacksonException.class::isInstance).findFirst().orElse(failure);
		String where = cause instanceof DatabindException found
				? found.getPath().stream().map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName()).collect(Collectors.joining("."))
				: "";
		return new EventLog.Unreadable(type, cause.getClass().getSimpleName() + (where.isEmpty() ? "" : " at " + where));
	}
}
