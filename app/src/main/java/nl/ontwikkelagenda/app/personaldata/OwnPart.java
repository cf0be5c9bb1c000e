package nl.ontwikkelagenda.app.personaldata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of a document or fact that is about one person: all of what has him as its person, such as his ballot with its dots; of every other list only what names him, so that it
 * tells nothing of others. Free texts are shown without their salt.
 */
final class OwnPart {

	private static final JsonMapper JSON = JsonMapper.builder().build();
	private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {
	};
	private static final Set<String> FREE_TEXT = Set.of("text", "salt");

	/** Stands in every text. */
	private static final Set<String> EVERYBODY = Set.of("");

	private OwnPart() {
	}

	/** @param person all ids that he has */
	static Map<String, Object> of(String json, Set<String> person) {
		return object(JSON.readValue(json, OBJECT), person);
	}

	/** All of it: he wrote it himself. */
	static Map<String, Object> whole(String json) {
		return object(JSON.readValue(json, OBJECT), EVERYBODY);
	}

	private static Map<String, Object> object(Map<?, ?> object, Set<String> person) {
		Set<String> named = person.contains(String.valueOf(object.get("personId"))) ? EVERYBODY : person;
		Map<String, Object> own = new LinkedHashMap<>();
		object.forEach((name, value) -> {
			if (value != null && (!(value instanceof Collection<?> list) || names(list, named))) {
				own.put(name.toString(), part(value, named));
			}
		});
		return own;
	}

	private static Object part(Object value, Set<String> person) {
		return switch (value) {
			case Map<?, ?> text when text.containsKey("salt") && FREE_TEXT.containsAll(text.keySet()) -> String.valueOf(text.get("text"));
			case Map<?, ?> object -> object(object, person);
			case Collection<?> list -> list.stream().filter(element -> names(element, person)).map(element -> part(element, person)).toList();
			default -> value;
		};
	}

	private static boolean names(Object value, Set<String> person) {
		return switch (value) {
			case Map<?, ?> object -> object.values().stream().anyMatch(inside -> inside != null && names(inside, person));
			case Collection<?> list -> list.stream().anyMatch(inside -> names(inside, person)) || (list.isEmpty() && person.equals(EVERYBODY));
			default -> person.stream().anyMatch(value.toString()::contains);
		};
	}
}
