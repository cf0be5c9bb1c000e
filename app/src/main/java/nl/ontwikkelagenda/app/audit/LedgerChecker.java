package nl.ontwikkelagenda.app.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.audit.Ledger.Run;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Checkpoint.Continuation;
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

		/**
		 * Everything is as it was published.
		 *
		 * @param events      up to the newest checkpoint
		 * @param checkpoints how many were compared
		 */
		record Sound(long events, int checkpoints) implements Verdict {
		}

		/**
		 * Everything that is there is as it was published; but facts that were published are gone, as the log itself says, signed. It does so after a restore of an older backup, and after
		 * somebody cut off its end: which of the two it was, no log can tell.
		 *
		 * @param events        up to the newest checkpoint
		 * @param checkpoints   how many were compared
		 * @param continuations what is gone; latest first, at least one
		 */
		record Continued(long events, int checkpoints, List<Continuation> continuations) implements Verdict {

			/** What is gone, in one Dutch sentence. */
			public String losses() {
				return continuations.stream().map(lost -> "van de " + lost.size() + " feiten die al bekend waren gemaakt zijn er nog " + lost.kept())
						.collect(Collectors.joining("; ", "Het logboek is een vervolg: ", "."));
			}
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

	/** Hears how far a check is. */
	@FunctionalInterface
	public interface Progress {

		/**
		 * @param checked facts that were gone through
		 * @param total facts that there are
		 */
		void at(long checked, long total);
	}

	/** Against the file of this installation, as signed with the keys that the ledger announces. */
	public Verdict check(Progress progress) {
		return check(file.read(ledger.name()), ledger.keys().stream().map(key -> VerifierKey.parse(key.verifierKey())).toList(), progress);
	}

	/** As {@link #check()}, trusting only these keys, which somebody got elsewhere: who can write in the database can announce a key of his own there. */
	public Verdict check(List<VerifierKey> trusted) {
		return check(file.read(ledger.name()), trusted, (checked, total) -> {
		});
	}

	/** As {@link #check(Progress)}, for who waits for it. */
	public Verdict check() {
		return check((checked, total) -> {
		});
	}

	/**
	 * @param published what somebody kept of what was published, oldest first
	 * @param keys of which one must have signed each of them
	 */
	Verdict check(List<SignedNote> published, List<VerifierKey> keys, Progress progress) {
		try {
			List<SignedNote> signed = published.stream().filter(note -> note.isSignedBy(keys)).toList();
			if (signed.size() < published.size()) {
				throw new Found(0, 0, "Een gepubliceerd checkpoint is niet ondertekend met een bekende sleutel.");
			}
			Map<String, NavigableMap<Long, Hash>> byOrigin = new TreeMap<>();
			Map<String, Continuation> continued = new TreeMap<>();
			signed.stream().map(note -> Checkpoint.parse(note.text())).forEach(checkpoint -> {
				put(byOrigin.computeIfAbsent(checkpoint.origin(), origin -> new TreeMap<>()), checkpoint.size(), checkpoint.root());
				if (checkpoint.continued() != null) {
					continued.put(checkpoint.origin(), checkpoint.continued());
				}
			});
			List<Run> runs = runs();
			checkRuns(runs, byOrigin.keySet());
			if (runs.isEmpty()) {
				return new Verdict.Sound(0, 0);
			}
			Run run = runs.getLast();
			long events = new Walk(run, promised(run.origin(), byOrigin, continued), progress).check();
			checkCheckpoints(run, signed);
			List<Continuation> lost = runs.reversed().stream().map(Run::continued).filter(Objects::nonNull).toList();
			return lost.isEmpty() ? new Verdict.Sound(events, signed.size()) : new Verdict.Continued(events, signed.size(), lost);
		} catch (Found found) {
			return found.verdict;
		}
	}

	private List<Run> runs() {
		try {
			return ledger.runs();
		} catch (IllegalArgumentException e) {
			throw new Found(0, 0, "De database zegt iets onleesbaars over waarvan het logboek een vervolg is.");
		}
	}

	private static void put(NavigableMap<Long, Hash> roots, long size, Hash root) {
		Hash other = roots.put(size, root);
		if (other != null && !other.equals(root)) {
			throw new Found(0, size, "Er zijn twee verschillende checkpoints van " + size + " feiten gepubliceerd.");
		}
	}

	/** What was published is known here, and what goes on here was published. */
	private static void checkRuns(List<Run> runs, Set<String> published) {
		Set<String> unknown = new HashSet<>(published);
		runs.forEach(run -> unknown.remove(run.origin()));
		if (!unknown.isEmpty()) {
			throw new Found(0, 0, "Er is een logboek gepubliceerd dat de database niet kent: " + unknown.iterator().next() + ".");
		}
		if (!published.isEmpty() && !published.contains(runs.getLast().origin())) {
			throw new Found(0, 0, "De database gaat verder als een logboek dat nooit is gepubliceerd: " + runs.getLast().origin() + ".");
		}
	}

	/** The roots that a run has to have: those published of it, and of the runs that it says, signed, to continue, those up to where they were kept. */
	private static NavigableMap<Long, Hash> promised(String origin, Map<String, NavigableMap<Long, Hash>> byOrigin, Map<String, Continuation> continued) {
		NavigableMap<Long, Hash> roots = new TreeMap<>(byOrigin.getOrDefault(origin, new TreeMap<>()));
		Map<String, Continuation> before = new TreeMap<>(continued);
		long kept = Long.MAX_VALUE;
		for (Continuation ended = before.remove(origin); ended != null; ended = before.remove(ended.origin())) {
			kept = Math.min(kept, ended.kept());
			byOrigin.getOrDefault(ended.origin(), new TreeMap<>()).headMap(kept, true).forEach((size, root) -> put(roots, size, root));
		}
		return roots;
	}

	/** Everything that was published of a run is still in the database as it was signed, and nothing else is. */
	private void checkCheckpoints(Run run, List<SignedNote> signed) {
		NavigableMap<Long, Set<String>> published = new TreeMap<>();
		for (SignedNote note : signed) {
			Checkpoint checkpoint = Checkpoint.parse(note.text());
			if (checkpoint.origin().equals(run.origin())) {
				published.computeIfAbsent(checkpoint.size(), size -> new HashSet<>()).add(note.toString());
			}
		}
		Map<Long, String> kept = ledger.notes(run.number());
		published.forEach((size, notes) -> {
			if (!notes.contains(kept.getOrDefault(size, ""))) {
				throw new Found(size - 1, size, "Alle feiten kloppen, maar het checkpoint van " + size + " feiten is in de database veranderd of verdwenen.");
			}
		});
		kept.keySet().forEach(size -> {
			if (!published.isEmpty() && size <= published.lastKey() && !published.containsKey(size)) {
				throw new Found(size - 1, size, "Alle feiten kloppen, maar het checkpoint van " + size + " feiten in de database is nooit gepubliceerd.");
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
		private final Progress progress;
		private long lastAgreed;

		Walk(Run run, NavigableMap<Long, Hash> roots, Progress progress) {
			this.run = run;
			this.roots = roots;
			this.progress = progress;
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
				progress.at(tree.size(), size);
			}
			if (size < published) {
				throw broken(size, "is verdwenen uit het grootboek, met alles wat erna kwam");
			}
			redactions.readRest(log, position);
			redactions.withoutFact().ifPresent(index -> {
				throw broken(index, "mist een tekst, zonder dat is vastgelegd dat die is gelakt");
			});
			if (!ledger.hasOnlyItsNodes(run.number())) {
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
			} catch (IllegalArgumentException | ArithmeticException e) {
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
