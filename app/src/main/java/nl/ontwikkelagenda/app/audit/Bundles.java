package nl.ontwikkelagenda.app.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
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

	private static final String EVENTS = """
			select leaf.leaf_index, %s from ledger.leaf join log.domain_event event on event.global_index = leaf.global_index
			where leaf.run = ? and leaf.leaf_index > ? and leaf.leaf_index < ? and leaf.global_index > ? and leaf.global_index <= ? and event.aggregate_identifier = any (?)
			order by leaf.leaf_index limit %d""".formatted(JdbcRecordedEvents.COLUMNS, AT_ONCE);

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
		try (BundleWriter bundle = new BundleWriter(out, published.note(), scope.words())) {
			long last = -1;
			Map<Long, RecordedEvent> part;
			do {
				part = new LinkedHashMap<>();
				for (Numbered numbered : part(scope, published.run(), last, checkpoint.size(), aggregates)) {
					part.put(numbered.index(), numbered.event());
					last = numbered.index();
				}
				Map<Long, List<Hash>> proofs = ledger.prover(published.run()).inclusions(new ArrayList<>(part.keySet()), checkpoint.size());
				part.forEach((index, event) -> bundle.add(index, event, proofs.getOrDefault(index, List.of())));
			} while (part.size() == AT_ONCE);
		}
	}

	private record Numbered(long index, RecordedEvent event) {
	}

	private List<Numbered> part(Scope scope, int run, long last, long size, List<String> aggregates) {
		return database.sql(EVENTS).params(run, last, size, scope.after(), scope.upTo(), aggregates.toArray(String[]::new))
				.query((row, number) -> new Numbered(row.getLong(1), JdbcRecordedEvents.event(row))).list();
	}
}
