package nl.ontwikkelagenda.app.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.security.TooManyRequests;

/** How many streams there are, of each person and in all. */
final class StreamPlaces {

	private static final Duration WAIT = Duration.ofSeconds(30);

	private final int perPerson;
	private final int atOnce;
	private final Map<PersonId, Integer> taken = new HashMap<>();
	private int total;

	StreamPlaces(int perPerson, int atOnce) {
		this.perPerson = perPerson;
		this.atOnce = atOnce;
	}

	/** @throws TooManyRequests when he has as many as he may have, or there are as many as there may be */
	synchronized void take(PersonId person) {
		if (taken.getOrDefault(person, 0) >= perPerson) {
			throw new TooManyRequests("U volgt al " + perPerson + " stromen tegelijk", WAIT);
		}
		if (total >= atOnce) {
			throw new TooManyRequests("Er worden al zoveel stromen gevolgd als er kunnen zijn", WAIT);
		}
		taken.merge(person, 1, Integer::sum);
		total++;
	}

	synchronized void giveBack(PersonId person) {
		taken.computeIfPresent(person, (who, number) -> number == 1 ? null : number - 1);
		total--;
	}
}
