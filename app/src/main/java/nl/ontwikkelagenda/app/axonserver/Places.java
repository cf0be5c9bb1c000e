package nl.ontwikkelagenda.app.axonserver;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which position an event has that Axon Server counts by a token. Tokens are 0, 1, 2 and so on; positions begin at 1, and a log that came from PostgreSQL has holes where appends were
 * rolled back. So every place that was ever written down (in views, ledger, tokens and registers) stays what it was when the log moves.
 */
final class Places {

	/** From this token on, until the next part, position = token + 1 + shift. */
	private record Part(long firstToken, long shift) {
	}

	private final NavigableMap<Long, Part> byToken = new TreeMap<>();
	private final NavigableMap<Long, Part> byPosition = new TreeMap<>();

	/** @param shifts by the first token that they hold for; they only grow */
	Places(Map<Long, Long> shifts) {
		byToken.put(0L, new Part(0, 0));
		shifts.forEach((token, shift) -> byToken.put(token, new Part(token, shift)));
		byToken.forEach((token, part) -> byPosition.put(token + 1 + part.shift(), part));
	}

	long position(long token) {
		return token + 1 + byToken.floorEntry(token).getValue().shift();
	}

	/** The token of the first event after this position, whether or not it is there yet. */
	long tokenAfter(long position) {
		Map.Entry<Long, Part> entry = byPosition.floorEntry(position);
		if (entry == null) {
			return 0;
		}
		Part part = entry.getValue();
		long token = position - part.shift();
		Long next = byToken.higherKey(part.firstToken());
		return next == null ? token : Math.min(token, next);
	}
}
