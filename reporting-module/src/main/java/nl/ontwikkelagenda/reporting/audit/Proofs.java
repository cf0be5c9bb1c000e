package nl.ontwikkelagenda.reporting.audit;

import java.util.ArrayList;
import java.util.List;

/** Verifies proofs as RFC 9162 says, step by step, with the checks at the end. */
public final class Proofs {

	private Proofs() {
	}

	/** RFC 9162, 2.1.3.2: whether {@code leaf} is leaf number {@code index}, from 0, of the tree with this size and root. */
	public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
		if (index < 0 || index >= size) {
			return false;
		}
		long fn = index;
		long sn = size - 1;
		Hash hash = leaf;
		for (Hash sibling : path) {
			if (sn == 0) {
				return false;
			}
			if (isOdd(fn) || fn == sn) {
				hash = MerkleTree.node(sibling, hash);
				int shift = shiftToOdd(fn);
				fn >>= shift;
				sn >>= shift;
			} else {
				hash = MerkleTree.node(hash, sibling);
			}
			fn >>= 1;
			sn >>= 1;
		}
		return sn == 0 && hash.equals(root);
	}

	/**
	 * RFC 9162, 2.1.4.2: whether the tree of {@code first} leaves is the beginning of that of {@code second}. Two trees of one size need an empty path and the same root. Of a tree
	 * without leaves nothing can be proved.
	 */
	public static boolean consistent(long first, long second, List<Hash> path, Hash firstRoot, Hash secondRoot) {
		if (first <= 0 || first > second) {
			return false;
		}
		if (first == second) {
			return path.isEmpty() && firstRoot.equals(secondRoot);
		}
		if (path.isEmpty()) {
			return false;
		}
		List<Hash> hashes = new ArrayList<>(path);
		if (Long.bitCount(first) == 1) {
			hashes.addFirst(firstRoot);
		}
		int odd = Long.numberOfTrailingZeros(~(first - 1));
		long fn = (first - 1) >> odd;
		long sn = (second - 1) >> odd;
		Hash fr = hashes.getFirst();
		Hash sr = hashes.getFirst();
		for (Hash hash : hashes.subList(1, hashes.size())) {
			if (sn == 0) {
				return false;
			}
			if (isOdd(fn) || fn == sn) {
				fr = MerkleTree.node(hash, fr);
				sr = MerkleTree.node(hash, sr);
				int shift = shiftToOdd(fn);
				fn >>= shift;
				sn >>= shift;
			} else {
				sr = MerkleTree.node(sr, hash);
			}
			fn >>= 1;
			sn >>= 1;
		}
		return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
	}

	private static boolean isOdd(long number) {
		return (number & 1) == 1;
	}

	/** By how many bits to shift until the number is odd, or 0. */
	private static int shiftToOdd(long number) {
		return number == 0 ? 0 : Long.numberOfTrailingZeros(number);
	}
}
