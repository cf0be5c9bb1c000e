package nl.ontwikkelagenda.app.audit;

import java.util.Arrays;
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
			select aggregate_identifier from log.domain_event where sequence_number = 0 and payload ->> 'partnershipId' = ?""";

	private static final String TOUCHED = AGGREGATES + " and aggregate_identifier in (select aggregate_identifier from log.domain_event where global_index = any (?))";

	private static final String POSITIONS = """
			select global_index from log.domain_event where aggregate_identifier = any (?) and global_index > ? and global_index <= ? order by global_index""";

	private static final String EVENTS = """
			select leaf.leaf_index, %s from log.domain_event event join ledger.leaf on leaf.run = ? and leaf.event_identifier = event.event_identifier
			where event.global_index = any (?) and leaf.leaf_index < ? order by leaf.leaf_index""".formatted(JdbcRecordedEvents.COLUMNS);

	private final JdbcClient database;

	JdbcBundledFacts(JdbcClient database) {
		this.database = database;
	}

	@Override
	public long[] positions(Scope scope) {
		String partnership = scope.partnership().toString();
		List<String> aggregates = (scope.touched() == null
				? database.sql(AGGREGATES).params(partnership)
				: database.sql(TOUCHED).params(partnership, scope.touched().toArray(Long[]::new))).query(String.class).list();
		return database.sql(POSITIONS).params(aggregates.toArray(String[]::new), scope.after(), scope.upTo()).query(Long.class).list().stream().mapToLong(Long::longValue)
				.toArray();
	}

	@Override
	public List<Numbered> part(int run, long[] positions, long size) {
		return database.sql(EVENTS).params(run, Arrays.stream(positions).boxed().toArray(Long[]::new), size)
				.query((row, number) -> new Numbered(row.getLong(1), JdbcRecordedEvents.event(row))).list();
	}
}
