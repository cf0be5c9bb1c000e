package nl.ontwikkelagenda.app.audit;

import java.util.List;

import nl.ontwikkelagenda.app.audit.Bundles.Scope;
import nl.ontwikkelagenda.app.store.JdbcRecordedEvents;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** They are rows of one database. */
@Component
@Profile("!axonserver")
final class JdbcBundledFacts implements BundledFacts {

	private static final String AGGREGATES = """
			select aggregate_identifier from log.domain_event where sequence_number = 0 and payload ->> 'partnershipId' = :partnership
			and (cast(:subject as text) is null or aggregate_identifier = :subject)""";

	private static final String EVENTS = """
			select leaf.leaf_index, %s from ledger.leaf join log.domain_event event on event.global_index = leaf.global_index
			where leaf.run = ? and leaf.leaf_index > ? and leaf.leaf_index < ? and leaf.global_index > ? and leaf.global_index <= ? and event.aggregate_identifier = any (?)
			order by leaf.leaf_index limit ?""".formatted(JdbcRecordedEvents.COLUMNS);

	private final JdbcClient database;

	JdbcBundledFacts(JdbcClient database) {
		this.database = database;
	}

	@Override
	public List<String> aggregates(Scope scope) {
		return database.sql(AGGREGATES).param("partnership", scope.partnership().toString()).param("subject", scope.subject()).query(String.class).list();
	}

	@Override
	public List<Numbered> part(Scope scope, int run, long last, long size, List<String> aggregates, int limit) {
		return database.sql(EVENTS).params(run, last, size, scope.after(), scope.upTo(), aggregates.toArray(String[]::new), limit)
				.query((row, number) -> new Numbered(row.getLong(1), JdbcRecordedEvents.event(row))).list();
	}
}
