package nl.ontwikkelagenda.app.history;

import java.util.AbstractList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.app.history.Places.Place;
import nl.ontwikkelagenda.app.store.RecordedFacts;

/** Where the facts of a history are, oldest first. Which facts they are is read of those only that are looked at, some at a time. */
final class Places extends AbstractList<Place> implements RandomAccess {

	private static final int AT_ONCE = 200;

	private final List<Long> life;
	private final List<Long> chosen;
	private final Function<List<Long>, List<RecordedFacts.Place>> read;
	private final Map<Long, UUID> known = new HashMap<>();

	/**
	 * @param life   of all facts of the history, in order
	 * @param chosen those of which these are the places
	 * @param read   which facts are at some positions
	 */
	Places(List<Long> life, List<Long> chosen, Function<List<Long>, List<RecordedFacts.Place>> read) {
		this.life = life;
		this.chosen = chosen;
		this.read = read;
	}

	/** @param number place in the whole history, from 1 */
	record Place(int number, long position, UUID eventId) {
	}

	@Override
	public Place get(int index) {
		Long position = chosen.get(index);
		UUID id = known.get(position);
		if (id == null) {
			int from = Math.max(0, index - AT_ONCE / 2);
			read.apply(chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE))).forEach(place -> known.put(place.position(), place.eventId()));
			id = known.get(position);
		}
		if (id == null) {
			throw new IllegalStateException("There is no fact at " + position);
		}
		return new Place(Collections.binarySearch(life, position) + 1, position, id);
	}

	@Override
	public int size() {
		return chosen.size();
	}

	/** Where the fact at this position of the log is among these; negative when it is not. */
	int indexOf(long position) {
		return Collections.binarySearch(chosen, position);
	}

	/** Those after this position of the log. */
	List<Place> after(long position) {
		int found = indexOf(position);
		return subList(found < 0 ? -found - 1 : found + 1, size());
	}
}
