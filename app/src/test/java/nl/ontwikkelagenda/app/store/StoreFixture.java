package nl.ontwikkelagenda.app.store;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.TestDatabase;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A store on a database of its own, without an application around it. */
final class StoreFixture implements AutoCloseable {

	static final String ACTOR = "person:0199d3a0-0000-7000-8000-000000000001";

	final TestDatabase database = TestDatabase.migrated();
	final HikariDataSource dataSource;
	final TransactionTemplate transactions;
	final SpringTransactionManager axonTransactions;
	final SpringDataSourceConnectionProvider connections;
	final EventSerializer serializer = new EventSerializer(EventTypes.of(List.of(PartnershipEvent.class)));
	final OrderedEventStorageEngine engine;
	final JdbcEventLog log;

	StoreFixture(Duration patience) {
		this(patience, NoOpEventUpcaster.INSTANCE);
	}

	StoreFixture(Duration patience, EventUpcaster upcaster) {
		dataSource = new HikariDataSource();
		dataSource.setDataSource(database.application());
		dataSource.setMaximumPoolSize(48);
		dataSource.setMinimumIdle(0);
		DataSourceTransactionManager transactionManager = new DataSourceTransactionManager(dataSource);
		transactions = new TransactionTemplate(transactionManager);
		axonTransactions = new SpringTransactionManager(transactionManager);
		connections = new SpringDataSourceConnectionProvider(dataSource);
		engine = new OrderedEventStorageEngine(dataSource, axonTransactions, connections, serializer, EventSerializer.general(), upcaster, patience);
		log = new JdbcEventLog(engine, serializer);
	}

	@Override
	public void close() {
		dataSource.close();
	}

	static DomainEventMessage<RightWithdrawn> event(String aggregate, long sequence) {
		var happened = new RightWithdrawn(PartnershipId.of("0199d3a0-0000-7000-8000-000000000002"), PersonId.of("0199d3a0-0000-7000-8000-000000000001"), Right.SECRETARY,
				LocalDate.of(2018, 9, 24));
		return new GenericDomainEventMessage<>("Partnership", aggregate, sequence, happened, Map.of(Provenance.ACTOR, ACTOR));
	}

	static String newAggregate() {
		return UUID.randomUUID().toString();
	}
}
