package nl.ontwikkelagenda.reporting.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Watches the log of another: it must only ever grow. What it has checked it co-signs with a key of its own. */
public final class Witness {

	/** What is asked of the log that is watched. */
	public interface Log {

		/** The newest signed checkpoint. */
		SignedNote newest() throws IOException;

		/** Proof that the first {@code from} leaves of this log are the beginning of its first {@code to}. */
		List<Hash> consistency(String origin, long from, long to) throws IOException;
	}

	/** What came out. */
	public sealed interface Verdict {

		/**
		 * The log is what it was, and more.
		 *
		 * @param note co-signed
		 */
		record Grown(SignedNote note, @Nullable Checkpoint before, Checkpoint now) implements Verdict {
		}

		/**
		 * The log says itself that it lost events and goes on as another.
		 *
		 * @param note co-signed, as what was kept of it is what it was
		 */
		record Continued(SignedNote note, Checkpoint before, Checkpoint now) implements Verdict {
		}

		/** The log shows another history than before. */
		record Forked(SignedNote before, SignedNote now, String how) implements Verdict {
		}

		/** What it shows cannot be believed. */
		record Untrusted(String how) implements Verdict {
		}
	}

	private final Log log;
	private final Collection<VerifierKey> keys;
	private final SigningKey own;

	/**
	 * @param keys of the log, of which one must have signed
	 * @param own key of the witness
	 */
	public Witness(Log log, Collection<VerifierKey> keys, SigningKey own) {
		this.log = log;
		this.keys = keys;
		this.own = own;
	}

	/** @param before what was seen last; absent at the first look, at which there is nothing to compare with */
	public Verdict look(@Nullable SignedNote before, Instant now) throws IOException {
		SignedNote note = log.newest();
		if (!note.isSignedBy(keys)) {
			return new Verdict.Untrusted("Het nieuwste checkpoint is niet ondertekend met een sleutel die u vertrouwt.");
		}
		Checkpoint newest = Checkpoint.parse(note.text());
		SignedNote cosigned = note.with(own.cosign(note.text(), now));
		if (before == null) {
			return new Verdict.Grown(cosigned, null, newest);
		}
		Checkpoint seen = Checkpoint.parse(before.text());
		if (seen.origin().equals(newest.origin())) {
			return seen.size() <= newest.size() && isBeginning(seen.size(), seen.root(), newest)
					? new Verdict.Grown(cosigned, seen, newest)
					: new Verdict.Forked(before, note, seen.size() > newest.size() ? "Het logboek is korter geworden." : "Het logboek is een ander geworden.");
		}
		Checkpoint.Continuation continued = newest.continued();
		if (continued == null || !continued.origin().equals(seen.origin())) {
			return new Verdict.Forked(before, note, "Het is een ander logboek, dat niet zegt het vervolg te zijn.");
		}
		// what was seen and kept must be the same still; of what was not kept nothing can be asked
		return seen.size() > continued.kept() || isBeginning(seen.size(), seen.root(), newest)
				? new Verdict.Continued(cosigned, seen, newest)
				: new Verdict.Forked(before, note, "Het vervolg begint niet zoals het logboek was.");
	}

	private boolean isBeginning(long size, Hash root, Checkpoint newest) throws IOException {
		if (size == 0) {
			return root.equals(MerkleTree.EMPTY);
		}
		List<Hash> path = size == newest.size() ? List.of() : log.consistency(newest.origin(), size, newest.size());
		return Proofs.consistent(size, newest.size(), path, root, newest.root());
	}
}
