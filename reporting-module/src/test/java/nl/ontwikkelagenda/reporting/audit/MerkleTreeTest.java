package nl.ontwikkelagenda.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

	private static final int SIZES = 65;
	/** The eight leaves with which every implementation of RFC 6962 and RFC 9162 is tested. */
	private static final List<Hash> STANDARD = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
			.map(entry -> MerkleTree.leaf(HexFormat.of().parseHex(entry))).toList();
	private static final Hash STRANGE = MerkleTree.leaf(new byte[] {99});

	private final Map<NodeId, Hash> nodes = new HashMap<>();
	private final Prover prover = new Prover(ids -> nodes);
	private final List<Hash> leaves = new ArrayList<>();
	private final List<Hash> roots = new ArrayList<>(List.of(MerkleTree.EMPTY));

	@ParameterizedTest
	@CsvSource({"0,e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "1,6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"2,fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125", "3,aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"4,d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7", "5,4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"6,76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef", "7,ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"8,5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"})
	void hasThePublishedRootOfTheStandardLeaves(int size, String root) {
		grow(STANDARD.subList(0, size));
		assertThat(roots.getLast()).hasToString(root).isEqualTo(prover.root(size));
	}

	@Test
	void goesOnFromItsRightEdge() {
		grow(numbered());
		for (int size = 0; size < SIZES; size++) {
			MerkleTree tree = new MerkleTree(size, NodeId.rightEdge(size).stream().map(nodes::get).toList());
			assertThat(tree.root()).isEqualTo(naive(leaves.subList(0, size)));
			tree.add(leaves.get(size));
			assertThat(tree.root()).isEqualTo(naive(leaves.subList(0, size + 1)));
		}
		assertThatThrownBy(() -> new MerkleTree(3, List.of(STRANGE))).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void everyLeafIsProvedInEveryTreeAndNothingElseIs() {
		grow(numbered());
		for (int size = 1; size <= SIZES; size++) {
			Map<Long, List<Hash>> together = prover.inclusions(LongStream.range(0, size).boxed().toList(), size);
			for (int index = 0; index < size; index++) {
				List<Hash> path = prover.inclusion(index, size);
				assertThat(path).isEqualTo(naivePath(index, leaves.subList(0, size))).isEqualTo(together.get((long) index));
				Hash leaf = leaves.get(index);
				assertThat(Proofs.includes(leaf, index, size, path, roots.get(size))).isTrue();
				assertThat(Proofs.includes(STRANGE, index, size, path, roots.get(size))).isFalse();
				assertThat(Proofs.includes(leaf, index, size, path, STRANGE)).isFalse();
				for (long other : new long[] {-1, index - 1, index + 1, size, size + 1, Long.MAX_VALUE}) {
					assertThat(Proofs.includes(leaf, other, size, path, roots.get(size))).as("leaf %d as %d of %d", index, other, size).isFalse();
				}
				for (List<Hash> wrong : damaged(path)) {
					assertThat(Proofs.includes(leaf, index, size, wrong, roots.get(size))).isFalse();
				}
			}
		}
		for (long[] outside : new long[][] {{0, 0}, {1, 1}, {-1, 5}, {5, 5}, {9, 5}}) {
			assertThatThrownBy(() -> prover.inclusion(outside[0], outside[1])).isInstanceOf(IndexOutOfBoundsException.class);
		}
	}

	@Test
	void aTreeOfAnotherSizeNeverPassesForThisOne() {
		grow(numbered());
		for (int size = 1; size <= SIZES; size++) {
			for (int other = 1; other <= SIZES; other++) {
				int index = Math.min(size, other) - 1;
				boolean proved = Proofs.includes(leaves.get(index), index, other, prover.inclusion(index, size), roots.get(other));
				assertThat(proved).as("leaf %d of %d in %d", index, size, other).isEqualTo(size == other);
			}
		}
	}

	@Test
	void everyTreeIsTheBeginningOfEveryLaterOneAndOfNoOther() {
		grow(numbered());
		for (int first = 1; first <= SIZES; first++) {
			for (int second = first; second <= SIZES; second++) {
				List<Hash> path = prover.consistency(first, second);
				assertThat(path).isEqualTo(naiveConsistency(first, leaves.subList(0, second)));
				Hash from = roots.get(first);
				Hash to = roots.get(second);
				assertThat(Proofs.consistent(first, second, path, from, to)).isTrue();
				assertThat(Proofs.consistent(first, second, path, STRANGE, to)).isFalse();
				assertThat(Proofs.consistent(first, second, path, from, STRANGE)).isFalse();
				assertThat(Proofs.consistent(second, first, path, to, from)).isEqualTo(first == second);
				for (int other = 1; other <= SIZES; other++) {
					assertThat(Proofs.consistent(first, other, path, from, roots.get(other))).as("%d in %d", first, other).isEqualTo(second == other);
					assertThat(Proofs.consistent(other, second, path, roots.get(other), to)).as("%d in %d", other, second).isEqualTo(first == other);
				}
				assertThat(Proofs.consistent(0, second, path, MerkleTree.EMPTY, to)).isFalse();
				assertThat(Proofs.consistent(-1, second, path, from, to)).isFalse();
				for (List<Hash> wrong : damaged(path)) {
					assertThat(Proofs.consistent(first, second, wrong, from, to)).isFalse();
				}
			}
		}
		assertThat(Proofs.consistent(0, 0, List.of(), MerkleTree.EMPTY, MerkleTree.EMPTY)).as("says nothing").isFalse();
		for (long[] outside : new long[][] {{0, 5}, {6, 5}, {-1, 5}, {0, 0}}) {
			assertThatThrownBy(() -> prover.consistency(outside[0], outside[1])).isInstanceOf(IndexOutOfBoundsException.class);
		}
	}

	@Test
	void aLedgerThatLacksASubtreeProvesNothing() {
		grow(numbered());
		nodes.remove(new NodeId(2, 3));
		assertThatThrownBy(() -> prover.inclusion(11, SIZES)).isInstanceOf(IllegalStateException.class).hasMessageContaining("level 2, number 3");
	}

	/** Swapped, shortened, made longer, and with one bit flipped. */
	private static List<List<Hash>> damaged(List<Hash> path) {
		List<List<Hash>> wrong = new ArrayList<>();
		List<Hash> longer = new ArrayList<>(path);
		longer.add(STRANGE);
		wrong.add(longer);
		wrong.add(Stream.concat(Stream.of(STRANGE), path.stream()).toList());
		for (int i = 0; i < path.size(); i++) {
			List<Hash> without = new ArrayList<>(path);
			without.remove(i);
			wrong.add(without);
			byte[] bytes = path.get(i).bytes();
			bytes[i % Hash.LENGTH] ^= (byte) (1 << (i % 8));
			List<Hash> flipped = new ArrayList<>(path);
			flipped.set(i, Hash.of(bytes));
			wrong.add(flipped);
			if (i > 0) {
				List<Hash> swapped = new ArrayList<>(path);
				swapped.set(i, path.get(i - 1));
				swapped.set(i - 1, path.get(i));
				wrong.add(swapped);
			}
		}
		return wrong;
	}

	private static List<Hash> numbered() {
		return IntStream.range(0, SIZES).mapToObj(number -> MerkleTree.leaf(("leaf " + number).getBytes(StandardCharsets.UTF_8))).toList();
	}

	private void grow(List<Hash> more) {
		MerkleTree tree = new MerkleTree();
		for (Hash leaf : more) {
			tree.add(leaf).forEach(node -> nodes.put(node.id(), node.hash()));
			leaves.add(leaf);
			roots.add(tree.root());
		}
		assertThat(tree.size()).isEqualTo(more.size());
	}

	/** As RFC 9162 defines it, without thinking. */
	private static Hash naive(List<Hash> leaves) {
		if (leaves.isEmpty()) {
			return MerkleTree.EMPTY;
		}
		if (leaves.size() == 1) {
			return leaves.getFirst();
		}
		int split = Integer.highestOneBit(leaves.size() - 1);
		return MerkleTree.node(naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
	}

	private static List<Hash> naivePath(int index, List<Hash> leaves) {
		if (leaves.size() == 1) {
			return List.of();
		}
		int split = Integer.highestOneBit(leaves.size() - 1);
		List<Hash> left = leaves.subList(0, split);
		List<Hash> right = leaves.subList(split, leaves.size());
		return index < split ? and(naivePath(index, left), naive(right)) : and(naivePath(index - split, right), naive(left));
	}

	private static List<Hash> naiveConsistency(int first, List<Hash> leaves) {
		return naiveSubproof(first, leaves, true);
	}

	private static List<Hash> naiveSubproof(int first, List<Hash> leaves, boolean whole) {
		if (first == leaves.size()) {
			return whole ? List.of() : List.of(naive(leaves));
		}
		int split = Integer.highestOneBit(leaves.size() - 1);
		List<Hash> left = leaves.subList(0, split);
		List<Hash> right = leaves.subList(split, leaves.size());
		return first <= split ? and(naiveSubproof(first, left, whole), naive(right)) : and(naiveSubproof(first - split, right, false), naive(left));
	}

	private static List<Hash> and(List<Hash> path, Hash last) {
		return Stream.concat(path.stream(), Stream.of(last)).toList();
	}
}
