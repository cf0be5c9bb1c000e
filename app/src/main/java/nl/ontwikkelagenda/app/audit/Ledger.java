package nl.ontwikkelagenda.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import nl.ontwikkelagenda.reporting.audit.Checkpoint;
import nl.ontwikkelagenda.reporting.audit.Checkpoint.Continuation;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.MerkleTree;
import nl.ontwikkelagenda.reporting.audit.NodeId;
import nl.ontwikkelagenda.reporting.audit.Prover;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the ledger. Every question and every addition is about one run, the newest unless said otherwise. */
@Component
public class Ledger {

	private static final String NAME = "ontwikkelagenda/";
	private static final int NAME_DIGITS = 8;

	private final JdbcClient database;

	Ledger(JdbcClient database) {
		this.database = database;
	}

	/**
	 * One tree.
	 *
	 * @param continued of a run that goes on from another
	 */
	public record Run(int number, String origin, @Nullable Continuation continued) {
	}

	/**
	 * A leaf and the event that it stands for.
	 *
	 * @param position of the event in the log
	 */
	record Leaf(long index, long position, UUID eventId) {
	}

	/** How far a run is: number of leaves, and the position in the log of the last of them. */
	public record Reach(long size, long position) {
	}

	/** A checkpoint as it was published. */
	public record Published(int run, SignedNote note) {

		public Checkpoint checkpoint() {
			return Checkpoint.parse(note.text());
		}
	}

	/** Name of this ledger, and of its first run; a restored backup keeps it. */
	public String name() {
		UUID id = database.sql("select id from ledger.identity").query(UUID.class).single();
		return NAME + id.toString().substring(0, NAME_DIGITS);
	}

	public Optional<Run> run() {
		return database.sql("select * from ledger.run order by number desc limit 1").query(Ledger::asRun).optional();
	}

	List<Run> runs() {
		return database.sql("select * from ledger.run order by number").query(Ledger::asRun).list();
	}

	void begin(Run run) {
		Optional<Continuation> continued = Optional.ofNullable(run.continued());
		database.sql("insert into ledger.run (number, origin, continues_origin, continues_size, continues_root, kept) values (:number, :origin, :from, :size, :root, :kept)")
				.param("number", run.number()).param("origin", run.origin()).param("from", continued.map(Continuation::origin).orElse(null), Types.VARCHAR)
				.param("size", continued.map(Continuation::size).orElse(null), Types.BIGINT)
				.param("root", continued.map(ended -> ended.root().bytes()).orElse(null), Types.BINARY)
				.param("kept", continued.map(Continuation::kept).orElse(null), Types.BIGINT).update();
	}

	/** Makes the first leaves of one run those of another. */
	void copy(int from, int to, long leaves) {
		database.sql("insert into ledger.leaf select ?, leaf_index, global_index, event_identifier from ledger.leaf where run = ? and leaf_index < ?").params(to, from, leaves)
				.update();
		database.sql("insert into ledger.node select ?, level, node_index, hash from ledger.node where run = ? and ((node_index + 1) << level) <= ?").params(to, from, leaves)
				.update();
	}

	public Reach reach(int run) {
		return database.sql("select leaf_index + 1, global_index from ledger.leaf where run = ? order by leaf_index desc limit 1").param(run)
				.query((row, number) -> new Reach(row.getLong(1), row.getLong(2))).optional().orElse(new Reach(0, 0));
	}

	/** The tree as it is, to be added to. */
	MerkleTree tree(int run, long size) {
		List<NodeId> edge = NodeId.rightEdge(size);
		Map<NodeId, Hash> read = nodes(run).read(Set.copyOf(edge));
		return new MerkleTree(size, edge.stream().map(read::get).map(hash -> Optional.ofNullable(hash).orElseThrow(() -> damaged(run))).toList());
	}

	private static IllegalStateException damaged(int run) {
		return new IllegalStateException("The ledger lacks a part of its right edge in run " + run + "; see the command check-ledger");
	}

	Prover prover(int run) {
		return new Prover(nodes(run));
	}

	private Prover.Nodes nodes(int run) {
		return ids -> {
			List<NodeId> wanted = List.copyOf(ids);
			Map<NodeId, Hash> found = new HashMap<>();
			database.sql(
					"select level, node_index, hash from ledger.node join unnest(?::smallint[], ?::bigint[]) as wanted (level, node_index) using (level, node_index) where run = ?")
					.params(wanted.stream().map(NodeId::level).toArray(Integer[]::new), wanted.stream().map(NodeId::index).toArray(Long[]::new), run)
					.query((ResultSet row) -> {
						found.put(new NodeId(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
					});
			return found;
		};
	}

	/** Hashes of leaves {@code from} up to but not including {@code to}, by index; what is no hash is left out. */
	Map<Long, Hash> hashes(int run, long from, long to) {
		Map<Long, Hash> found = new HashMap<>();
		database.sql("select node_index, hash from ledger.node where run = ? and level = 0 and node_index >= ? and node_index < ? and length(hash) = 32").params(run, from, to)
				.query((ResultSet row) -> {
					found.put(row.getLong(1), Hash.of(row.getBytes(2)));
				});
		return found;
	}

	/** Leaves {@code from} up to but not including {@code to}, by index. */
	Map<Long, Leaf> leaves(int run, long from, long to) {
		Map<Long, Leaf> found = new HashMap<>();
		database.sql("select leaf_index, global_index, event_identifier from ledger.leaf where run = ? and leaf_index >= ? and leaf_index < ?").params(run, from, to)
				.query((ResultSet row) -> {
					found.put(row.getLong(1), leaf(row));
				});
		return found;
	}

	/**
	 * Hashes of the subtrees that are completed by one of the leaves {@code from} up to but not including {@code to}; what is no hash is left out. The inner question is asked for each
	 * level by itself: as one join PostgreSQL may read all nodes for it.
	 */
	Map<NodeId, Hash> completedBetween(int run, long from, long to) {
		Map<NodeId, Hash> found = new HashMap<>();
		database.sql("""
				select wanted.level, node.node_index, node.hash from generate_series(0, 62) as wanted (level) cross join lateral (
					select node_index, hash from ledger.node
					where run = :run and level = wanted.level and node_index >= (:from >> wanted.level) and node_index < (:to >> wanted.level) order by node_index offset 0) as node
				where length(hash) = 32""")
				.param("run", run).param("from", from).param("to", to).query((ResultSet row) -> {
					found.put(new NodeId(row.getInt(1), row.getLong(2)), Hash.of(row.getBytes(3)));
				});
		return found;
	}

	/** Whether a run holds as many subtrees as its leaves make; asked at one moment, as leaves are added all the time. */
	boolean hasOnlyItsNodes(int run) {
		return database.sql("""
				select (select coalesce(max(leaf_index) + 1, 0) from ledger.leaf where run = :run), (select count(*) from ledger.node where run = :run)""").param("run", run)
				.query((row, number) -> row.getLong(2) == 2 * row.getLong(1) - Long.bitCount(row.getLong(1))).single();
	}

	Optional<Leaf> leafOf(int run, UUID eventId) {
		return database.sql("select leaf_index, global_index, event_identifier from ledger.leaf where run = ? and event_identifier = ?").params(run, eventId)
				.query((row, number) -> leaf(row)).optional();
	}

	void add(int run, List<Leaf> leaves, List<MerkleTree.Node> nodes) {
		database.sql("insert into ledger.leaf (run, leaf_index, global_index, event_identifier) select ?, * from unnest(?::bigint[], ?::bigint[], ?::uuid[])")
				.params(run, leaves.stream().map(Leaf::index).toArray(Long[]::new), leaves.stream().map(Leaf::position).toArray(Long[]::new),
						leaves.stream().map(Leaf::eventId).toArray(UUID[]::new))
				.update();
		database.sql("insert into ledger.node (run, level, node_index, hash) select ?, * from unnest(?::smallint[], ?::bigint[], ?::bytea[])")
				.params(run, nodes.stream().map(node -> node.id().level()).toArray(Integer[]::new), nodes.stream().map(node -> node.id().index()).toArray(Long[]::new),
						nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
				.update();
	}

	void publish(int run, SignedNote note) {
		Checkpoint checkpoint = Checkpoint.parse(note.text());
		database.sql("insert into ledger.checkpoint (run, tree_size, note, made_at) values (?, ?, ?, ?)")
				.params(run, checkpoint.size(), note.toString(), time(checkpoint.madeAt())).update();
	}

	public Optional<Published> newest() {
		return published("order by run desc, tree_size desc limit 1").stream().findFirst();
	}

	Optional<Published> newest(int run) {
		return published("where run = " + run + " order by tree_size desc limit 1").stream().findFirst();
	}

	/** The checkpoint of this size in this run. */
	Optional<Published> at(int run, long size) {
		return published("where run = " + run + " and tree_size = " + size).stream().findFirst();
	}

	/** One page, newest first. */
	public List<Published> page(int page, int pageSize) {
		return published("order by run desc, tree_size desc limit " + pageSize + " offset " + (page - 1L) * pageSize);
	}

	public long checkpoints() {
		return database.sql("select count(*) from ledger.checkpoint").query(Long.class).single();
	}

	/** Those that come after this one, oldest first; all when there is none. */
	List<Published> after(int run, long size) {
		return published("where (run, tree_size) > (" + run + ", " + size + ") order by run, tree_size");
	}

	private List<Published> published(String which) {
		return database.sql("select run, note from ledger.checkpoint " + which).query((row, number) -> new Published(row.getInt(1), SignedNote.parse(row.getString(2)))).list();
	}

	/** Its checkpoints as they stand there, by size, whether or not they can be read. */
	Map<Long, String> notes(int run) {
		Map<Long, String> notes = new TreeMap<>();
		database.sql("select tree_size, note from ledger.checkpoint where run = ?").param(run).query((ResultSet row) -> {
			notes.put(row.getLong(1), row.getString(2));
		});
		return notes;
	}

	/** Makes known with what is signed; keys that are known stay as they are. */
	void announce(int number, VerifierKey key) {
		database.sql("insert into ledger.signing_key (number, verifier_key) values (?, ?) on conflict do nothing").params(number, key.toString()).update();
	}

	/** A key that checkpoints were signed with. */
	public record KnownKey(int number, String verifierKey, Instant since) {
	}

	/** Newest first. */
	public List<KnownKey> keys() {
		return database.sql("select number, verifier_key, since from ledger.signing_key order by number desc")
				.query((row, at) -> new KnownKey(row.getInt(1), row.getString(2), row.getObject(3, OffsetDateTime.class).toInstant())).list();
	}

	private static Run asRun(ResultSet row, int number) throws SQLException {
		String continues = row.getString("continues_origin");
		return new Run(row.getInt("number"), row.getString("origin"),
				continues == null ? null : new Continuation(continues, row.getLong("continues_size"), Hash.of(row.getBytes("continues_root")), row.getLong("kept")));
	}

	private static Leaf leaf(ResultSet row) throws SQLException {
		return new Leaf(row.getLong(1), row.getLong(2), row.getObject(3, UUID.class));
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
