package nl.ontwikkelagenda.app.audit;

import java.util.Optional;

import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.reporting.audit.Hash;

import org.springframework.stereotype.Component;

/** Proves single events. A proof tells no more than digests, and that there is such an event; so only who may know of the event gets it. */
@Component
class InclusionProofs {

	private final Ledger ledger;
	private final VisibleFacts facts;

	InclusionProofs(Ledger ledger, VisibleFacts facts) {
		this.ledger = ledger;
		this.facts = facts;
	}

	/**
	 * Against the newest checkpoint; empty until there is one that holds the event.
	 *
	 * @throws NotFound when there is no such event, or the caller may not see it
	 */
	Optional<InclusionProof> of(EventId eventId) {
		if (!facts.isVisible(eventId)) {
			throw new NotFound();
		}
		return ledger.newest().flatMap(newest -> ledger.leafOf(newest.run(), eventId.value()).filter(leaf -> leaf.index() < newest.checkpoint().size())
				.map(leaf -> proof(eventId, leaf, newest)));
	}

	private InclusionProof proof(EventId eventId, Leaf leaf, Published newest) {
		Hash hash = ledger.hashes(newest.run(), leaf.index(), leaf.index() + 1).get(leaf.index());
		if (hash == null) {
			throw new IllegalStateException("The ledger lacks the hash of leaf " + leaf.index());
		}
		return new InclusionProof(eventId, leaf.index(), hash.base64(),
				ledger.prover(newest.run()).inclusion(leaf.index(), newest.checkpoint().size()).stream().map(Hash::base64).toList(), SignedCheckpoint.of(newest), null);
	}
}
