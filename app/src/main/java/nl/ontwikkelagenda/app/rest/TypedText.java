package nl.ontwikkelagenda.app.rest;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/** What a text that somebody typed may be, whichever way it comes in. */
public final class TypedText {

	private TypedText() {
	}

	/**
	 * What is wrong with it, in one Dutch sentence; null when it is right.
	 *
	 * @param max   most characters (code points)
	 * @param lines whether line breaks and tabs are allowed
	 */
	public static @Nullable String fault(String raw, int max, boolean lines) {
		// Checked before anything else is done with it, so that a text of a megabyte costs nothing.
		if (raw.codePointCount(0, raw.length()) > max) {
			return "Geef een tekst van hoogstens " + max + " tekens.";
		}
		if (InputBinder.hasUnprintable(raw, lines)) {
			return lines ? "De tekst bevat tekens die niet leesbaar zijn." : "Geef een tekst van één regel, zonder onleesbare tekens.";
		}
		return raw.isBlank() ? "Vul een tekst in." : null;
	}

	/** As it is kept: without spaces around it, and each letter with its accent as one character. */
	public static String kept(String raw) {
		return Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
	}
}
