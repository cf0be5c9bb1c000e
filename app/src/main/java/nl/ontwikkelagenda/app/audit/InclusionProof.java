package nl.ontwikkelagenda.app.audit;

import java.util.List;

import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.Proofs;

import org.jspecify.annotations.Nullable;

/**
 * That an event is in the log.
 *
 * @param index    of its leaf, from 0
 * @param leafHash base64
 * @param path     from the leaf up, base64: RFC 9162, 2.1.3
 * @param event    what the leaf is made of; only for who may take bundles of its partnership
 */
public record InclusionProof(EventId eventId, long index, String leafHash, List<String> path, SignedCheckpoint checkpoint, @Nullable ProvedEvent event) {

	InclusionProof with(ProvedEvent told) {
		return new InclusionProof(eventId, index, leafHash, path, checkpoint, told);
	}

	/** Whether the path leads from the leaf to the root of the checkpoint. */
	public boolean holds() {
		return Proofs.includes(Hash.ofBase64(leafHash), index, checkpoint.size(), path.stream().map(Hash::ofBase64).toList(), Hash.ofBase64(checkpoint.root()));
	}
}
