package nl.ontwikkelagenda.app.rest;

import java.text.Normalizer;

import org.jspecify.annotations.Nullable;

/** The rules for texts that people give, in whatever form they come in. */
public final class GivenText {

	private GivenText() {
	}

	/** What is wrong with this text, in one sentence; null when nothing is. */
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

	/** As it is kept. */
	public static String tidy(String raw) {
		return Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
	}
}
