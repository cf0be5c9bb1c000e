package nl.ontwikkelagenda.app.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.store.JdbcRecordedEvents;
import nl.ontwikkelagenda.reporting.audit.BundleWriter;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes bundles of the events of one partnership, a part at a time from the log to the ZIP. */
@Component
class Bundles {

	private static final int AT_ONCE = 500;

	/** What belongs to a partnership begins with an event that names it. */
	private static final String AGGREGATES = """
			select aggregate_identifier from log.domain_event where sequence_number = 0 and payload ->> 'partnershipId' = :partnership
			and (cast(:subject as text) is null or aggregate_identifier = :subject)""";

	/** Where its events are, found once: asking for each part from the whole log again would take ever longer. */
	private static final String POSITIONS = """
			select global_index from log.domain_event where aggregate_identifier = any (?) and global_index > ? and global_index <= ? order by global_index""";

	private static final String EVENTS = """
			select leaf.leaf_index, %s from log.domain_event event join ledger.leaf on leaf.run = ? and leaf.event_identifier = event.event_identifier
			where event.global_index = any (?) and leaf.leaf_index < ? order by leaf.leaf_index""".formatted(JdbcRecordedEvents.COLUMNS);

	private final JdbcClient database;
	private final Ledger ledger;

	Bundles(JdbcClient database, Ledger ledger) {
		this.database = database;
		this.ledger = ledger;
	}

	/**
	 * What goes into a bundle.
	 *
	 * @param subject id of the one thing that it is about; absent for the whole partnership
	 * @param after   position in the log after which it begins
	 * @param upTo    position in the log of the last event
	 * @param words   what was asked for, by name
	 */
	record Scope(PartnershipId partnership, @Nullable String subject, long after, long upTo, Map<String, String> words) {
	}

	void write(Scope scope, Published published, OutputStream out) throws IOException {
		List<String> aggregates = database.sql(AGGREGATES).param("partnership", scope.partnership().toString()).param("subject", scope.subject()).query(String.class).list();
		Checkpoint checkpoint = published.checkpoint();
		long[] positions = database.sql(POSITIONS).params(aggregates.toArray(String[]::new), scope.after(), scope.upTo()).query(Long.class).list().stream()
				.mapToLong(Long::longValue).toArray();
		try (BundleWriter bundle = new BundleWriter(out, published.note(), scope.words())) {
			for (int from = 0; from < positions.length; from += AT_ONCE) {
				Long[] some = Arrays.stream(positions, from, Math.min(from + AT_ONCE, positions.length)).boxed().toArray(Long[]::new);
				Map<Long, RecordedEvent> part = new LinkedHashMap<>();
				part(published.run(), some, checkpoint.size()).forEach(numbered -> part.put(numbered.index(), numbered.event()));
				Map<Long, List<Hash>> proofs = ledger.prover(published.run()).inclusions(new ArrayList<>(part.keySet()), checkpoint.size());
				part.forEach((index, event) -> bundle.add(index, event, proofs.getOrDefault(index, List.of())));
			}
		}
	}

	private record Numbered(long index, RecordedEvent event) {
	}

	private List<Numbered> part(int run, Long[] positions, long size) {
		return database.sql(EVENTS).params(run, positions, size).query((row, number) -> new Numbered(row.getLong(1), JdbcRecordedEvents.event(row))).list();
	}
}
