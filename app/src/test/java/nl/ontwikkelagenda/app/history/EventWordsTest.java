package nl.ontwikkelagenda.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import nl.ontwikkelagenda.app.store.EventTypes;

import org.junit.jupiter.api.Test;

/** Whatever happens can be told in Dutch. */
class EventWordsTest {

	private static final Map<String, Class<?>> TYPES = EventTypes.scan().all();

	@Test
	void everyEventHasWordsAndNothingElseHas() {
		assertThat(TYPES.keySet().stream().filter(name -> !EventWords.isKnown(name))).as("events without words in words/events.properties").isEmpty();
		assertThat(EventWords.all().stream().map(Map.Entry::getKey).filter(name -> !TYPES.containsKey(name))).as("words of events that are not there").isEmpty();
	}

	@Test
	void anEventTellsAtMostOneDayOnWhichItHappened() {
		assertThat(TYPES.entrySet().stream().filter(type -> Happened.daysOf(type.getValue()).size() > 1).map(Map.Entry::getKey))
				.as("events with several days: name those that were still to come in Happened.TO_COME").isEmpty();
	}
}
