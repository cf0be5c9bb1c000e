package nl.ontwikkelagenda.app.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.feed.Subjects;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.State;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where secretaries and administrators of a partnership make webhooks, and see what was brought. It loads itself again while something is about to be sent; no script is needed. */
@Controller
@RequestMapping(WebhooksPage.PATH)
@WithoutAsOf("Koppelingen zijn er alleen zoals ze nu zijn; laat asOf weg.")
class WebhooksPage {

	static final String PATH = "/meldingen/koppelingen";

	private static final int SHOWN = 20;
	private static final String REFRESH_SECONDS = "3";

	private final WebhookKeeping webhooks;
	private final WebhookRights rights;
	private final Subjects subjects;
	private final People people;
	private final Dutch dutch;
	private final WebhookWords words = new WebhookWords();

	WebhooksPage(WebhookKeeping webhooks, WebhookRights rights, Subjects subjects, People people, Dutch dutch) {
		this.webhooks = webhooks;
		this.rights = rights;
		this.subjects = subjects;
		this.people = people;
		this.dutch = dutch;
	}

	@GetMapping
	String all(Model model) {
		Set<PartnershipId> partnerships = rights.partnerships(Caller.required().personId());
		List<Webhook> all = webhooks.visible();
		Map<WebhookId, String> titles = all.stream().collect(Collectors.toMap(Webhook::webhookId, webhook -> subjects.title(webhook.subject())));
		model.addAttribute("webhooks", all).addAttribute("titles", titles).addAttribute("groups", subjects.within(partnerships)).addAttribute("words", words);
		return "koppelingen";
	}

	/** What is wrong with the form is said on the page, beside what was filled in. */
	@PostMapping
	String make(@RequestParam(defaultValue = "") String onderwerp, @RequestParam(defaultValue = "") String adres, Model model, HttpServletResponse response) {
		try {
			Subject subject = Subjects.chosen("onderwerp", onderwerp);
			Webhook made = webhooks.make(new WebhookId(Ids.next()), Caller.required().personId(), subject, adres.strip());
			return shown(made.webhookId(), made.secret(), model, response);
		} catch (InvalidInput e) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			model.addAttribute("error", e.errors().getFirst().message()).addAttribute("address", adres).addAttribute("subject", onderwerp);
			return all(model);
		}
	}

	@GetMapping("/{id}")
	String one(@PathVariable WebhookId id, Model model, HttpServletResponse response) {
		return shown(id, null, model, response);
	}

	@PostMapping("/{id}/geheim")
	String renewSecret(@PathVariable WebhookId id, Model model, HttpServletResponse response) {
		return shown(id, webhooks.renewSecret(id).secret(), model, response);
	}

	@PostMapping("/{id}/stilzetten")
	String pause(@PathVariable WebhookId id) {
		webhooks.pause(id);
		return back(id);
	}

	@PostMapping("/{id}/aanzetten")
	String activate(@PathVariable WebhookId id) {
		webhooks.activate(id);
		return back(id);
	}

	@PostMapping("/{id}/proef")
	String test(@PathVariable WebhookId id) {
		webhooks.test(id, new WebhookDeliveryId(Ids.next()));
		return back(id);
	}

	@PostMapping("/{id}/berichten/{deliveryId}/opnieuw")
	String tryAgain(@PathVariable WebhookId id, @PathVariable WebhookDeliveryId deliveryId) {
		webhooks.tryAgain(id, deliveryId);
		return back(id);
	}

	@PostMapping("/{id}/verwijderen")
	String remove(@PathVariable WebhookId id) {
		webhooks.remove(id);
		return "redirect:" + PATH;
	}

	private static String back(WebhookId id) {
		return "redirect:" + PATH + "/" + id;
	}

	private String shown(WebhookId id, @Nullable String secret, Model model, HttpServletResponse response) {
		Webhook webhook = webhooks.visible(id);
		WebhookDeliveries.Listing found = webhooks.deliveries(id, null, 1, SHOWN);
		boolean untried = found.deliveries().stream().anyMatch(delivery -> delivery.state() == State.WAITING && delivery.attempts().isEmpty());
		if (untried && secret == null) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
		model.addAttribute("webhook", webhook).addAttribute("about", subjects.title(webhook.subject())).addAttribute("maker", people.names(List.of(webhook.personId())).get(
				webhook.personId())).addAttribute("deliveries", found.deliveries()).addAttribute("secret", secret).addAttribute("words", words).addAttribute("dutch", dutch);
		return "koppeling";
	}
}
