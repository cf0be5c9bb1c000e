package nl.ontwikkelagenda.app.store;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Dates every fact by the clock of the application that records it; the clock of Axon's messages is one for the whole JVM. */
final class Dating implements MessageDispatchInterceptor<EventMessage<?>> {

	private final Clock clock;

	Dating(Clock clock) {
		this.clock = clock;
	}

	@Override
	public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
		return (place, event) -> event instanceof DomainEventMessage<?> fact
				? new GenericDomainEventMessage<>(fact.getType(), fact.getAggregateIdentifier(), fact.getSequenceNumber(), fact, clock.instant())
				: new GenericEventMessage<Object>(event.getIdentifier(), event.getPayload(), event.getMetaData(), clock.instant());
	}
}
