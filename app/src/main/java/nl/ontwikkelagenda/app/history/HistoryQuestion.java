package nl.ontwikkelagenda.app.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.store.RecordedFacts;

import org.jspecify.annotations.Nullable;

/**
 * Which facts of a history; of each, null for any.
 *
 * @param from  first day of recording
 * @param until last day of recording
 * @param type  stable name of an event
 * @param of    collection in which something changed
 * @param about id of what is named
 */
record HistoryQuestion(@Nullable PersonId personId, @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String type, @Nullable String of, @Nullable UUID about,
		@Nullable UUID correlationId) {

	static final HistoryQuestion EVERYTHING = new HistoryQuestion(null, null, null, null, null, null, null);

	/** @throws InvalidInput when nothing can be like this */
	void check() {
		List<FieldError> errors = new ArrayList<>();
		if (type != null && !EventWords.isKnown(type)) {
			errors.add(new FieldError("type", "Noem een soort feit, zoals agenda.DecisionTaken."));
		}
		if (of != null && !Thing.byName().containsKey(of)) {
			errors.add(new FieldError("of", "Kies een van: " + String.join(", ", Thing.byName().keySet()) + "."));
		}
		if (from != null && until != null && until.isBefore(from)) {
			errors.add(new FieldError("until", "Kies een dag op of na de eerste dag."));
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
	}

	RecordedFacts.Filter filter() {
		return new RecordedFacts.Filter(personId, type, from == null ? null : Today.startOf(from), until == null ? null : Today.endOf(until), about, correlationId);
	}

	/** What was asked for, by name. */
	Map<String, String> asked() {
		Map<String, String> asked = new LinkedHashMap<>();
		put(asked, "personId", personId);
		put(asked, "from", from);
		put(asked, "until", until);
		put(asked, "type", type);
		put(asked, "of", of);
		put(asked, "about", about);
		put(asked, "correlationId", correlationId);
		return asked;
	}

	private static void put(Map<String, String> asked, String name, @Nullable Object value) {
		if (value != null) {
			asked.put(name, value.toString());
		}
	}
}
