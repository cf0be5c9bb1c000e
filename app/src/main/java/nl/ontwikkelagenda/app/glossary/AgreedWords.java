package nl.ontwikkelagenda.app.glossary;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.unbescape.html.HtmlEscape;

/** Finds the words that a partnership agreed on in the texts of its pages. */
final class AgreedWords {

	/** What a page knows them by. */
	static final String NAME = "agreedWords";

	private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d&#-])[\\p{L}\\d]+");

	/** By their first word; of those with the same, the longest first. */
	private final Map<String, List<Agreed>> terms;

	private AgreedWords(Map<String, List<Agreed>> terms) {
		this.terms = terms;
	}

	/** One of them, as people wrote it. */
	record Agreed(String id, String word, String explanation) {

		/** As it stands in HTML. */
		String shown() {
			return HtmlEscape.escapeHtml4Xml(word);
		}

		private boolean isAt(String text, int place) {
			String shown = shown();
			int end = place + shown.length();
			return text.regionMatches(true, place, shown, 0, shown.length()) && !(end < text.length() && goesOn(text.charAt(end)));
		}

		private static boolean goesOn(char next) {
			return Character.isLetterOrDigit(next) || next == '-';
		}
	}

	/** Where one was found. */
	record Found(Agreed term, int from, int to) {
	}

	static AgreedWords of(List<Agreed> agreed) {
		return new AgreedWords(agreed.stream().sorted(Comparator.comparingInt((Agreed term) -> term.word().length()).reversed())
				.collect(Collectors.groupingBy(term -> firstWord(term.shown()))));
	}

	/** @param text as HTML has it, without tags */
	Optional<Found> next(String text, int from) {
		Matcher word = WORD.matcher(text);
		for (boolean found = word.find(from); found; found = word.find()) {
			int place = word.start();
			Optional<Found> term = terms.getOrDefault(word.group().toLowerCase(Locale.ROOT), List.of()).stream().filter(each -> each.isAt(text, place)).findFirst()
					.map(each -> new Found(each, place, place + each.shown().length()));
			if (term.isPresent()) {
				return term;
			}
		}
		return Optional.empty();
	}

	/** Empty for what does not begin with one, and is found nowhere. */
	private static String firstWord(String shown) {
		Matcher word = WORD.matcher(shown);
		return word.lookingAt() ? word.group().toLowerCase(Locale.ROOT) : "";
	}
}
