package nl.ontwikkelagenda.reporting.readmodel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters without diacritics, so that "reünie" is found by "reunie" and the other way round. */
final class SearchText {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");
	private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

	private SearchText() {
	}

	static String folded(String text) {
		boolean plain = true;
		for (int i = 0; i < text.length() && plain; i++) {
			char c = text.charAt(i);
			plain = c >= ' ' && c < 127;
		}
		String letters = plain ? text : CONTROLS.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("")).replaceAll(" ");
		return letters.toLowerCase(Locale.ROOT);
	}
}
