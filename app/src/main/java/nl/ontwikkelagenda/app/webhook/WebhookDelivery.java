package nl.ontwikkelagenda.app.webhook;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What was brought, or is to be brought, in one request, and how that went.
 *
 * @param after         of the changes in it, the position after which they begin
 * @param upTo          the position of the last of them
 * @param nextAttemptAt not before then it is tried; absent when it is not waiting
 * @param attempts      oldest first
 */
public record WebhookDelivery(WebhookDeliveryId webhookDeliveryId, WebhookId webhookId, Kind kind, State state, @Nullable Long after, @Nullable Long upTo, Instant madeAt,
		@Nullable Instant nextAttemptAt, List<Attempt> attempts) {

	/** What is in it. */
	public enum Kind {
		CHANGES, TEST
	}

	/** How it fared. */
	public enum State {
		WAITING, DELIVERED, FAILED
	}

	/**
	 * One time that it was tried.
	 *
	 * @param millis how long it took
	 * @param status that the receiver answered; absent when there was no answer
	 * @param error  in Dutch, why there was none
	 */
	public record Attempt(int number, Instant at, int millis, @Nullable Integer status, @Nullable String error) {
	}
}
