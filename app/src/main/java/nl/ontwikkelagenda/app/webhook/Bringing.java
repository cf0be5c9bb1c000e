package nl.ontwikkelagenda.app.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.feed.ChangeEntry;
import nl.ontwikkelagenda.app.feed.FollowedChanges;
import nl.ontwikkelagenda.app.rest.JsonText;
import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;
import nl.ontwikkelagenda.app.webhook.WebhookDeliveries.Due;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.Kind;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings one thing to a webhook that was claimed: what waits, else the next changes. Its headers and signature are those of the Standard Webhooks specification. */
@Component
class Bringing {

	/** Waits after each attempt that failed; after the one that follows the last of them the webhook is paused, more than a day later. */
	static final List<Duration> WAITS = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
			Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(12));

	private static final int CHANGES_AT_ONCE = 100;

	private final Webhooks webhooks;
	private final WebhookDeliveries deliveries;
	private final WebhookSecrets secrets;
	private final WebhookClient client;
	private final WebhookRights rights;
	private final Pausing pausing;
	private final FollowedChanges changes;
	private final AccessRecorder recorder;
	private final Clock clock;
	private final TransactionTemplate transaction;

	Bringing(Webhooks webhooks, WebhookDeliveries deliveries, WebhookSecrets secrets, WebhookClient client, WebhookRights rights, Pausing pausing, FollowedChanges changes,
			AccessRecorder recorder, Clock clock, PlatformTransactionManager transactions) {
		this.recorder = recorder;
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.secrets = secrets;
		this.client = client;
		this.rights = rights;
		this.pausing = pausing;
		this.changes = changes;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * What a request says.
	 *
	 * @param timestamp when the delivery was made
	 */
	record Body(String type, Instant timestamp, Data data) {
	}

	/** @param items oldest first; names and titles as they are when it is sent */
	record Data(WebhookId webhookId, List<ChangeEntry> items) {
	}

	void next(WebhookId id) throws InterruptedException {
		Optional<Webhook> found = webhooks.find(id);
		if (found.isEmpty()) {
			return;
		}
		Webhook webhook = found.get();
		boolean active = webhook.state() == Webhook.State.ACTIVE;
		Optional<Due> due = deliveries.due(id, active);
		if (due.isPresent()) {
			bring(webhook, due.get());
		} else if (active && !deliveries.isWaiting(id)) {
			makeNext(webhook);
		}
	}

	/** It is in the register before it is tried: whoever goes on after a crash brings the same. */
	private void makeNext(Webhook webhook) throws InterruptedException {
		Optional<FollowedChanges.Told> told = told(webhook, webhook.position(), changes.position(), CHANGES_AT_ONCE);
		if (told.isEmpty()) {
			transaction.executeWithoutResult(status -> pausing.pause(webhook, PauseReason.RIGHT_LOST));
		} else if (told.get().items().isEmpty()) {
			webhooks.reached(webhook.webhookId(), told.get().upTo());
		} else {
			deliveries.make(webhook.webhookId(), webhook.position(), told.get().upTo());
		}
	}

	private void bring(Webhook webhook, Due due) throws InterruptedException {
		Optional<byte[]> secret = secrets.open(webhooks.sealedSecret(webhook.webhookId()));
		Optional<List<ChangeEntry>> items = items(webhook, due.delivery());
		if (items.isEmpty()) {
			refuse(webhook, due, PauseReason.RIGHT_LOST, "Wie deze webhook maakte, mag dit niet meer zien.");
		} else if (secret.isEmpty()) {
			refuse(webhook, due, PauseReason.SECRET_LOST, "De sleutel van het geheim ontbreekt.");
		} else {
			if (due.delivery().kind() == Kind.CHANGES) {
				recorder.exportedFor(webhook.personId(), webhook.partnershipId(), "webhook",
						Map.of("id", webhook.webhookId().toString(), "subject", webhook.subjectId().toString()));
			}
			Instant at = clock.instant();
			byte[] body = body(due.delivery(), items.get());
			WebhookClient.Outcome outcome = client.post(webhook.address(), headers(secret.get(), due.delivery(), at, body), body);
			transaction.executeWithoutResult(status -> settle(webhook, due, at, outcome));
		}
	}

	private Optional<List<ChangeEntry>> items(Webhook webhook, WebhookDelivery delivery) throws InterruptedException {
		if (delivery.after() == null || delivery.upTo() == null) {
			return rights.stillHeld(webhook) ? Optional.of(List.of()) : Optional.empty();
		}
		// all of what was in it when it was made, which was not much
		return told(webhook, delivery.after(), delivery.upTo(), Integer.MAX_VALUE / 2).map(FollowedChanges.Told::items);
	}

	private Optional<FollowedChanges.Told> told(Webhook webhook, long after, long upTo, int limit) throws InterruptedException {
		return rights.stillHeld(webhook) ? changes.next(webhook.subject(), webhook.personId(), after, upTo, limit) : Optional.empty();
	}

	private static byte[] body(WebhookDelivery delivery, List<ChangeEntry> items) {
		return JsonText.of(new Body(delivery.kind() == Kind.TEST ? "test" : "changes", delivery.madeAt(), new Data(delivery.webhookId(), items)));
	}

	private static Map<String, String> headers(byte[] secret, WebhookDelivery delivery, Instant at, byte[] body) {
		return Map.of("webhook-id", delivery.webhookDeliveryId().toString(), "webhook-timestamp", Long.toString(at.getEpochSecond()), "webhook-signature",
				WebhookSecrets.signature(secret, delivery.webhookDeliveryId(), at.getEpochSecond(), body));
	}

	/** Nothing is brought, and what waits stays. */
	private void refuse(Webhook webhook, Due due, PauseReason reason, String error) {
		transaction.executeWithoutResult(status -> {
			if (due.once()) {
				deliveries.tried(due.delivery().webhookDeliveryId(), clock.instant(), new WebhookClient.Outcome(null, error), State.FAILED, null);
			} else {
				pausing.pause(webhook, reason);
			}
		});
	}

	private void settle(Webhook webhook, Due due, Instant at, WebhookClient.Outcome outcome) {
		WebhookDelivery delivery = due.delivery();
		boolean last = due.tries() >= WAITS.size() || outcome.isGone();
		State state = outcome.isTaken() ? State.DELIVERED : due.once() ? State.FAILED : State.WAITING;
		Instant next = state != State.WAITING || last ? null : clock.instant().plus(WAITS.get(due.tries()));
		deliveries.tried(delivery.webhookDeliveryId(), at, outcome, state, next);
		if (state == State.DELIVERED && delivery.upTo() != null) {
			webhooks.reached(webhook.webhookId(), delivery.upTo());
		} else if (state == State.WAITING && last) {
			pausing.pause(webhook, outcome.isGone() ? PauseReason.GONE : PauseReason.UNDELIVERABLE);
		}
	}
}
