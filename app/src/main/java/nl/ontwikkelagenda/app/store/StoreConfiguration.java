package nl.ontwikkelagenda.app.store;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The store's own beans. None is left to Axon's auto-configuration: that runs before Boot's for JDBC, and would silently take no transactions and tokens in memory.
 * <p>
 * Properties: {@code ontwikkelagenda.demo} (the recording clock can be set), {@code ontwikkelagenda.store.patience} (how long one read waits for appends in
 * flight; default 1s), {@code ontwikkelagenda.store.account-may-change-events} (start even though the application's account owns the log: for a database where
 * only one account can be had; default false).
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

	@Bean
	RecordingClock recordingClock(@Value("${ontwikkelagenda.demo:false}") boolean demo) {
		return new RecordingClock(demo);
	}

	@Bean
	SmartInitializingSingleton factsAreDated(EventBus events, RecordingClock clock) {
		return () -> events.registerDispatchInterceptor(new Dating(clock));
	}

	@Bean
	EventTypes eventTypes() {
		return EventTypes.scan();
	}

	@Bean
	@Primary
	Serializer serializer() {
		return EventSerializer.general();
	}

	@Bean
	@Qualifier("eventSerializer")
	EventSerializer eventSerializer(EventTypes types) {
		return new EventSerializer(types);
	}

	@Bean
	CorrelationDataProvider provenance() {
		return new Provenance();
	}

	@Bean
	TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
		return new SpringTransactionManager(transactions);
	}

	@Bean
	ConnectionProvider connectionProvider(DataSource dataSource) {
		return new SpringDataSourceConnectionProvider(dataSource);
	}

	@Bean
	@Profile("!axonserver")
	@DependsOnDatabaseInitialization
	OrderedEventStorageEngine eventStorageEngine(DataSource dataSource, TransactionManager transactions, ConnectionProvider connections, EventSerializer events,
			@Qualifier("serializer") Serializer general, ObjectProvider<EventUpcaster> upcasters, JdbcClient database,
			@Value("${ontwikkelagenda.store.patience:1s}") Duration patience, @Value("${" + StoreAssertions.OWNER_ALLOWED + ":false}") boolean accountMayChangeEvents) {
		new StoreAssertions(database, accountMayChangeEvents).check();
		return new OrderedEventStorageEngine(dataSource, transactions, connections, events, general, new EventUpcasterChain(upcasters.orderedStream().toList()), patience);
	}

	@Bean
	@DependsOnDatabaseInitialization
	DatabaseTime databaseTime(JdbcClient database) {
		return new DatabaseTime(database);
	}

	/** The one way in: commands append through it, automations read from it. */
	@Bean(name = {"eventBus", "eventStore"})
	@Qualifier("eventStore")
	@Profile("!axonserver")
	EmbeddedEventStore eventStore(OrderedEventStorageEngine engine, org.axonframework.config.Configuration axon) {
		return EmbeddedEventStore.builder().storageEngine(engine).messageMonitor(axon.messageMonitor(org.axonframework.eventsourcing.eventstore.EventStore.class, "eventStore"))
				.spanFactory(axon.getComponent(org.axonframework.eventhandling.EventBusSpanFactory.class)).fetchDelay(100).build();
	}

	@Bean
	@Profile("!axonserver")
	EventLog eventLog(OrderedEventStorageEngine engine, EventSerializer serializer) {
		return new JdbcEventLog(engine, serializer);
	}

	@Bean
	@Profile("!axonserver")
	RecordedEvents recordedEvents(OrderedEventStorageEngine engine) {
		return new JdbcRecordedEvents(engine);
	}

	/** Before anything runs: the beans in use are the ones meant. */
	@Bean
	@Profile("!axonserver")
	SmartInitializingSingleton storeBeansAreOurs(TransactionManager transactions, ConnectionProvider connections, ObjectProvider<TokenStore> tokens,
			org.axonframework.config.Configuration axon, OrderedEventStorageEngine engine) {
		return () -> {
			requireType("transaction manager", transactions, SpringTransactionManager.class);
			requireType("connection provider", connections, SpringDataSourceConnectionProvider.class);
			requireType("event store", axon.eventStore(), EmbeddedEventStore.class);
			requireType("serializer of events", axon.eventSerializer(), EventSerializer.class);
			requireType("serializer of the engine", engine.getEventSerializer(), EventSerializer.class);
			List<TokenStore> stores = tokens.stream().toList();
			if (stores.size() != 1 || stores.getFirst() instanceof InMemoryTokenStore) {
				throw new IllegalStateException("The tokens of automations must be kept in the database, in one token store, but there is " + stores + ".");
			}
			if (!Boolean.getBoolean(UpdateCheckOff.PROPERTY)) {
				throw new IllegalStateException("Axon's update checker must be off before the start: set the system property " + UpdateCheckOff.PROPERTY + "=true.");
			}
		};
	}

	private static void requireType(String what, Object bean, Class<?> type) {
		if (!type.isInstance(bean)) {
			throw new IllegalStateException("The " + what + " must be a " + type.getSimpleName() + " but is a " + bean.getClass().getName() + ".");
		}
	}
}
