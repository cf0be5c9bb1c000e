package nl.ontwikkelagenda.reporting.readmodel;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they are compared: small letters without diacritics, so that "reünie" is found by "reunie" and the other way round. */
final class SearchText {

	private SearchText() {
	}

	static String folded(String text) {
		boolean plain = true;
		for (int i = 0; i < text.length() && plain; i++) {
			char c = text.charAt(i);
			plain = c >= ' ' && c < 127;
		}
		return (plain ? text : withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFKD))).toLowerCase(Locale.ROOT);
	}

	/** Also makes one space of each run of control characters. */
	private static String withoutMarks(String text) {
		StringBuilder letters = new StringBuilder(text.length());
		boolean control = false;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int letter = text.codePointAt(i);
			boolean before = control;
			control = letter < ' ' || letter == 127;
			if (control && !before) {
				letters.append(' ');
			} else if (!control && (letter < 127 || !isMark(letter))) {
				letters.appendCodePoint(letter);
			}
		}
		return letters.toString();
	}

	private static boolean isMark(int letter) {
		return switch (Character.getType(letter)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}
}
