package nl.ontwikkelagenda.app;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a walk over all combinations is walked. With {@code -Dtest.thorough=true} everything, as before a release; otherwise every row and every column, and of their crossings a part that
 * is spread evenly and the same in every run, so that all tests end within the time that people wait for them.
 */
public final class Thorough {

	/** Whether everything is walked. */
	public static final boolean CHOSEN = Boolean.getBoolean("test.thorough");

	private Thorough() {
	}

	/** Whether the crossing of this row and this column is walked, when one in so many is. */
	public static boolean walks(int row, int column, int oneIn) {
		return CHOSEN || Math.floorMod(row + column, oneIn) == 0;
	}

	/** Of what crosses this row what is walked, in its order. */
	public static <T> List<T> of(int row, List<T> crossings, int oneIn) {
		return IntStream.range(0, crossings.size()).filter(column -> walks(row, column, oneIn)).mapToObj(crossings::get).toList();
	}
}
