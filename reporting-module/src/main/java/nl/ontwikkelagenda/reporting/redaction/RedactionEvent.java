package nl.ontwikkelagenda.reporting.redaction;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What happened to a redaction. */
public sealed interface RedactionEvent {

	RedactionId redactionId();

	/**
	 * The text is gone: where this is stored, the text is removed in the same transaction.
	 *
	 * @param eventId    the fact that the text was removed from
	 * @param pointer    where it stood in that fact, a JSON pointer
	 * @param textDigest what stands there now: SHA-256 of salt and text, in hexadecimal
	 */
	record TextRedacted(RedactionId redactionId, PartnershipId partnershipId, UUID eventId, String pointer, String textDigest, LegalGround ground, FreeText reason,
			LocalDate redactedOn) implements RedactionEvent {
	}
}
