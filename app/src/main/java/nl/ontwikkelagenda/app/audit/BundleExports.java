package nl.ontwikkelagenda.app.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives bundles to who may have them, for the API and the page alike, and writes down who took one. */
@Component
public class BundleExports {

	private static final Right[] TAKERS = {Right.AUDITOR, Right.SECRETARY};

	private final Ledger ledger;
	private final Bundles bundles;
	private final AuditAccesses accesses;
	private final Readers readers;
	private final Documents documents;
	private final SubjectFacts facts;

	BundleExports(Ledger ledger, Bundles bundles, AuditAccesses accesses, Readers readers, Documents documents, SubjectFacts facts) {
		this.ledger = ledger;
		this.bundles = bundles;
		this.accesses = accesses;
		this.readers = readers;
		this.documents = documents;
		this.facts = facts;
	}

	/**
	 * Which events.
	 *
	 * @param subject id of the one thing that it is about, of whatever kind; absent for everything
	 * @param from    first day of recording
	 * @param to      last day of recording, on or after the first
	 */
	public record Wanted(PartnershipId partnershipId, @Nullable UUID subject, @Nullable LocalDate from, @Nullable LocalDate to) {

		private Map<String, String> words() {
			Map<String, String> words = new TreeMap<>(Map.of("partnershipId", partnershipId.toString()));
			putUnlessNull(words, "subject", subject);
			putUnlessNull(words, "from", from);
			putUnlessNull(words, "to", to);
			return words;
		}

		private static void putUnlessNull(Map<String, String> words, String name, @Nullable Object value) {
			if (value != null) {
				words.put(name, value.toString());
			}
		}
	}

	/** Whether the caller may take bundles of this partnership. */
	public boolean mayTake(PartnershipId partnership) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership) && List.of(TAKERS).contains(held.right()));
	}

	/** @throws NotFound when the caller may not read in that partnership, the subject is not there to be seen, or nothing was published yet */
	public StreamedFile give(Wanted wanted) {
		readers.check(TAKERS, wanted.partnershipId());
		List<Long> touched = wanted.subject() == null ? null : touched(wanted.subject(), wanted.partnershipId());
		Published newest = ledger.newest().orElseThrow(NotFound::new);
		Map<String, String> words = wanted.words();
		AsOf before = wanted.from() == null ? new AsOf(0) : documents.asOf(Today.endOf(wanted.from().minusDays(1)));
		AsOf last = wanted.to() == null ? AsOf.NOW : documents.asOf(Today.endOf(wanted.to()));
		Bundles.Scope scope = new Bundles.Scope(wanted.partnershipId(), touched, before.position(), last.position(), words);
		accesses.record(Caller.required().personId(), wanted.partnershipId(), AuditAccesses.Kind.BUNDLE_EXPORTED, words);
		return new StreamedFile("bewijsbundel-" + newest.checkpoint().size() + ".zip", StreamedFile.ZIP, out -> bundles.write(scope, newest, out));
	}

	private List<Long> touched(UUID subject, PartnershipId partnership) {
		SubjectFacts.Found found = facts.about(subject);
		if (!found.partnershipId().equals(partnership)) {
			throw new NotFound();
		}
		return found.positions();
	}
}
