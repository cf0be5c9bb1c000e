package nl.ontwikkelagenda.reporting.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Cuts the part out of a text that shows why it was found. */
final class Excerpt {

	private static final int BEFORE = 60;
	private static final int LENGTH = 200;
	/** Shorter beginnings of a word have little to do with its other forms. */
	private static final int STEM = 4;
	/** What a Dutch word may lose in another form of it: "bijeenkomsten" and "bijeenkomst". */
	private static final int ENDING = 2;

	private Excerpt() {
	}

	/** Some 200 characters around the first of the words, in whatever form; the beginning where none is recognised. */
	static String of(String text, String words) {
		String folded = folded(text);
		int at = Arrays.stream(folded(words).strip().split("\\s+")).flatMap(word -> List.of(word, beginning(word)).stream()).mapToInt(folded::indexOf).filter(found -> found >= 0)
				.findFirst().orElse(0);
		return cut(text, at <= BEFORE ? 0 : startOfWord(text, at - BEFORE));
	}

	/** The first 200 characters or so, for what has no title of its own (an idea, a remark). */
	static String beginningOf(String text) {
		return cut(text, 0);
	}

	private static String cut(String text, int from) {
		int to = text.length() - from <= LENGTH ? text.length() : startOfWord(text, from + LENGTH);
		return (from > 0 ? "… " : "") + text.substring(from, to).strip() + (to < text.length() ? " …" : "");
	}

	private static String beginning(String word) {
		return word.substring(0, Math.max(Math.min(STEM, word.length()), word.length() - ENDING));
	}

	private static int startOfWord(String text, int near) {
		int space = text.indexOf(' ', near);
		return space < 0 || space - near > BEFORE ? near : space + 1;
	}

	/** Small letters without diacritics, each in the place that it had. */
	private static String folded(String text) {
		StringBuilder folded = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			folded.append(Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKD).charAt(0));
		}
		return folded.toString().toLowerCase(Locale.ROOT);
	}
}
