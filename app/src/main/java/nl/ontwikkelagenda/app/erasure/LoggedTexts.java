package nl.ontwikkelagenda.app.erasure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.erasure.TextFacts.Fact;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.reporting.audit.Texts;
import nl.ontwikkelagenda.reporting.redaction.RecordedTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** The texts of the log where they are stored. Looking for words goes through all facts of a partnership, so it is for who is going to redact. */
@Component
public class LoggedTexts implements RecordedTexts {

	private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
	private static final int FEWEST_DIGITS = 6;
	private static final int TOLD_DIGITS = 9;
	/** Of a word that tells who somebody is. */
	private static final int SHORTEST = 3;
	/** What people write between the digits of a number; nothing with which JSON keeps values apart. */
	private static final String BETWEEN = "[^\\p{L}\\p{N}\"\\\\,:\\[\\]{}]{0,3}";
	/** Such as +31, 0031 (0) or 0. */
	private static final String COUNTRY = "(?:(?:\\+|00)\\d{1,3}" + BETWEEN + ")?(?:\\(?0" + BETWEEN + ")?";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TextFacts facts;

	LoggedTexts(TextFacts facts) {
		this.facts = facts;
	}

	/**
	 * A text as somebody typed it.
	 *
	 * @param pointer where it stands in the fact, a JSON pointer
	 * @param about   id of the thing that the fact is about
	 */
	public record FoundText(UUID eventId, String pointer, PartnershipId partnershipId, String type, String about, Instant recordedAt, String text) {
	}

	@Override
	public Optional<RecordedText> find(PartnershipId partnership, UUID eventId, String pointer) {
		return facts.at(partnership, eventId, pointer).flatMap(LoggedTexts::text);
	}

	/** What a text says; empty when there is none there, or when it was redacted. */
	Optional<String> words(PartnershipId partnership, UUID eventId, String pointer) {
		return facts.at(partnership, eventId, pointer).filter(LoggedTexts::isText).map(value -> value.path("text").asString());
	}

	private static Optional<RecordedText> text(JsonNode value) {
		if (value.size() == 1 && value.path(Texts.DIGEST).isString()) {
			return Optional.of(new RecordedText(value.path(Texts.DIGEST).asString(), true));
		}
		return isText(value) ? Optional.of(new RecordedText(Texts.digest(value.path("text").asString(), value.path("salt").asString()).toString(), false)) : Optional.empty();
	}

	private static boolean isText(JsonNode value) {
		return value.size() == 2 && value.path("text").isString() && value.path("salt").isString() && !value.path("salt").asString().isEmpty();
	}

	/** Every text of a partnership in which these words stand, in whatever capitals; the newest first. */
	List<FoundText> with(PartnershipId partnership, String words) {
		String sought = small(words);
		List<FoundText> found = new ArrayList<>();
		facts.with(partnership, asWritten(sought)).forEach(fact -> collect(fact, "", fact.payload(), text -> small(text).contains(sought), found));
		return found;
	}

	/**
	 * Every text of whichever partnership with the name, e-mail address or phone number of the person with these entries, in whatever capitals or grouping of digits; of each entry the
	 * newest first.
	 */
	public List<FoundText> naming(List<Person> entries) {
		Set<FoundText> found = new LinkedHashSet<>();
		entries.forEach(entry -> facts.naming(words(entry).map(LoggedTexts::asWritten).toList(), digits(entry))
				.forEach(fact -> collect(fact, "", fact.payload(), text -> names(text, List.of(entry)), found)));
		return List.copyOf(found);
	}

	/** Whether a text names the person with these entries. */
	static boolean names(String text, List<Person> entries) {
		String small = small(text);
		String digits = NO_DIGIT.matcher(text).replaceAll("");
		return entries.stream().anyMatch(entry -> words(entry).anyMatch(word -> standsIn(small, word)) || (!digits(entry).isEmpty() && digits.contains(digits(entry))));
	}

	private static Stream<String> words(Person person) {
		return Stream.of(person.name(), person.email()).filter(word -> word != null && word.length() >= SHORTEST).map(LoggedTexts::small);
	}

	private static String digits(Person person) {
		return person.phone() == null ? "" : lastDigits(person.phone());
	}

	/** Not as a part of a longer word. */
	private static boolean standsIn(String text, String word) {
		return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])").matcher(text).find();
	}

	private static String small(String words) {
		return words.toLowerCase(Locale.ROOT);
	}

	/**
	 * Whatever tells who somebody is, to take it out of a text: his name and e-mail address as words of their own in whatever capitals, and his phone number in whatever grouping, with or
	 * without the prefix of a country. Empty when he has nothing of the kind.
	 */
	static Optional<Pattern> telling(Person person) {
		String words = words(person).map(Pattern::quote).collect(Collectors.joining("|"));
		return Stream.of(words.isEmpty() ? "" : "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", written(person)).filter(part -> !part.isEmpty())
				.reduce((one, other) -> one + "|" + other).map(telling -> Pattern.compile(telling, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
	}

	/** A number of a few digits is looked for as it was typed: in another grouping it could be any number. */
	private static String written(Person person) {
		String digits = digits(person);
		if (digits.isEmpty()) {
			return person.phone() == null || person.phone().length() < SHORTEST ? "" : "(?<![\\p{L}\\p{N}])" + Pattern.quote(person.phone()) + "(?![\\p{L}\\p{N}])";
		}
		return COUNTRY + digits.chars().mapToObj(Character::toString).collect(Collectors.joining(BETWEEN));
	}

	/** Without the prefix, which is left out, or written as that of a country. */
	private static String lastDigits(String phone) {
		String digits = NO_DIGIT.matcher(phone).replaceAll("");
		return digits.length() < FEWEST_DIGITS ? "" : digits.substring(Math.max(0, digits.length() - TOLD_DIGITS));
	}

	/** As it stands inside a text of JSON. */
	private static String asWritten(String words) {
		String quoted = JSON.writeValueAsString(words);
		return quoted.substring(1, quoted.length() - 1);
	}

	private static void collect(Fact fact, String pointer, JsonNode value, Predicate<String> wanted, Collection<FoundText> found) {
		if (value.isObject() && isText(value)) {
			String text = value.path("text").asString();
			if (wanted.test(text)) {
				found.add(new FoundText(fact.eventId(), pointer, fact.partnershipId(), fact.type(), fact.about(), fact.recordedAt(), text));
			}
		} else if (value.isObject()) {
			value.properties().forEach(member -> collect(fact, pointer + "/" + member.getKey(), member.getValue(), wanted, found));
		} else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				collect(fact, pointer + "/" + i, value.get(i), wanted, found);
			}
		}
	}
}
