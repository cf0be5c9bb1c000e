package nl.ontwikkelagenda.reporting.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Place of a complete subtree: it holds the 2<sup>level</sup> leaves from {@code index}·2<sup>level</sup>. Level 0 is a leaf. Once its leaves are there it never changes.
 *
 * @param index counted from 0, among the complete subtrees of this level
 */
public record NodeId(int level, long index) {

	/** The fewest complete subtrees that hold the leaves from {@code from} up to but not including {@code to}, left to right, for a range as the splits of RFC 9162 make them. */
	static List<NodeId> covering(long from, long to) {
		List<NodeId> nodes = new ArrayList<>();
		for (long start = from; start < to;) {
			int level = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - start);
			nodes.add(new NodeId(level, start >> level));
			start += 1L << level;
		}
		return nodes;
	}

	/** The complete subtrees along the right edge of a tree of this many leaves, left to right; their hashes are all that is needed to add more. */
	public static List<NodeId> rightEdge(long size) {
		return covering(0, size);
	}
}
