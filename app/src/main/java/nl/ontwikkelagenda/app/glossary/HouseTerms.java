package nl.ontwikkelagenda.app.glossary;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.language.Language;
import nl.ontwikkelagenda.app.language.WordLists;

/** The words of this product itself, as {@code words/terms.properties} explains them. */
final class HouseTerms {

	private static final String RESOURCE = "/words/terms.properties";
	private static final String ONLY_IN_GLOSSARY = "!";
	private static final List<HouseTerm> ALL = read();
	private static final String ENGLISH_RESOURCE = "/words/en/terms.properties";
	private static final Map<String, HouseTerm> BY_WORD = ALL.stream().collect(Collectors.toMap(HouseTerm::word, term -> term));
	private static final Forms DUTCH = Forms.of(byForm());

	/** Read when the first English page is made. */
	private static final class Once {
		private static final Forms ENGLISH = Forms.of(inEnglish());
	}

	private HouseTerms() {
	}

	/**
	 * A word and what it means.
	 *
	 * @param forms in which pages explain it, as its plural; none when only the glossary does
	 */
	record HouseTerm(String word, List<String> forms, String explanation) {

		/** Where it stands on the page of the glossary. */
		public String anchor() {
			return word.replace(' ', '-');
		}
	}

	/**
	 * Under which words a language knows them.
	 *
	 * @param pattern finds every form of every word; the longest first
	 */
	record Forms(Pattern pattern, Map<String, HouseTerm> terms) {

		private static Forms of(Map<String, HouseTerm> terms) {
			String forms = terms.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).map(Pattern::quote).collect(Collectors.joining("|"));
			return new Forms(Pattern.compile("(?<![\\p{L}-])(" + forms + ")(?![\\p{L}’-])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), terms);
		}

		/** The word of which this is a form. */
		HouseTerm of(String form) {
			return Objects.requireNonNull(terms.get(form.toLowerCase(Locale.ROOT)), form);
		}
	}

	static Forms in(Language language) {
		return language == Language.DUTCH ? DUTCH : Once.ENGLISH;
	}

	/** By alphabet. */
	static List<HouseTerm> all() {
		return ALL;
	}

	/** @param word as {@link HouseTerm#word()} */
	static HouseTerm of(String word) {
		return Objects.requireNonNull(BY_WORD.get(word), word);
	}

	private static Map<String, HouseTerm> byForm() {
		Map<String, HouseTerm> byForm = new HashMap<>();
		ALL.forEach(term -> term.forms().forEach(form -> byForm.put(form.toLowerCase(Locale.ROOT), term)));
		return Map.copyOf(byForm);
	}

	private static Map<String, HouseTerm> inEnglish() {
		Properties words = WordLists.read(ENGLISH_RESOURCE);
		return words.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(form -> form, form -> of(words.getProperty(form))));
	}

	private static List<HouseTerm> read() {
		Properties words = WordLists.read(RESOURCE);
		return words.stringPropertyNames().stream().map(word -> term(word, words.getProperty(word).split("\\|", 2)))
				.sorted(Comparator.comparing(HouseTerm::word, Collator.getInstance(Locale.of("nl")))).toList();
	}

	private static HouseTerm term(String word, String[] told) {
		Stream<String> others = Arrays.stream(told[0].split(",")).map(String::strip).filter(form -> !form.isEmpty());
		return new HouseTerm(word, told[0].strip().equals(ONLY_IN_GLOSSARY) ? List.of() : Stream.concat(Stream.of(word), others).toList(), told[1].strip());
	}
}
