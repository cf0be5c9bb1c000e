package nl.ontwikkelagenda.app.store;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A part of the log that is looked through in one statement. Looking for words in every fact of a large log takes longer than a connection may be silent, so it is done part by part.
 *
 * @param after the position before the first
 * @param upTo  the last position
 */
public record Stretch(long after, long upTo) {

	/** Looking for every id in so many facts takes less than a second, and all of them fit in memory. */
	static final int LENGTH = 2_000;

	/** All that there is up to a position, from the first fact on. */
	public static Stream<Stretch> oldestFirst(long last) {
		return LongStream.iterate(0, after -> after < last, after -> after + LENGTH).mapToObj(after -> new Stretch(after, Math.min(last, after + LENGTH)));
	}

	/** As {@link #oldestFirst}, from the last fact back. */
	public static Stream<Stretch> newestFirst(long last) {
		return LongStream.iterate(last, upTo -> upTo > 0, upTo -> upTo - LENGTH).mapToObj(upTo -> new Stretch(Math.max(0, upTo - LENGTH), upTo));
	}
}
