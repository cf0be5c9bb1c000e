package nl.ontwikkelagenda.app.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.security.TooManyRequests;

/**
 * The streams that have a place, of each person and in all. That nobody reads a stream any more is noticed late, so whoever opens one more than he may have is not refused: his oldest
 * makes way, which is most often one that he left.
 */
final class StreamPlaces {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private final int perPerson;
	private final int atOnce;
	private final Map<PersonId, Deque<ChangeStream>> taken = new HashMap<>();
	private int total;

	StreamPlaces(int perPerson, int atOnce) {
		this.perPerson = perPerson;
		this.atOnce = atOnce;
	}

	/** @throws TooManyRequests when there are as many as there may be, and none of them is his */
	synchronized void take(PersonId person, ChangeStream stream) {
		Deque<ChangeStream> own = taken.getOrDefault(person, new ArrayDeque<>());
		boolean full = total >= atOnce;
		if (full && own.isEmpty()) {
			throw new TooManyRequests("Er worden al zoveel stromen gevolgd als er kunnen zijn", WAIT);
		}
		if (full || own.size() >= perPerson) {
			own.removeFirst().makeWay();
			total--;
		}
		own.addLast(stream);
		taken.put(person, own);
		total++;
	}

	/** It has ended; one that made way has no place any more. */
	synchronized void giveBack(PersonId person, ChangeStream stream) {
		Deque<ChangeStream> own = taken.get(person);
		if (own != null && own.remove(stream)) {
			total--;
			if (own.isEmpty()) {
				taken.remove(person);
			}
		}
	}
}
