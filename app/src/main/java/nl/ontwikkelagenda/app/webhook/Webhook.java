package nl.ontwikkelagenda.app.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;

import org.jspecify.annotations.Nullable;

/**
 * An address to which changes of a subject are brought.
 *
 * @param personId who made it; what is brought is what he may see at that moment
 * @param pausedAs why nothing is brought; absent while it is active
 * @param position of the log, up to and with which everything was brought
 * @param secret   with which deliveries are signed; shown only when it was just made
 */
public record Webhook(WebhookId webhookId, PartnershipId partnershipId, PersonId personId, Subject.Kind kind, UUID subjectId, URI address, State state,
		@Nullable PauseReason pausedAs, long position, Instant createdAt, @Nullable String secret) {

	/** Whether it brings changes. */
	public enum State {
		ACTIVE, PAUSED
	}

	/** Why it brings none. */
	public enum PauseReason {
		/** Somebody wanted so. */
		ASKED,
		/** For more than a day the receiver did not take what was brought. */
		UNDELIVERABLE,
		/** The receiver said that it is gone for good (410). */
		GONE,
		/** Who made it may not do so any more, or may not see the subject any more. */
		RIGHT_LOST,
		/** The key that opens the secret is not there. */
		SECRET_LOST
	}

	/** What it is of. */
	Subject subject() {
		return new Subject(kind, subjectId);
	}

	/** The server that it leads to. */
	public String host() {
		return address.getHost();
	}

	Webhook with(String shownSecret) {
		return new Webhook(webhookId, partnershipId, personId, kind, subjectId, address, state, pausedAs, position, createdAt, shownSecret);
	}

	@Override
	public String toString() {
		return "Webhook " + webhookId;
	}
}
