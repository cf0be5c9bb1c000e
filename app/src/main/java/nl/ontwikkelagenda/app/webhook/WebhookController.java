package nl.ontwikkelagenda.app.webhook;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of the partnerships of which the caller is secretary or administrator, with the log of what was brought. A secret is shown when it is made, and never again. */
@RestController
@RequestMapping(WebhookController.WEBHOOKS)
@WithoutAsOf("Webhooks zijn er alleen zoals ze nu zijn; laat asOf weg.")
@MayRead(value = {Right.SECRETARY, Right.ADMINISTRATOR}, inPerson = true)
class WebhookController {

	static final String WEBHOOKS = Api.BASE + "/webhooks";
	private static final int LONGEST_ADDRESS = 1_000;

	private final WebhookKeeping webhooks;

	WebhookController(WebhookKeeping webhooks) {
		this.webhooks = webhooks;
	}

	/**
	 * What is to be brought where.
	 *
	 * @param kind      what it is of: a partnership or something of one
	 * @param subjectId id of that
	 * @param address   begins with https
	 */
	record Making(Subject.Kind kind, UUID subjectId, @Words(max = LONGEST_ADDRESS) String address) {
	}

	/** Begins with what changes from now on. The same idempotency key comes down to the same webhook, which is then given a new secret. */
	@PostMapping
	ResponseEntity<Webhook> make(@RequestBody Making making) {
		if (making.kind() == Subject.Kind.PERSON) {
			throw new InvalidInput("kind", "Kies een samenwerkingsverband, agenda, thema, ontwikkeltafel, community of bijeenkomst.");
		}
		WebhookId id = new WebhookId(Ids.next(Intent.CURRENT.get(), "webhook"));
		Webhook made = webhooks.make(id, Caller.required().personId(), new Subject(making.kind(), making.subjectId()), making.address());
		return ResponseEntity.created(URI.create(Api.path("webhooks", id))).body(made);
	}

	/** Oldest first. */
	@GetMapping
	ResponseEntity<Listed<Webhook>> list(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		List<Webhook> all = webhooks.visible().stream().filter(webhook -> partnershipId == null || webhook.partnershipId().equals(partnershipId)).toList();
		return listed(all.stream().skip((paging.page() - 1L) * paging.pageSize()).limit(paging.pageSize()).toList(), all.size(), paging);
	}

	@GetMapping("/{id}")
	Webhook one(@PathVariable WebhookId id) {
		return webhooks.visible(id);
	}

	/** Nothing is brought any more, and its log is gone; answers what it was. */
	@DeleteMapping("/{id}")
	Webhook remove(@PathVariable WebhookId id) {
		return webhooks.remove(id);
	}

	/** A new secret, with which everything is signed from now on. */
	@PostMapping("/{id}/secrets")
	ResponseEntity<Webhook> renewSecret(@PathVariable WebhookId id) {
		return changed(webhooks.renewSecret(id));
	}

	/** Nothing is brought until it is activated again; what changes meanwhile waits. */
	@PostMapping("/{id}/pauses")
	ResponseEntity<Webhook> pause(@PathVariable WebhookId id) {
		return changed(webhooks.pause(id));
	}

	/** Goes on where it was. */
	@PostMapping("/{id}/activations")
	ResponseEntity<Webhook> activate(@PathVariable WebhookId id) {
		return changed(webhooks.activate(id));
	}

	/** What was brought in the last 30 days and what waits, latest first. */
	@GetMapping("/{id}/deliveries")
	ResponseEntity<Listed<WebhookDelivery>> deliveries(@PathVariable WebhookId id, @RequestParam(required = false) WebhookDelivery.@Nullable State state,
			@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		WebhookDeliveries.Listing found = webhooks.deliveries(id, state, paging.page(), paging.pageSize());
		return listed(found.deliveries(), found.total(), paging);
	}

	@GetMapping("/{id}/deliveries/{deliveryId}")
	WebhookDelivery delivery(@PathVariable WebhookId id, @PathVariable WebhookDeliveryId deliveryId) {
		return webhooks.delivery(id, deliveryId);
	}

	/** Has something brought that says only that it is a test, also while the webhook is paused; it is tried once, within seconds. */
	@PostMapping("/{id}/tests")
	ResponseEntity<WebhookDelivery> test(@PathVariable WebhookId id) {
		return made(webhooks.test(id, new WebhookDeliveryId(Ids.next(Intent.CURRENT.get(), "webhook-test"))));
	}

	/** Has a delivery tried now; one that was settled is sent once more, under the same id. */
	@PostMapping("/{id}/deliveries/{deliveryId}/attempts")
	ResponseEntity<WebhookDelivery> tryAgain(@PathVariable WebhookId id, @PathVariable WebhookDeliveryId deliveryId) {
		return made(webhooks.tryAgain(id, deliveryId));
	}

	private static ResponseEntity<Webhook> changed(Webhook webhook) {
		return ResponseEntity.created(URI.create(Api.path("webhooks", webhook.webhookId()))).body(webhook);
	}

	private static ResponseEntity<WebhookDelivery> made(WebhookDelivery delivery) {
		return ResponseEntity.created(URI.create(Api.path("webhooks", delivery.webhookId()) + "/deliveries/" + delivery.webhookDeliveryId())).body(delivery);
	}

	private static <T> ResponseEntity<Listed<T>> listed(List<T> shown, long total, Paging paging) {
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(shown, paging.page(), paging.pageSize(), total));
	}
}
