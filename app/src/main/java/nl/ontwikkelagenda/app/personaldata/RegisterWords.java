package nl.ontwikkelagenda.app.personaldata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.language.WordLists;
import nl.ontwikkelagenda.app.pages.Dutch;

import org.springframework.stereotype.Component;

/** What the registers tell about somebody, for who reads it: {@code words/registers.properties} says which fields, and how. Ids and what the program needs for itself stand in the JSON only. */
@Component
class RegisterWords {

	private static final Properties WORDS = WordLists.read("/words/registers.properties");
	/** Fields with a day or a moment, by their names: what somebody typed in another may look like one. */
	private static final Pattern DATED = Pattern.compile(".*\\.(at|day|since|until|\\w*(At|On|Until))");

	private final Dutch dutch;

	RegisterWords(Dutch dutch) {
		this.dutch = dutch;
	}

	static boolean isKnown(String register) {
		return WORDS.containsKey(register);
	}

	/** What this register is called. */
	static String name(String register) {
		return Objects.requireNonNull(WORDS.getProperty(register), register);
	}

	/** The fields of a row that say something to a reader, by what they are called. */
	Map<String, String> row(String register, Map<String, Object> row) {
		Map<String, String> told = new LinkedHashMap<>();
		row.forEach((name, value) -> {
			String field = register + "." + name;
			String label = WORDS.getProperty(field);
			if (label != null) {
				told.put(label, value instanceof Collection<?> values ? values.stream().map(each -> words(field, each)).collect(Collectors.joining(", ")) : words(field, value));
			}
		});
		return told;
	}

	private String words(String field, Object value) {
		String text = value.toString();
		String word = WORDS.getProperty(field + "." + text);
		if (word != null) {
			return word;
		}
		if (!DATED.matcher(field).matches()) {
			return text;
		}
		return text.contains("T") ? dutch.moment(Instant.parse(text)) : dutch.day(LocalDate.parse(text));
	}
}
