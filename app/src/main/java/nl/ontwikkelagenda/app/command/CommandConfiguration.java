package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.app.visibility.Affiliations;
import nl.ontwikkelagenda.app.visibility.ClosedBodies;
import nl.ontwikkelagenda.app.visibility.RestrictedBodies;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Wires the door for commands. Properties: {@code ontwikkelagenda.command.patience} (how long the database may take for one answer, and a sender waits for the views; default
 * 5s), {@code ontwikkelagenda.command.rights-memory} (how long a right that was withdrawn by way of another instance may still be used; default 1s).
 */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

	@Bean
	static AggregateRepositories aggregateRepositories() {
		return new AggregateRepositories();
	}

	@Bean
	IdempotencyKeys idempotencyKeys(JdbcTemplate jdbc) {
		return new IdempotencyKeys(jdbc);
	}

	@Bean
	Rights rights(RecordingClock clock, @Value("${ontwikkelagenda.command.rights-memory:1s}") Duration memory,
			@Value("${ontwikkelagenda.command.patience:5s}") Duration patience, ObjectProvider<Documents> documents, ObjectProvider<ReadModelEngine> views,
			ObjectProvider<EventLog> log, ObjectProvider<Programmes> programmes, ObjectProvider<RestrictedBodies> bodies, ObjectProvider<ClosedBodies> closed,
			ObjectProvider<Affiliations> register) {
		return new Rights(clock, memory, person -> rightsOf(PersonId.of(person), register.getObject(), documents.getObject()),
				id -> partnershipOf(id, documents.getObject(), views.getObject(), log.getObject(), patience),
				(regions, day) -> programmes.getObject().of(regions, day), (person, id) -> bodies.getObject().hides(new Viewer.Somebody(person), id),
				(person, id) -> closed.getObject().areClosedTo(person, id),
				(person, other) -> person.equals(other) || register.getObject().idsOf(person).contains(other));
	}

	/** All rights of a person, under whichever of his ids. */
	private static Optional<RightsView> rightsOf(PersonId person, Affiliations register, Documents documents) {
		List<RightsView.Held> held = register.idsOf(person).stream().flatMap(id -> documents.find(ReadModels.RIGHTS, id.toString(), AsOf.NOW).stream()).map(Stored::document)
				.flatMap(rights -> rights.rights().stream()).toList();
		return held.isEmpty() ? Optional.empty() : Optional.of(new RightsView(person, held));
	}

	/** What is not known may have been made a moment ago. */
	private static Optional<PartnershipId> partnershipOf(String id, Documents documents, ReadModelEngine views, EventLog log, Duration patience) {
		Optional<PartnershipId> known = documents.partnershipOf(id);
		if (known.isPresent()) {
			return known;
		}
		// Also when the views are there by now: they may have arrived after the first look.
		return views.awaitPosition(log.safePosition(), patience) ? documents.partnershipOf(id) : known;
	}

	@Bean
	CommandTargets commandTargets() {
		return new CommandTargets();
	}

	@Bean
	AggregateVersions aggregateVersions(Rights rights) {
		return new AggregateVersions(rights);
	}

	@Bean
	@Qualifier("localSegment")
	SimpleCommandBus commandBus(TransactionManager transactions, org.axonframework.config.Configuration axon, DataSource dataSource, IdempotencyKeys keys, Rights rights,
			ObjectProvider<Intentions> intentions, EventLog log, ObjectProvider<InTransaction> companions,
			@Value("${ontwikkelagenda.command.patience:5s}") Duration patience) {
		SimpleCommandBus bus = SimpleCommandBus.builder().transactionManager(transactions).duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
				.spanFactory(axon.getComponent(CommandBusSpanFactory.class)).messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")).build();
		bus.registerDispatchInterceptor(messages -> (index, message) -> rights.admitted(message, Sending.current().intent));
		bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
		bus.registerHandlerInterceptor(
				new CommandLedger(dataSource, keys, intentions.getIfAvailable(), log::safePosition, SingletonSupplier.of(() -> companions.stream().toList()), patience));
		return bus;
	}

	@Bean
	AxonCommands commands(@Qualifier("localSegment") SimpleCommandBus here, ObjectProvider<RoutedCommands> routed, Rights rights, IdempotencyKeys keys,
			ObjectProvider<Intentions> intentions, EventLog log, ReadModelEngine views, Automations automations, EventBus events,
			@Value("${ontwikkelagenda.command.patience:5s}") Duration patience) {
		events.registerDispatchInterceptor(messages -> {
			if (Sending.CURRENT.isBound()) {
				messages.forEach(event -> Sending.CURRENT.get().events.add(new Sending.Recorded(event.getPayloadType(),
						event instanceof DomainEventMessage<?> domainEvent ? domainEvent.getAggregateIdentifier() : event.getIdentifier())));
			}
			return (index, event) -> event;
		});
		CommandBus bus = routed.getIfAvailable();
		return new AxonCommands(bus == null ? here : bus, rights, keys, intentions.getIfAvailable(), log, views::awaitPosition, automations, patience);
	}
}
