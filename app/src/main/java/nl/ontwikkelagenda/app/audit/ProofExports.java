package nl.ontwikkelagenda.app.audit;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.store.RecordedFacts;
import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Gives proofs of single events, for the API and the page alike. Who may take bundles of the partnership of an event is also told what its leaf is made of, as a bundle tells that too; to
 * others a proof tells digests only.
 */
@Component
public class ProofExports {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final InclusionProofs proofs;
	private final Ledger ledger;
	private final RecordedEvents log;
	private final RecordedFacts facts;
	private final BundleExports bundles;

	ProofExports(InclusionProofs proofs, Ledger ledger, RecordedEvents log, RecordedFacts facts, BundleExports bundles) {
		this.proofs = proofs;
		this.ledger = ledger;
		this.log = log;
		this.facts = facts;
		this.bundles = bundles;
	}

	/**
	 * Against the newest checkpoint; empty until there is one that holds the event.
	 *
	 * @throws NotFound when there is no such event, or the caller may not see it
	 */
	public Optional<InclusionProof> of(EventId eventId) {
		return proofs.of(eventId).map(proof -> leaf(eventId).flatMap(this::told).map(proof::with).orElse(proof));
	}

	private Optional<Leaf> leaf(EventId eventId) {
		return ledger.run().flatMap(run -> ledger.leafOf(run.number(), eventId.value()));
	}

	private Optional<ProvedEvent> told(Leaf leaf) {
		return at(leaf.position()).filter(event -> event.eventId().equals(leaf.eventId().toString()) && mayTake(event)).map(ProvedEvent::of);
	}

	/** Whether the caller may take bundles with this event: the first one of its aggregate says of which partnership it is. */
	private boolean mayTake(RecordedEvent event) {
		return facts.positionsOf(event.aggregateId(), Long.MAX_VALUE).stream().findFirst().flatMap(this::at)
				.map(first -> JSON.readTree(first.payload()).path("partnershipId").asString("")).filter(id -> !id.isEmpty()).map(PartnershipId::of).filter(bundles::mayTake)
				.isPresent();
	}

	private Optional<RecordedEvent> at(long position) {
		return log.readAfter(position - 1, 1).stream().filter(placed -> placed.position() == position).map(Placed::event).findFirst();
	}
}
