package nl.ontwikkelagenda.app.actions;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;

import org.jspecify.annotations.Nullable;

/** Persons in texts: an id in the log, which no reader of a file knows, and a name in the file, which the log must never hold. */
final class Mentions {

	private static final Pattern MENTION = Pattern.compile("@\\[([^\\[\\]\\r\\n]{1,200})]");
	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private Mentions() {
	}

	/** Who is mentioned in a text: ids or names. */
	static Stream<String> in(String text) {
		return text.contains("@[") ? MENTION.matcher(text).results().map(found -> found.group(1).strip()) : Stream.empty();
	}

	/** Puts names in the place of ids, but for names that more than one person has, which could not be read back. */
	static UnaryOperator<String> named(Stream<String> texts, People people) {
		Set<PersonId> ids = new HashSet<>();
		texts.flatMap(Mentions::in).filter(Mentions::isId).forEach(id -> ids.add(PersonId.of(id)));
		if (ids.isEmpty()) {
			return UnaryOperator.identity();
		}
		Map<PersonId, String> names = people.names(ids);
		Map<String, List<PersonId>> namesakes = people.withName(names.values());
		Map<String, String> written = new HashMap<>();
		names.forEach((id, name) -> {
			boolean one = namesakes.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).size() == 1 && MENTION.matcher("@[" + name + "]").matches();
			written.put(id.toString(), name.equals(People.ERASED) ? People.ERASED : "@[" + (one ? name : id) + "]");
		});
		return text -> MENTION.matcher(text).replaceAll(
				found -> Matcher.quoteReplacement(written.getOrDefault(found.group(1).strip().toLowerCase(Locale.ROOT), found.group())));
	}

	/**
	 * Puts ids in the place of names.
	 *
	 * @param persons by their names in small letters
	 * @param unknown is told which names are of nobody, or of more than one
	 */
	static String identified(String text, Map<String, List<PersonId>> persons, List<String> unknown) {
		return MENTION.matcher(text).replaceAll(found -> {
			UUID id = idOf(found.group(1).strip(), persons);
			if (id == null) {
				unknown.add(found.group(1).strip());
			}
			return Matcher.quoteReplacement(id == null ? found.group() : "@[" + id + "]");
		});
	}

	private static @Nullable UUID idOf(String mentioned, Map<String, List<PersonId>> persons) {
		List<PersonId> found = isId(mentioned) ? List.of(PersonId.of(mentioned)) : persons.getOrDefault(mentioned.toLowerCase(Locale.ROOT), List.of());
		return found.size() == 1 ? found.getFirst().value() : null;
	}

	private static boolean isId(String text) {
		return ID.matcher(text).matches();
	}
}
