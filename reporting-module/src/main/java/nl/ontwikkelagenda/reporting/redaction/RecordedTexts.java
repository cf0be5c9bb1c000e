package nl.ontwikkelagenda.reporting.redaction;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** The texts in the log, as they are stored. */
public interface RecordedTexts {

	/**
	 * The text at this place of a fact of this partnership; empty when there is none.
	 *
	 * @param pointer a JSON pointer
	 */
	Optional<RecordedText> find(PartnershipId partnership, UUID eventId, String pointer);

	/**
	 * One text.
	 *
	 * @param digest   SHA-256 of its salt and words, in hexadecimal
	 * @param redacted whether only the digest is left
	 */
	record RecordedText(String digest, boolean redacted) {
	}
}
