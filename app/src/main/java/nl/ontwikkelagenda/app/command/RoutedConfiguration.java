package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.UUID;

import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.visibility.LoggedIn;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.command.CommandLoadFactorProvider;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires commands that travel by way of Axon Server. */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class RoutedConfiguration {

	@Bean
	Intentions intentions(JdbcTemplate jdbc, IdempotencyKeys keys, EventStorageEngine events, ObjectProvider<EventLog> log, PlatformTransactionManager transactions) {
		TransactionTemplate apart = new TransactionTemplate(transactions);
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		return new Intentions(jdbc, keys, events, id -> log.getObject().positionOf(UUID.fromString(id)).orElseThrow(), apart);
	}

	@Bean
	@Primary
	AxonServerCommandBus serverCommandBus(AxonServerConnectionManager connections, AxonServerConfiguration settings, @Qualifier("localSegment") SimpleCommandBus here,
			Intentions intentions, EventSerializer serializer, RoutingStrategy routing, CommandLoadFactorProvider load, org.axonframework.config.Configuration axon) {
		return AxonServerCommandBus.builder().axonServerConnectionManager(connections).configuration(settings).localSegment(new ReceivedCommands(here, intentions))
				.serializer(serializer).routingStrategy(routing).loadFactorProvider(load).spanFactory(axon.getComponent(CommandBusSpanFactory.class)).build();
	}

	@Bean
	RoutedCommands routedCommands(AxonServerCommandBus server, LoggedIn loggedIn, @Value("${ontwikkelagenda.command.patience:5s}") Duration patience) {
		return new RoutedCommands(server, loggedIn, patience);
	}
}
