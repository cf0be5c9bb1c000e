package nl.ontwikkelagenda.app.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.audit.Ledger.Run;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.MerkleTree;
import nl.ontwikkelagenda.reporting.audit.NodeId;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.springframework.stereotype.Component;

/** Goes through the whole log and the whole ledger, and holds both against what was published outside the database. */
@Component
public class LedgerChecker {

	private static final int AT_ONCE = 2_000;

	private final Ledger ledger;
	private final CheckpointFile file;
	private final RecordedEvents log;

	LedgerChecker(Ledger ledger, CheckpointFile file, RecordedEvents log) {
		this.ledger = ledger;
		this.file = file;
		this.log = log;
	}

	/** What came out. */
	public sealed interface Verdict {

		/** Everything is as it was published. @param events up to the newest checkpoint @param checkpoints how many were compared */
		record Sound(long events, int checkpoints) implements Verdict {
		}

		/**
		 * Something was changed.
		 *
		 * @param index  of the first event that is not as it was, from 0
		 * @param before the first event that is known to be later; {@code index + 1} when it is exactly that one
		 * @param how    one Dutch sentence
		 */
		record Broken(long index, long before, String how) implements Verdict {
		}
	}

	private static final class Found extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Verdict.Broken verdict;

		Found(long index, long before, String how) {
			super(how);
			this.verdict = new Verdict.Broken(index, before, how);
		}
	}

	/** Against the file of this installation, as signed with the keys that the ledger announces. */
	public Verdict check() {
		return check(file.read(ledger.name()), ledger.keys().stream().map(key -> VerifierKey.parse(key.verifierKey())).toList());
	}

	/** @param published what somebody kept of what was published, oldest first; @param keys of which one must have signed each of them */
	public Verdict check(List<SignedNote> published, List<VerifierKey> keys) {
		try {
			List<SignedNote> signed = published.stream().filter(note -> note.isSignedBy(keys)).toList();
			if (signed.size() < published.size()) {
				throw new Found(0, 0, "Een gepubliceerd checkpoint is niet ondertekend met een bekende sleutel.");
			}
			Map<String, NavigableMap<Long, Hash>> byOrigin = new TreeMap<>();
			signed.stream().map(note -> Checkpoint.parse(note.text())).forEach(checkpoint -> roots(byOrigin, checkpoint));
			List<Run> runs = ledger.runs();
			checkRuns(runs, byOrigin.keySet());
			long events = 0;
			for (Run run : runs) {
				NavigableMap<Long, Hash> roots = byOrigin.getOrDefault(run.origin(), new TreeMap<>());
				checkCheckpoints(run, roots);
				if (run.equals(runs.getLast())) {
					events = new Walk(run, roots).check();
				}
			}
			return new Verdict.Sound(events, signed.size());
		} catch (Found found) {
			return found.verdict;
		}
	}

	private static void roots(Map<String, NavigableMap<Long, Hash>> byOrigin, Checkpoint checkpoint) {
		Hash other = byOrigin.computeIfAbsent(checkpoint.origin(), origin -> new TreeMap<>()).put(checkpoint.size(), checkpoint.root());
		if (other != null && !other.equals(checkpoint.root())) {
			throw new Found(0, checkpoint.size(), "Er zijn twee verschillende checkpoints van " + checkpoint.size() + " feiten gepubliceerd.");
		}
	}

	private static void checkRuns(List<Run> runs, Set<String> published) {
		Set<String> unknown = new HashSet<>(published);
		runs.forEach(run -> unknown.remove(run.origin()));
		if (!unknown.isEmpty()) {
			throw new Found(0, 0, "Er is een logboek gepubliceerd dat de database niet kent: " + unknown.iterator().next() + ".");
		}
	}

	/** Everything that was published is still in the database as it was. */
	private void checkCheckpoints(Run run, NavigableMap<Long, Hash> roots) {
		Map<Long, Hash> kept = new TreeMap<>();
		for (Published published : ledger.after(run.number(), -1).stream().filter(one -> one.run() == run.number()).toList()) {
			kept.put(published.checkpoint().size(), published.checkpoint().root());
		}
		roots.forEach((size, root) -> {
			if (!root.equals(kept.get(size))) {
				throw new Found(0, size, "Het checkpoint van " + size + " feiten is in de database veranderd of verdwenen.");
			}
		});
		kept.forEach((size, root) -> {
			if (!roots.isEmpty() && size <= roots.lastKey() && !root.equals(roots.get(size))) {
				throw new Found(0, size, "Het checkpoint van " + size + " feiten in de database is nooit gepubliceerd.");
			}
		});
	}

	/** One walk along the log and the ledger together. */
	private final class Walk {

		private final Run run;
		private final NavigableMap<Long, Hash> roots;
		private final long published;
		private final MerkleTree tree = new MerkleTree();
		private final RecordedRedactions redactions = new RecordedRedactions();
		private Map<Long, Leaf> leaves = Map.of();
		private Map<NodeId, Hash> nodes = Map.of();
		private long lastAgreed;

		Walk(Run run, NavigableMap<Long, Hash> roots) {
			this.run = run;
			this.roots = roots;
			this.published = roots.isEmpty() ? 0 : roots.lastKey();
		}

		long check() {
			long size = ledger.reach(run.number()).size();
			long position = 0;
			while (tree.size() < size) {
				List<Placed> events = log.readAfter(position, (int) Math.min(AT_ONCE, size - tree.size()));
				if (events.isEmpty()) {
					throw broken(tree.size(), "is verdwenen uit het logboek, met alles wat erna kwam");
				}
				read(tree.size(), tree.size() + events.size());
				for (Placed placed : events) {
					add(placed);
				}
				position = events.getLast().position();
			}
			if (size < published) {
				throw broken(size, "is verdwenen uit het grootboek, met alles wat erna kwam");
			}
			redactions.readRest(log, position);
			redactions.withoutFact().ifPresent(index -> {
				throw broken(index, "mist een tekst, zonder dat is vastgelegd dat die is gelakt");
			});
			if (ledger.nodeCount(run.number()) != 2 * size - Long.bitCount(size)) {
				throw new Found(size, size, "In het grootboek staan knopen die nergens bij horen.");
			}
			return published;
		}

		private void read(long from, long to) {
			leaves = ledger.leaves(run.number(), from, to);
			nodes = ledger.completedBetween(run.number(), from, to);
		}

		private void add(Placed placed) {
			long index = tree.size();
			Leaf leaf = leaves.get(index);
			redactions.add(index, placed.event());
			if (leaf == null) {
				throw broken(index, "is verdwenen uit het grootboek");
			}
			String id = placed.event().eventId();
			if (!leaf.eventId().toString().equals(id)) {
				throw broken(index, "hoort " + leaf.eventId() + " te zijn, maar in het logboek staat daar " + id);
			}
			if (leaf.position() != placed.position()) {
				throw broken(index, "(" + id + ") staat op een andere plaats in het logboek");
			}
			for (MerkleTree.Node node : tree.add(leafHash(placed, index))) {
				if (!node.hash().equals(nodes.get(node.id()))) {
					throw differs(index, node.id(), id);
				}
			}
			Hash root = roots.get(tree.size());
			if (root != null && !root.equals(tree.root())) {
				throw new Found(lastAgreed, tree.size(), "Een van de feiten " + (lastAgreed + 1) + " tot en met " + tree.size()
						+ " is niet zoals het is gepubliceerd, en het grootboek is meeveranderd.");
			}
			if (root != null) {
				lastAgreed = tree.size();
			}
		}

		private Hash leafHash(Placed placed, long index) {
			try {
				return placed.event().leaf(index);
			} catch (IllegalArgumentException e) {
				throw broken(index, "(" + placed.event().eventId() + ") is onleesbaar geworden");
			}
		}

		private Found differs(long index, NodeId node, String id) {
			if (node.level() > 0) {
				return broken(node.index() << node.level(), "of een van de volgende heeft een andere plaats in de boom: het grootboek is veranderd");
			}
			return broken(index, ledgerAgreesUpTo(index) ? "(" + id + ") is niet meer zoals het is vastgelegd" : "(" + id + ") heeft in het grootboek een andere waarde gekregen");
		}

		/** Whether the ledger's own leaves still lead to the first checkpoint that holds this one. */
		private boolean ledgerAgreesUpTo(long index) {
			Map.Entry<Long, Hash> checkpoint = roots.higherEntry(index);
			if (checkpoint == null) {
				return true;
			}
			MerkleTree own = new MerkleTree();
			for (long from = 0; from < checkpoint.getKey(); from += AT_ONCE) {
				long to = Math.min(from + AT_ONCE, checkpoint.getKey());
				Map<Long, Hash> hashes = ledger.hashes(run.number(), from, to);
				List<Hash> ordered = new ArrayList<>();
				for (long leaf = from; leaf < to; leaf++) {
					Hash hash = hashes.get(leaf);
					if (hash == null) {
						return false;
					}
					ordered.add(hash);
				}
				ordered.forEach(own::add);
			}
			return own.root().equals(checkpoint.getValue());
		}

		private Found broken(long index, String how) {
			return new Found(index, index + 1, "Feit " + (index + 1) + " " + how + ".");
		}
	}
}
