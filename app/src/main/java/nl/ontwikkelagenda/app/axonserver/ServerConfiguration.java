package nl.ontwikkelagenda.app.axonserver;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.store.StoreAssertions;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wires the log in Axon Server. Properties: those of {@code axon.axonserver} (servers, context, token, TLS), and {@code ontwikkelagenda.axonserver.patience} (how long one answer of the
 * server may take; default 5s), {@code ontwikkelagenda.axonserver.wait-at-start} (how long the start waits for the server before it goes on without; default 10s).
 */
@Configuration(proxyBeanMethods = false)
@Profile("axonserver")
class ServerConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	ServerLog serverLog(AxonServerConnectionManager connections, JdbcClient database, @Value("${ontwikkelagenda.axonserver.patience:5s}") Duration patience) {
		return new ServerLog(connections, () -> places(database), patience);
	}

	@Bean
	LostEnd lostEnd(ServerLog log, ReadModelEngine views, Automations automations) {
		return new LostEnd(log, views, automations);
	}

	@Bean
	@Lazy
	Migration migration(Flyway flyway, ServerLog log) {
		return new Migration(flyway.getConfiguration().getDataSource(), log);
	}

	/** Health as {@code axonServerLog}. */
	@Bean("axonServerLog")
	ServerPresence serverPresence(ServerLog log, AxonServerConfiguration settings, LostEnd lostEnd, @Value("${ontwikkelagenda.axonserver.wait-at-start:10s}") Duration patience) {
		return new ServerPresence(log, settings, lostEnd::compare, patience);
	}

	static Places places(JdbcClient database) {
		Map<Long, Long> shifts = new HashMap<>();
		database.sql("select first_token, shift from log.server_place").query(row -> {
			shifts.put(row.getLong(1), row.getLong(2));
		});
		return new Places(shifts);
	}

	@Bean
	ServerEngine eventStorageEngine(ServerLog log, EventSerializer events, @Qualifier("serializer") Serializer general, ObjectProvider<EventUpcaster> upcasters,
			JdbcClient database,
			@Value("${" + StoreAssertions.OWNER_ALLOWED + ":false}") boolean accountMayChangeEvents) {
		new StoreAssertions(database, accountMayChangeEvents).check();
		return new ServerEngine(log, events, general, new EventUpcasterChain(upcasters.orderedStream().toList()));
	}

	@Bean(name = {"eventBus", "eventStore"})
	@Qualifier("eventStore")
	EmbeddedEventStore eventStore(ServerEngine engine, org.axonframework.config.Configuration axon) {
		return EmbeddedEventStore.builder().storageEngine(engine).messageMonitor(axon.messageMonitor(org.axonframework.eventsourcing.eventstore.EventStore.class, "eventStore"))
				.spanFactory(axon.getComponent(org.axonframework.eventhandling.EventBusSpanFactory.class)).build();
	}

	@Bean
	EventLog eventLog(ServerEngine engine, JdbcClient database) {
		return new ServerEventLog(engine, database);
	}

	@Bean
	RecordedEvents recordedEvents(ServerLog log) {
		return new ServerRecordedEvents(log);
	}

	@Bean
	ServerFacts serverFacts(ServerLog log, EventLog places) {
		return new ServerFacts(log, places);
	}
}
