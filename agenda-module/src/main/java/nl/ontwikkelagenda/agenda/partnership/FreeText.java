package nl.ontwikkelagenda.agenda.partnership;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A text that a person typed. It names persons by mention ({@code @[PersonId]}). The salt makes its digest in the provable log unguessable;
 * redaction removes both.
 *
 * @param text the words
 * @param salt 16 random bytes in base64, given from outside with the words
 */
public record FreeText(String text, String salt) {

	/** Stands where a text stood that was redacted. */
	public static final String REDACTED = "[verwijderd]";

	/** Of a text that was redacted the log holds neither words nor salt. */
	public FreeText {
		text = Objects.requireNonNullElse(text, REDACTED);
		salt = Objects.requireNonNullElse(salt, "");
	}

	/** The words of a text that may be absent. */
	public static @Nullable String wordsOf(@Nullable FreeText text) {
		return text == null ? null : text.text();
	}

	@Override
	public String toString() {
		return text;
	}
}
