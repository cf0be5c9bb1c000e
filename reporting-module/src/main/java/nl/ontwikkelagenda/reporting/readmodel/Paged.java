package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Goes through more than fits in memory, in its order. */
public final class Paged {

	private Paged() {
	}

	/**
	 * What lies there, read page by page while it is gone through: nothing is held open in between.
	 *
	 * @param size of a page; one with fewer is the last
	 * @param after the page after this one of the page before, or the first
	 */
	public static <T> Stream<T> stream(int size, Function<@Nullable T, List<T>> after) {
		return Stream.iterate(after.apply(null), page -> !page.isEmpty(), page -> page.size() < size ? List.<T>of() : after.apply(page.getLast())).flatMap(List::stream);
	}
}
