package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One state of one document, as it is stored.
 *
 * @param from     position of the fact that made it
 * @param sequence place of the last fact of the document's own aggregate, -1 when it is no aggregate's own
 * @param body     the document as JSON in UTF-8
 * @param search   the text by which it is found, folded by {@link SearchText}
 */
record Version<D>(String id, D document, long from, Instant at, long sequence, @Nullable UUID partnership, byte[] body, String search) {

	/** Rough bytes of heap that keeping it costs. */
	long weight() {
		return 500L + 4L * body.length;
	}
}
