package nl.ontwikkelagenda.app.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import nl.ontwikkelagenda.actions.action.ActionCommand;
import nl.ontwikkelagenda.actions.action.Actions;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.agenda.meeting.Meetings;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.app.store.EventSerializer;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What Axon gives without anything of ours: its own engine, tables, command bus and pooled processor, with the same aggregate and the same JSON, on the same PostgreSQL. */
final class StockAxon implements AutoCloseable {

	private static final int BATCH = 500;

	private final DataSource dataSource;
	private final TransactionManager transactions;
	private final ConnectionProvider connections;
	private final Serializer json = EventSerializer.general();
	private final JdbcEventStorageEngine engine;
	private final Configuration commands;

	/**
	 * @param dataSource of an account that makes its tables in the schema {@code stock}, which is first in its path
	 * @param facts      where the aggregate's facts about others come from
	 */
	StockAxon(DataSource dataSource, BeanFactory facts) throws SQLException, ClassNotFoundException {
		this.dataSource = dataSource;
		this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
		this.connections = new SpringDataSourceConnectionProvider(dataSource);
		this.engine = JdbcEventStorageEngine.builder().connectionProvider(connections).transactionManager(transactions).eventSerializer(json).snapshotSerializer(json).build();
		transactions.executeInTransaction(() -> engine.createSchema(PostgresEventTableFactory.INSTANCE));
		Configurer configurer = configurer().configureCommandBus(axon -> SimpleCommandBus.builder().transactionManager(transactions).build())
				.registerComponent(References.class, axon -> facts.getBean(References.class)).registerComponent(NewIds.class, axon -> facts.getBean(NewIds.class))
				.registerComponent(Meetings.class, axon -> facts.getBean(Meetings.class)).registerComponent(Calendars.class, axon -> facts.getBean(Calendars.class))
				.registerComponent(Actions.class, axon -> facts.getBean(Actions.class)).configureAggregate(AggregateConfigurer.defaultConfiguration(
						Class.forName(ActionCommand.class.getPackageName() + ".Action")));
		configurer.eventProcessing(processing -> processing.usingSubscribingEventProcessors());
		commands = configurer.start();
	}

	private Configurer configurer() {
		return DefaultConfigurer.defaultConfiguration(false).configureEmbeddedEventStore(axon -> engine).configureTransactionManager(axon -> transactions)
				.configureSerializer(axon -> json).configureEventSerializer(axon -> json).configureMessageSerializer(axon -> json);
	}

	/** The first facts of our log, in its own table. */
	void copyFromLog(long upTo, Map<String, Class<?>> types) throws SQLException {
		String names = types.entrySet().stream().map(type -> "('" + type.getKey() + "', '" + type.getValue().getName() + "')").collect(Collectors.joining(", "));
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("""
					insert into stock.domainevententry (aggregateidentifier, sequencenumber, type, eventidentifier, metadata, payload, payloadtype, timestamp)
					select aggregate_identifier, sequence_number, aggregate_type, event_identifier::text, convert_to(meta_data::text, 'UTF8'), convert_to(payload::text, 'UTF8'),
						type.class, to_char(time_stamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
					from log.domain_event join (values %s) as type (name, class) on type.name = payload_type where global_index <= %d order by global_index""".formatted(names,
					upTo));
			statement.execute("analyze stock.domainevententry");
		}
	}

	CommandGateway gateway() {
		return commands.commandGateway();
	}

	/** As many facts per second as its pooled processor (one thread, batches of 500, tokens in the database) projects with one statement for each. */
	double projectedPerSecond(long facts) throws SQLException, InterruptedException {
		try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
			statement.execute("create table stock.document (id text primary key, recorded_at timestamptz not null, body jsonb not null)");
		}
		JdbcTokenStore tokens = JdbcTokenStore.builder().connectionProvider(connections).serializer(json).build();
		transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
		Projection projection = new Projection(new JdbcTemplate(dataSource), json);
		Configurer configurer = configurer();
		configurer.eventProcessing(processing -> processing.usingPooledStreamingEventProcessors(
				(axon, builder) -> builder.batchSize(BATCH).initialSegmentCount(1).initialToken(log -> log.createTailToken())).registerTokenStore(axon -> tokens)
				.registerEventHandler(axon -> projection));
		long start = System.nanoTime();
		Configuration running = configurer.start();
		try {
			long deadline = start + 120_000_000_000L;
			while (projection.count.get() < facts && System.nanoTime() < deadline) {
				Thread.sleep(5);
			}
			return projection.count.get() * 1e9 / (System.nanoTime() - start);
		} finally {
			running.shutdown();
		}
	}

	/** One statement for each fact: the document gets the fields of the fact. */
	static final class Projection {

		private final JdbcTemplate jdbc;
		private final Serializer json;
		private final AtomicLong count = new AtomicLong();

		Projection(JdbcTemplate jdbc, Serializer json) {
			this.jdbc = jdbc;
			this.json = json;
		}

		@EventHandler(payloadType = Object.class)
		void on(EventMessage<?> message, MetaData metaData) {
			String body = json.serialize(message.getPayload(), String.class).getData();
			String id = message instanceof org.axonframework.eventhandling.DomainEventMessage<?> event ? event.getAggregateIdentifier() : message.getIdentifier();
			jdbc.update("""
					insert into stock.document (id, recorded_at, body) values (?, ?, ?::jsonb)
					on conflict (id) do update set recorded_at = excluded.recorded_at, body = document.body || excluded.body""", id,
					java.sql.Timestamp.from(message.getTimestamp()), body);
			count.incrementAndGet();
		}
	}

	@Override
	public void close() {
		commands.shutdown();
	}
}
