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
import nl.ontwikkelagenda.reporting.audit.BundleWriter;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes bundles of the events of one partnership, a part at a time from the log to the ZIP. */
@Component
class Bundles {

	private static final int AT_ONCE = 500;

	private final BundledFacts facts;
	private final Ledger ledger;

	Bundles(BundledFacts facts, Ledger ledger) {
		this.facts = facts;
		this.ledger = ledger;
	}

	/**
	 * What goes into a bundle.
	 *
	 * @param touched positions in the log of facts of whose aggregates all events go in; absent for the whole partnership
	 * @param after   position in the log after which it begins
	 * @param upTo    position in the log of the last event
	 * @param words   what was asked for, by name
	 */
	record Scope(PartnershipId partnership, @Nullable List<Long> touched, long after, long upTo, Map<String, String> words) {
	}

	void write(Scope scope, Published published, OutputStream out) throws IOException {
		Checkpoint checkpoint = published.checkpoint();
		long[] positions = facts.positions(scope);
		try (BundleWriter bundle = new BundleWriter(out, published.note(), scope.words())) {
			for (int from = 0; from < positions.length; from += AT_ONCE) {
				long[] some = Arrays.copyOfRange(positions, from, Math.min(from + AT_ONCE, positions.length));
				Map<Long, RecordedEvent> part = new LinkedHashMap<>();
				facts.part(published.run(), some, checkpoint.size()).forEach(numbered -> part.put(numbered.index(), numbered.event()));
				Map<Long, List<Hash>> proofs = ledger.prover(published.run()).inclusions(new ArrayList<>(part.keySet()), checkpoint.size());
				part.forEach((index, event) -> bundle.add(index, event, proofs.getOrDefault(index, List.of())));
			}
		}
	}
}
