package nl.ontwikkelagenda.app.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.reporting.audit.RecordedEvent;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents;
import nl.ontwikkelagenda.reporting.audit.RecordedEvents.Placed;
import nl.ontwikkelagenda.reporting.audit.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which texts are gone from the log, and for which of them a later fact says so. The proofs hold either way, so this is looked at apart from them. */
final class RecordedRedactions {

	private static final String REDACTED = "reporting.TextRedacted";
	private static final int AT_ONCE = 2_000;
	private static final JsonMapper JSON = JsonMapper.shared();

	/**
	 * Where a text is gone.
	 *
	 * @param pointer a JSON pointer
	 */
	private record Place(String eventId, String pointer, String digest) {
	}

	/** Index of the fact, by what it misses and nobody has accounted for. */
	private final Map<Place, Long> missing = new HashMap<>();

	/** The next fact of the log. */
	void add(long index, RecordedEvent event) {
		if (event.payload().contains(Texts.DIGEST)) {
			JsonNode payload = JSON.readTree(event.payload());
			if (event.type().equals(REDACTED)) {
				missing.remove(new Place(payload.path("eventId").asString(), payload.path("pointer").asString(), payload.path(Texts.DIGEST).asString()));
			}
			collect(index, event.eventId(), "", payload);
		}
	}

	private void collect(long index, String event, String pointer, JsonNode value) {
		if (value.isObject() && value.size() == 1 && value.path(Texts.DIGEST).isString()) {
			missing.put(new Place(event, pointer, value.path(Texts.DIGEST).asString()), index);
		} else if (value.isObject()) {
			value.properties().forEach(member -> collect(index, event, pointer + "/" + member.getKey(), member.getValue()));
		} else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				collect(index, event, pointer + "/" + i, value.get(i));
			}
		}
	}

	/** Facts that are not in the ledger yet may say that a text was redacted as well. */
	void readRest(RecordedEvents log, long position) {
		long after = position;
		for (List<Placed> events = log.readAfter(after, AT_ONCE); !events.isEmpty() && !missing.isEmpty(); events = log.readAfter(after, AT_ONCE)) {
			events.stream().filter(placed -> placed.event().type().equals(REDACTED)).forEach(placed -> add(Long.MAX_VALUE, placed.event()));
			after = events.getLast().position();
		}
	}

	/** Index of the first fact that misses a text for which no fact accounts. */
	Optional<Long> withoutFact() {
		return missing.values().stream().min(Long::compare);
	}
}
