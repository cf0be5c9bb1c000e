package nl.ontwikkelagenda.reporting.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes proofs (RFC 9162, 2.1.3.1 and 2.1.4.1) from stored complete subtrees, of which each takes a number that grows with the logarithm of the size. */
public final class Prover {

	/** Where complete subtrees are kept. */
	@FunctionalInterface
	public interface Nodes {

		/** The hashes of these subtrees; all of them are there. */
		Map<NodeId, Hash> read(Set<NodeId> ids);
	}

	/** Leaves from {@code from} up to but not including {@code to}. */
	private record Range(long from, long to) {

		List<NodeId> nodes() {
			return NodeId.covering(from, to);
		}
	}

	private final Nodes nodes;

	public Prover(Nodes nodes) {
		this.nodes = nodes;
	}

	public Hash root(long size) {
		return size == 0 ? MerkleTree.EMPTY : hashes(List.of(new Range(0, size))).getFirst();
	}

	/**
	 * Proves that a leaf is in the tree of the first {@code size} leaves.
	 *
	 * @throws IndexOutOfBoundsException there is no such leaf in it
	 */
	public List<Hash> inclusion(long index, long size) {
		return hashes(inclusionRanges(index, size));
	}

	/** As {@link #inclusion(long, long)}, for several leaves with one look at the subtrees. */
	public Map<Long, List<Hash>> inclusions(Collection<Long> indexes, long size) {
		Map<Long, List<Range>> ranges = new LinkedHashMap<>();
		indexes.forEach(index -> ranges.put(index, inclusionRanges(index, size)));
		Map<NodeId, Hash> read = read(ranges.values().stream().flatMap(List::stream).toList());
		Map<Long, List<Hash>> proofs = new LinkedHashMap<>();
		ranges.forEach((index, path) -> proofs.put(index, hashes(path, read)));
		return proofs;
	}

	/**
	 * Proves that the tree of the first {@code first} leaves is the beginning of that of the first {@code second}; empty when they are the same.
	 *
	 * @throws IndexOutOfBoundsException unless 0 &lt; first &le; second
	 */
	public List<Hash> consistency(long first, long second) {
		if (first <= 0 || first > second) {
			throw new IndexOutOfBoundsException("No consistency between " + first + " and " + second + " leaves can be proved");
		}
		List<Range> path = new ArrayList<>();
		long from = 0;
		long to = second;
		boolean whole = true;
		while (first != to) {
			long split = from + split(to - from);
			if (first <= split) {
				path.add(new Range(split, to));
				to = split;
			} else {
				path.add(new Range(from, split));
				from = split;
				whole = false;
			}
		}
		if (!whole) {
			path.add(new Range(from, to));
		}
		Collections.reverse(path);
		return hashes(path);
	}

	private static List<Range> inclusionRanges(long index, long size) {
		if (index < 0 || index >= size) {
			throw new IndexOutOfBoundsException("Leaf " + index + " is not among " + size);
		}
		List<Range> path = new ArrayList<>();
		long from = 0;
		long to = size;
		while (to - from > 1) {
			long split = from + split(to - from);
			if (index < split) {
				path.add(new Range(split, to));
				to = split;
			} else {
				path.add(new Range(from, split));
				from = split;
			}
		}
		Collections.reverse(path);
		return path;
	}

	/** The largest power of two smaller than {@code size}. */
	private static long split(long size) {
		return Long.highestOneBit(size - 1);
	}

	private List<Hash> hashes(List<Range> ranges) {
		return hashes(ranges, read(ranges));
	}

	private Map<NodeId, Hash> read(Collection<Range> ranges) {
		Set<NodeId> ids = new HashSet<>();
		ranges.forEach(range -> ids.addAll(range.nodes()));
		return ids.isEmpty() ? Map.of() : nodes.read(ids);
	}

	private static List<Hash> hashes(List<Range> ranges, Map<NodeId, Hash> read) {
		return ranges.stream().map(range -> MerkleTree.joined(range.nodes().stream().map(id -> required(id, read)).toList())).toList();
	}

	private static Hash required(NodeId id, Map<NodeId, Hash> read) {
		Hash hash = read.get(id);
		if (hash == null) {
			throw new IllegalStateException("The ledger lacks the subtree at level " + id.level() + ", number " + id.index());
		}
		return hash;
	}
}
