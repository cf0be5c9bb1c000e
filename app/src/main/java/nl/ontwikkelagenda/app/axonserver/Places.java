package nl.ontwikkelagenda.app.axonserver;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which position an event has that Axon Server counts by a token. Tokens are 0, 1, 2 and so on; positions begin at 1, and a log that came from PostgreSQL has holes where appends were
 * rolled back. So every place that was ever written down (in views, ledger, tokens and registers) stays what it was when the log moves.
 */
final class Places {

	/** Shift by the first token that it holds for: position = token + 1 + shift. */
	private final NavigableMap<Long, Long> shiftByToken = new TreeMap<>();
	/** The same first tokens by their positions. */
	private final NavigableMap<Long, Long> tokenByPosition = new TreeMap<>();

	/** @param shifts by the first token that they hold for; they only grow */
	Places(Map<Long, Long> shifts) {
		shiftByToken.put(0L, 0L);
		shiftByToken.putAll(shifts);
		shiftByToken.forEach((token, shift) -> tokenByPosition.put(token + 1 + shift, token));
	}

	long position(long token) {
		return token + 1 + shiftByToken.floorEntry(token).getValue();
	}

	/** The token of the first event after this position, whether or not it is there yet. */
	long tokenAfter(long position) {
		Map.Entry<Long, Long> part = tokenByPosition.floorEntry(position);
		if (part == null) {
			return 0;
		}
		long token = position - shiftByToken.get(part.getValue());
		Long nextPart = shiftByToken.higherKey(part.getValue());
		return nextPart == null ? token : Math.min(token, nextPart);
	}
}
