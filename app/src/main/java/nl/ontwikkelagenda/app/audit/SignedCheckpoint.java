package nl.ontwikkelagenda.app.audit;

import java.time.Instant;

import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;

/**
 * A checkpoint.
 *
 * @param origin name of the log
 * @param size   number of events
 * @param root   of their tree, base64
 * @param note   as it was signed
 */
public record SignedCheckpoint(String origin, long size, String root, Instant madeAt, String note) {

	static SignedCheckpoint of(Published published) {
		Checkpoint checkpoint = published.checkpoint();
		return new SignedCheckpoint(checkpoint.origin(), checkpoint.size(), checkpoint.root().base64(), checkpoint.madeAt(), published.note().toString());
	}
}
