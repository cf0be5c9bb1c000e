package nl.ontwikkelagenda.app.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.keys.KeyFiles;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.store.EventTypes;
import nl.ontwikkelagenda.app.store.JdbcRecordedEvents;
import nl.ontwikkelagenda.app.store.OrderedEventStorageEngine;
import nl.ontwikkelagenda.reporting.audit.MerkleTree;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance that seals and checks, without an application around it. */
final class LedgerFixture implements AutoCloseable {

	/** Appends this many events, ten to an aggregate, with texts that have salts. */
	static final String APPEND = """
			insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload, meta_data, time_stamp)
			select gen_random_uuid(), md5(batch::text || (number / 10))::uuid, number % 10, 'Theme', case when number % 10 = 0 then 'agenda.ThemeOpened' else 'agenda.IdeaRaised' end,
			jsonb_build_object('partnershipId', '0199d3a0-0000-7000-8000-000000000002', 'number', number, 'text', jsonb_build_object('text', 'Idee ' || number, 'salt', 'c2FsdHNhbHRzYWx0c2FsdA==')),
			jsonb_build_object('actor', 'person:0199d3a0-0000-7000-8000-000000000001'), timestamptz '2018-09-24T10:00Z' + number * interval '1 second'
			from generate_series(0, ? - 1) as number, (select gen_random_uuid() as batch) as made order by number""";

	final HikariDataSource dataSource = new HikariDataSource();
	final JdbcClient jdbc;
	final Ledger ledger;
	final LedgerKeys keys;
	final CheckpointFile file;
	final JdbcRecordedEvents log;
	final TransactionTemplate transaction;

	/** @param directory of the keys and of what is published */
	LedgerFixture(DataSource account, Path directory) {
		dataSource.setDataSource(account);
		dataSource.setMaximumPoolSize(20);
		dataSource.setMinimumIdle(0);
		DataSourceTransactionManager transactions = new DataSourceTransactionManager(dataSource);
		transaction = new TransactionTemplate(transactions);
		jdbc = JdbcClient.create(dataSource);
		ledger = new Ledger(jdbc);
		keys = new LedgerKeys(new KeyFiles(directory.resolve("keys")));
		file = new CheckpointFile(directory.resolve("ledger"));
		log = new JdbcRecordedEvents(new OrderedEventStorageEngine(dataSource, new SpringTransactionManager(transactions), new SpringDataSourceConnectionProvider(dataSource),
				new EventSerializer(EventTypes.of(List.of(PartnershipEvent.class))), EventSerializer.general(), NoOpEventUpcaster.INSTANCE, Duration.ofSeconds(1)));
	}

	LedgerFixture(TestDatabase database, Path directory) {
		this(database.application(), directory);
	}

	/** A sealer as it is right after a start; publishes whatever there is. */
	SealEvents sealer() {
		return new SealEvents(ledger, keys, file, log, jdbc, transaction, Duration.ZERO);
	}

	LedgerChecker checker() {
		return new LedgerChecker(ledger, file, log);
	}

	void append(int events) {
		jdbc.sql(APPEND).param(events).update();
	}

	/** A first ledger as it would be if what is in the log now had always been there; the account must have all rights. */
	void makeLedgerOfWhatIsThere() {
		int facts = jdbc.sql("select count(*) from log.domain_event").query(Integer.class).single();
		MerkleTree tree = new MerkleTree();
		List<Leaf> leaves = new ArrayList<>();
		List<MerkleTree.Node> nodes = new ArrayList<>();
		for (Placed placed : log.readAfter(0, facts)) {
			leaves.add(new Leaf(tree.size(), placed.position(), UUID.fromString(placed.event().eventId())));
			nodes.addAll(tree.add(placed.event().leaf(tree.size())));
		}
		jdbc.sql("truncate ledger.leaf, ledger.node").update();
		ledger.add(1, leaves, nodes);
	}

	List<SignedNote> published() {
		return file.read(ledger.name());
	}

	List<VerifierKey> verifierKeys() {
		return ledger.keys().stream().map(key -> VerifierKey.parse(key.verifierKey())).toList();
	}

	@Override
	public void close() {
		dataSource.close();
	}
}
