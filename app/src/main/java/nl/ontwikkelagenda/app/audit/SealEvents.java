package nl.ontwikkelagenda.app.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.audit.Ledger.Leaf;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.audit.Ledger.Reach;
import nl.ontwikkelagenda.app.audit.Ledger.Run;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Checkpoint.Continuation;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.MerkleTree;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds every event of the log to the ledger, in order, and publishes checkpoints: after every 256 events, and after every minute in which there was one. Each step is a transaction
 * under a lock that one instance at a time can have, so whoever seals goes on exactly where another stopped. Property: {@code ontwikkelagenda.audit.checkpoint-every} (how long news
 * waits for a checkpoint at most; default 1m).
 */
@Component
public class SealEvents implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(SealEvents.class);
	private static final int LOCK = 20210329;
	private static final int EVENTS_PER_CHECKPOINT = 256;
	private static final Duration COMPARED_AGAIN_AFTER = Duration.ofMinutes(1);
	/** More than for one checkpoint: what is done once for each step then costs little for each event. */
	private static final int EVENTS_PER_STEP = 2_048;

	private final Ledger ledger;
	private final LedgerKeys keys;
	private final CheckpointFile file;
	private final RecordedEvents log;
	private final JdbcClient database;
	private final TransactionTemplate transaction;
	private final Duration checkpointEvery;
	private boolean compared;
	private Instant compareAgain = Instant.EPOCH;
	private Optional<Checkpoint> outside = Optional.empty();

	SealEvents(Ledger ledger, LedgerKeys keys, CheckpointFile file, RecordedEvents log, JdbcClient database, TransactionTemplate transaction,
			@Value("${ontwikkelagenda.audit.checkpoint-every:1m}") Duration checkpointEvery) {
		this.ledger = ledger;
		this.keys = keys;
		this.file = file;
		this.log = log;
		this.database = database;
		this.transaction = transaction;
		this.checkpointEvery = checkpointEvery;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofSeconds(1));
	}

	@Override
	public synchronized void run() {
		if (!compared && !now().isBefore(compareAgain)) {
			compared = asSealer(this::compare);
		}
		while (compared && asSealer(this::step) && !Thread.currentThread().isInterrupted()) {
			// more events are waiting
		}
		asSealer(this::publishOutside);
	}

	/** Does one step in a transaction; false when it says so, and when another instance is sealing. */
	private boolean asSealer(BooleanSupplier step) {
		return transaction.execute(status -> isSealer() && step.getAsBoolean());
	}

	private boolean isSealer() {
		return database.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
	}

	/** Adds some events; tells whether there may be more. */
	private boolean step() {
		Run run = ledger.run().orElseThrow();
		Reach reach = ledger.reach(run.number());
		List<Placed> events = log.readAfter(reach.position(), EVENTS_PER_STEP);
		MerkleTree tree = ledger.tree(run.number(), reach.size());
		Checkpoint newest = ledger.newest(run.number()).map(Published::checkpoint).orElse(null);
		long published = newest == null ? 0 : newest.size();
		Instant publishedAt = newest == null ? Instant.EPOCH : newest.madeAt();
		List<Leaf> leaves = new ArrayList<>();
		List<MerkleTree.Node> nodes = new ArrayList<>();
		for (Placed placed : events) {
			leaves.add(new Leaf(tree.size(), placed.position(), UUID.fromString(placed.event().eventId())));
			nodes.addAll(tree.add(placed.event().leaf(tree.size())));
			if (tree.size() - published >= EVENTS_PER_CHECKPOINT) {
				publish(run, tree.size(), tree.root());
				published = tree.size();
				publishedAt = now();
			}
		}
		ledger.add(run.number(), leaves, nodes);
		if (tree.size() > published && !publishedAt.plus(checkpointEvery).isAfter(now())) {
			publish(run, tree.size(), tree.root());
		}
		return events.size() == EVENTS_PER_STEP;
	}

	private void publish(Run run, long size, Hash root) {
		Checkpoint checkpoint = new Checkpoint(run.origin(), size, root, now(), run.continued());
		ledger.publish(run.number(), SignedNote.signed(checkpoint.text(), keys.signing(ledger.name())));
	}

	private static Instant now() {
		return Instant.now().truncatedTo(ChronoUnit.MILLIS);
	}

	/** Only a ledger that never signed anything gets a first key by itself: another means that the files are not where they should be. */
	private void prepareKeys(String name) {
		if (keys.signing(name).isEmpty()) {
			if (!ledger.keys().isEmpty()) {
				throw new IllegalStateException("The keys of the ledger are not in the directory ontwikkelagenda.keys-directory; put them back, or make a new one with rotate-key");
			}
			keys.create(name);
		}
		keys.all(name).forEach(key -> ledger.announce(key.number(), key.key().verifier()));
	}

	/**
	 * Compares the ledger with the log and with what was published outside the database. Where less is there than was published, as after a restore of an older backup, a new run begins
	 * that says so, signed. Where something else is there than was published, nothing is sealed: a restore does not do that, and going on would make it look right.
	 */
	private boolean compare() {
		String name = ledger.name();
		prepareKeys(name);
		Optional<Checkpoint> published = newestFirst(name).findFirst();
		Optional<Run> run = ledger.run();
		if (run.isEmpty() && published.isEmpty()) {
			ledger.begin(new Run(1, name, null));
			return true;
		}
		long size = run.map(one -> ledger.reach(one.number()).size()).orElse(0L);
		long inLog = run.map(one -> stillInLog(one.number())).orElse(0L);
		long agreed = run.map(one -> agreed(one, size, newestFirst(name))).orElse(0L);
		if (agreed < size) {
			LOG.error(
					"Het grootboek is niet zoals het is gepubliceerd: na de eerste {} feiten staat er iets anders. Er wordt niets verzegeld tot dat is hersteld; check-ledger zegt welk feit het is.",
					agreed);
			compareAgain = now().plus(COMPARED_AGAIN_AFTER);
			return false;
		}
		boolean ahead = published.filter(newest -> run.isEmpty() || !newest.origin().equals(run.get().origin()) || newest.size() > size).isPresent();
		if (ahead || inLog < size) {
			goOn(name, run, inLog, published.or(() -> ledger.newest().map(Published::checkpoint)).orElseThrow());
		}
		return true;
	}

	/** How many leaves, from the first, go up to the last one whose event is still in the log at its place. */
	private long stillInLog(int run) {
		for (long to = ledger.reach(run).size(); to > 0; to -= EVENTS_PER_CHECKPOINT) {
			List<Leaf> leaves = ledger.leaves(run, Math.max(0, to - EVENTS_PER_CHECKPOINT), to).values().stream().sorted(Comparator.comparingLong(Leaf::index).reversed()).toList();
			Map<Long, String> events = log.readAfter(leaves.getLast().position() - 1, leaves.size()).stream()
					.collect(Collectors.toMap(Placed::position, placed -> placed.event().eventId()));
			Optional<Leaf> last = leaves.stream().filter(leaf -> leaf.eventId().toString().equals(events.get(leaf.position()))).findFirst();
			if (last.isPresent()) {
				return last.get().index() + 1;
			}
		}
		return 0;
	}

	/** How many leaves of a run agree with what was published of it. */
	private long agreed(Run run, long size, Stream<Checkpoint> published) {
		boolean differs = false;
		for (Checkpoint checkpoint : (Iterable<Checkpoint>) published::iterator) {
			if (checkpoint.origin().equals(run.origin()) && checkpoint.size() <= size) {
				if (ledger.prover(run.number()).root(checkpoint.size()).equals(checkpoint.root())) {
					return differs ? checkpoint.size() : size;
				}
				differs = true;
			}
		}
		return differs ? 0 : size;
	}

	private void goOn(String name, Optional<Run> from, long kept, Checkpoint ended) {
		String continuation = name + "/vervolg-";
		int published = ended.origin().startsWith(continuation) ? Integer.parseInt(ended.origin().substring(continuation.length())) : 1;
		int number = Math.max(from.map(Run::number).orElse(0), published) + 1;
		Run run = new Run(number, continuation + number, new Continuation(ended.origin(), ended.size(), ended.root(), kept));
		LOG.error("Het grootboek {} was gepubliceerd tot en met {} feiten; daarvan zijn er nog {}. Het gaat verder als {}, en zegt dat in elk checkpoint.", ended.origin(),
				ended.size(), kept, run.origin());
		ledger.begin(run);
		from.ifPresent(before -> ledger.copy(before.number(), number, kept));
		publish(run, kept, ledger.prover(number).root(kept));
	}

	/** What the file holds and this ledger signed: nobody else can make it go on as another. */
	private Stream<Checkpoint> newestFirst(String name) {
		List<VerifierKey> known = ledger.keys().stream().map(key -> VerifierKey.parse(key.verifierKey())).toList();
		return file.read(name).reversed().stream().filter(note -> note.isSignedBy(known)).map(note -> Checkpoint.parse(note.text()));
	}

	/** Adds to the file what it lacks. */
	private boolean publishOutside() {
		Optional<Published> newest = ledger.newest();
		if (newest.isEmpty() || newest.map(Published::checkpoint).equals(outside)) {
			return false;
		}
		String name = ledger.name();
		Optional<Checkpoint> there = newestFirst(name).findFirst();
		int run = there.flatMap(last -> ledger.runs().stream().filter(one -> one.origin().equals(last.origin())).findFirst()).map(Run::number).orElse(0);
		List<String> missing = ledger.after(run, there.map(Checkpoint::size).orElse(-1L)).stream().map(published -> published.note().toString()).toList();
		if (!missing.isEmpty()) {
			file.append(name, missing);
		}
		outside = newest.map(Published::checkpoint);
		return true;
	}
}
