package nl.ontwikkelagenda.reporting.audit;

import java.util.ArrayList;
import java.util.List;

/** A tree that grows: RFC 9162, section 2.1. Remembers its right edge only, and tells which complete subtrees every new leaf completes. */
public final class MerkleTree {

	/** Hash of a tree without leaves. */
	public static final Hash EMPTY = Hash.sha256();

	private static final byte[] LEAF = {0};
	private static final byte NODE = 1;

	private final List<Hash> edge = new ArrayList<>();
	private long size;

	/** A complete subtree and its hash. */
	public record Node(NodeId id, Hash hash) {
	}

	/** A tree without leaves. */
	public MerkleTree() {
	}

	/** @param rightEdge hashes of {@link NodeId#rightEdge(long)} */
	public MerkleTree(long size, List<Hash> rightEdge) {
		if (rightEdge.size() != Long.bitCount(size)) {
			throw new IllegalArgumentException("A tree of " + size + " leaves has a right edge of " + Long.bitCount(size) + " subtrees, not " + rightEdge.size());
		}
		this.size = size;
		edge.addAll(rightEdge);
	}

	public static Hash leaf(byte[] entry) {
		return Hash.sha256(LEAF, entry);
	}

	static Hash node(Hash left, Hash right) {
		return Hash.sha256(NODE, left, right);
	}

	/** The hash of a range of which these are the complete subtrees, left to right. */
	static Hash joined(List<Hash> subtrees) {
		Hash hash = subtrees.getLast();
		for (int i = subtrees.size() - 2; i >= 0; i--) {
			hash = node(subtrees.get(i), hash);
		}
		return hash;
	}

	/** Adds a leaf; answers the subtrees that are complete now and were not before, the leaf first. */
	public List<Node> add(Hash leaf) {
		List<Node> completed = new ArrayList<>();
		Hash hash = leaf;
		long index = size;
		completed.add(new Node(new NodeId(0, index), hash));
		for (int level = 1; (index & 1) == 1; level++) {
			hash = node(edge.removeLast(), hash);
			index >>= 1;
			completed.add(new Node(new NodeId(level, index), hash));
		}
		edge.add(hash);
		size++;
		return completed;
	}

	public long size() {
		return size;
	}

	public Hash root() {
		return size == 0 ? EMPTY : joined(edge);
	}
}
