package nl.ontwikkelagenda.reporting.redaction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.reporting.redaction.RedactionEvent.TextRedacted;

import org.jspecify.annotations.Nullable;

/**
 * A text that was removed: where it stood, who removed it and why, and nothing of what it said.
 *
 * @param eventId  the fact that it stood in
 * @param pointer  where in that fact
 * @param personId who removed it; absent for a job
 */
public record RedactionView(RedactionId redactionId, PartnershipId partnershipId, UUID eventId, String pointer, String textDigest, LegalGround ground, String reason,
		LocalDate redactedOn, @Nullable PersonId personId, Instant recordedAt) {

	public static RedactionView on(@Nullable RedactionView current, RedactionEvent event, Recorded when) {
		return switch (event) {
			case TextRedacted e -> new RedactionView(e.redactionId(), e.partnershipId(), e.eventId(), e.pointer(), e.textDigest(), e.ground(), e.reason().text(), e.redactedOn(),
					when.by().asPerson().orElse(null), when.at());
		};
	}
}
