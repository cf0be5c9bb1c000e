package nl.ontwikkelagenda.app.command;

import java.time.Duration;

import nl.ontwikkelagenda.app.store.LoggedEvent;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;

import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads an aggregate with one statement, under a lock for which nobody waits for ever. Only events of its own type count, so the id of another kind of thing is unknown here.
 *
 * <p>
 * The state of a long aggregate is kept between commands, and every load reads the events after it. That is sound with several nodes and with rollbacks: what is kept is the
 * fold of committed events only, committed events never change, and later ones (of any node) are read before a decision. A state is taken out while a command works on it and
 * put back after the commit or an outright refusal, all under the lock; a command that fails after its first event leaves nothing behind.
 */
class AggregateRepository<T> extends EventSourcingRepository<T> {

	/** From so many events on, reading them all costs more than keeping the state. */
	private static final int LONG = 30;
	private static final Logger LOG = LoggerFactory.getLogger(AggregateRepository.class);
	private static final int LOCK_ATTEMPT_MILLIS = 100;

	private final EventStore events;
	private final Configuration configuration;
	private final KeptAggregates<T> kept;

	/** An aggregate has nothing injected, so it is made by its constructor and not, at several times the price, as a prototype of Spring's. */
	AggregateRepository(Class<T> type, Configuration configuration, Duration patience, int mostKept) {
		super(EventSourcingRepository.builder(type).parameterResolverFactory(configuration.parameterResolverFactory())
				.handlerDefinition(configuration.handlerDefinition(type)).eventStore(configuration.eventStore()).repositoryProvider(configuration::repository)
				.filterByAggregateType().lockFactory(PessimisticLockFactory.builder().lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
						.acquireAttempts((int) (patience.toMillis() / LOCK_ATTEMPT_MILLIS)).build()));
		this.events = configuration.eventStore();
		this.configuration = configuration;
		this.kept = new KeptAggregates<>(mostKept);
	}

	@Override
	protected EventSourcedAggregate<T> doLoadWithLock(String id, Long expectedVersion) {
		KeptAggregates.State<T> state = kept.take(id);
		EventSourcedAggregate<T> aggregate = state == null ? super.doLoadWithLock(id, expectedVersion) : continued(id, state);
		long loaded = aggregate.version();
		CurrentUnitOfWork.get().root().afterCommit(done -> keep(id, aggregate));
		CurrentUnitOfWork.get().root().onRollback(done -> {
			// A refusal changed nothing, so the state is still what is committed.
			if (aggregate.version() == loaded) {
				keep(id, aggregate);
			}
		});
		return aggregate;
	}

	private void keep(String id, EventSourcedAggregate<T> aggregate) {
		if (aggregate.version() >= LONG && !aggregate.isDeleted()) {
			kept.put(id, new KeptAggregates.State<>(aggregate.getAggregateRoot(), aggregate.version()));
		}
	}

	private EventSourcedAggregate<T> continued(String id, KeptAggregates.State<T> state) {
		EventSourcedAggregate<T> aggregate = EventSourcedAggregate.reconstruct(state.root(), aggregateModel(), state.sequence(), false, events, configuration::repository,
				NoSnapshotTriggerDefinition.TRIGGER);
		DomainEventStream later = events.readEvents(id, state.sequence() + 1).filter(event -> isReadable(id, event));
		if (later.hasNext()) {
			aggregate.initializeState(later);
		}
		return aggregate;
	}

	/** Without the snapshot that {@link EventStore#readEvents(String)} asks for first: there are none. */
	@Override
	protected DomainEventStream readEvents(String id) {
		String type = aggregateModel().type();
		return events.readEvents(id, 0).filter(event -> type.equals(event.getType()) && isReadable(id, event));
	}

	/** Axon passes by what has no handler; a decision would be taken without it. */
	private static boolean isReadable(String id, DomainEventMessage<?> event) {
		if (!LoggedEvent.isKnown(event)) {
			throw new UnknownFact(where(id, event));
		}
		if (LoggedEvent.readable(event) instanceof EventLog.Unreadable unreadable) {
			LOG.error("The fact {} cannot be read: {}", where(id, event), unreadable.why());
			throw new DamagedFact();
		}
		return true;
	}

	private static String where(String id, DomainEventMessage<?> event) {
		return "of " + id + " with sequence number " + event.getSequenceNumber();
	}
}
