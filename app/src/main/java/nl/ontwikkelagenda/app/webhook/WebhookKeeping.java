package nl.ontwikkelagenda.app.webhook;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;
import nl.ontwikkelagenda.app.webhook.Webhook.State;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the caller may do with webhooks: those of partnerships of which he is secretary or administrator. */
@Component
class WebhookKeeping {

	private static final int MOST = 20;

	private final Webhooks webhooks;
	private final WebhookDeliveries deliveries;
	private final WebhookSecrets secrets;
	private final WebhookRights rights;
	private final Destinations destinations;
	private final VisibleChanges changes;
	private final EventLog log;

	WebhookKeeping(Webhooks webhooks, WebhookDeliveries deliveries, WebhookSecrets secrets, WebhookRights rights, Destinations destinations, VisibleChanges changes,
			EventLog log) {
		this.webhooks = webhooks;
		this.deliveries = deliveries;
		this.secrets = secrets;
		this.rights = rights;
		this.destinations = destinations;
		this.changes = changes;
		this.log = log;
	}

	/**
	 * Makes it, with its secret; when there is one with this id, it gets a new secret.
	 *
	 * @throws NotFound   when he may not see the subject
	 * @throws NotAllowed when he may see it, but is no secretary or administrator there
	 */
	Webhook make(WebhookId id, PersonId person, Subject subject, String address) {
		PartnershipId partnership = changes.partnershipOf(subject, person);
		rights.check(partnership);
		Webhook known = webhooks.find(id).orElse(null);
		if (known != null && (!known.subject().equals(subject) || !known.address().toString().equals(address))) {
			throw new IdempotencyKeyReused();
		}
		if (known != null) {
			return renewSecret(id);
		}
		var checked = destinations.checked(address);
		if (webhooks.of(List.of(partnership)).size() >= MOST) {
			throw new RuleBroken("a-partnership-has-at-most-20-webhooks", "Dit samenwerkingsverband heeft al " + MOST + " koppelingen; verwijder er eerst een.");
		}
		WebhookSecrets.Made secret = secrets.make();
		webhooks.add(id, partnership, person, subject, checked, secret.sealed(), log.safePosition());
		return visible(id).with(secret.shown());
	}

	/** Oldest first. */
	List<Webhook> visible() {
		return webhooks.of(rights.partnerships(Caller.required().personId()));
	}

	/** @throws NotFound when there is none that he may see */
	Webhook visible(WebhookId id) {
		Webhook webhook = webhooks.find(id).orElseThrow(NotFound::new);
		rights.check(webhook.partnershipId());
		return webhook;
	}

	Webhook remove(WebhookId id) {
		Webhook webhook = visible(id);
		webhooks.remove(id);
		return webhook;
	}

	Webhook renewSecret(WebhookId id) {
		Webhook webhook = visible(id);
		WebhookSecrets.Made secret = secrets.make();
		webhooks.changeSecret(id, secret.sealed());
		return webhook.with(secret.shown());
	}

	Webhook pause(WebhookId id) {
		visible(id);
		if (!webhooks.pause(id, PauseReason.ASKED)) {
			throw new RuleBroken("only-an-active-webhook-is-paused", "Deze koppeling staat al stil.");
		}
		return visible(id);
	}

	Webhook activate(WebhookId id) {
		visible(id);
		if (!webhooks.activate(id)) {
			throw new RuleBroken("only-a-paused-webhook-is-activated", "Deze koppeling staat al aan.");
		}
		deliveries.beginAgain(id);
		return visible(id);
	}

	WebhookDeliveries.Listing deliveries(WebhookId id, WebhookDelivery.@Nullable State state, int page, int pageSize) {
		return deliveries.list(visible(id).webhookId(), state, page, pageSize);
	}

	WebhookDelivery delivery(WebhookId id, WebhookDeliveryId delivery) {
		return deliveries.find(visible(id).webhookId(), delivery).orElseThrow(NotFound::new);
	}

	WebhookDelivery test(WebhookId id, WebhookDeliveryId delivery) {
		deliveries.makeTest(delivery, visible(id).webhookId());
		return delivery(id, delivery);
	}

	WebhookDelivery tryAgain(WebhookId id, WebhookDeliveryId delivery) {
		WebhookDelivery known = delivery(id, delivery);
		if (known.state() == WebhookDelivery.State.WAITING && visible(id).state() == State.PAUSED) {
			throw new RuleBroken("a-paused-webhook-brings-nothing", "Deze koppeling staat stil; zet haar eerst weer aan.");
		}
		deliveries.tryAgain(delivery);
		return delivery(id, delivery);
	}
}
