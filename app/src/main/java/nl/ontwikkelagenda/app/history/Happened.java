package nl.ontwikkelagenda.app.history;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.app.store.EventTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When something happened, as the fact itself tells: its day in the past tense ({@code decidedOn}), or its period. */
@Component
class Happened {

	/** Days that were still to come when the fact was recorded. */
	private static final Set<String> TO_COME = Set.of("plannedOn", "reviewOn", "closesOn", "startsOn");
	private static final String PERIOD = "happenedOn";

	private final Map<String, String> fields = new HashMap<>();

	Happened(EventTypes types) {
		types.all().forEach((name, type) -> daysOf(type).forEach(field -> fields.put(name, field)));
	}

	/** The fields of this type of event that tell when it happened: at most one. */
	static List<String> daysOf(Class<?> event) {
		return Arrays.stream(event.getRecordComponents()).filter(Happened::tells).map(RecordComponent::getName).toList();
	}

	private static boolean tells(RecordComponent component) {
		boolean day = component.getType() == LocalDate.class && component.getName().endsWith("On") && !TO_COME.contains(component.getName());
		return day || (component.getType() == Period.class && component.getName().equals(PERIOD));
	}

	/** Null when the fact does not tell. */
	@Nullable
	Period on(String type, String payload) {
		String field = fields.get(type);
		if (field == null) {
			return null;
		}
		JsonNode day = JsonMapper.shared().readTree(payload).path(field);
		try {
			return day.isObject()
					? new Period(LocalDate.parse(day.path("from").asString()), LocalDate.parse(day.path("to").asString()))
					: day.isString() ? Period.on(LocalDate.parse(day.asString())) : null;
		} catch (DateTimeException e) {
			// as an older revision wrote it
			return null;
		}
	}
}
