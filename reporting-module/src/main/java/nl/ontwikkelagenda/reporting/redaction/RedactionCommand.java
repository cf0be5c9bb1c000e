package nl.ontwikkelagenda.reporting.redaction;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a redaction. */
public sealed interface RedactionCommand {

	RedactionId redactionId();

	/**
	 * Removes one text from a fact, for ever and for every moment.
	 *
	 * @param eventId the fact
	 * @param pointer where the text stands in it: a JSON pointer such as {@code /promises/0/what}
	 * @param reason  in words, without what is removed
	 */
	@AllowedTo({Right.SECRETARY, Right.ADMINISTRATOR})
	record RedactText(@TargetAggregateIdentifier RedactionId redactionId, PartnershipId partnershipId, UUID eventId, String pointer, LegalGround ground, FreeText reason,
			LocalDate redactedOn) implements RedactionCommand {
	}
}
