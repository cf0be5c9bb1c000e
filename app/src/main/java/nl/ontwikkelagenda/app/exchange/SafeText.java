package nl.ontwikkelagenda.app.exchange;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would take for a formula get an apostrophe in front, and lose it when they come in again. A text that began with one already gets one more, so that what
 * comes in is what went out.
 */
final class SafeText {

	private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);

	private SafeText() {
	}

	static String out(String text) {
		return FORMULA.matcher(text).matches() ? "'" + text : text;
	}

	static String in(String text) {
		return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
	}
}
