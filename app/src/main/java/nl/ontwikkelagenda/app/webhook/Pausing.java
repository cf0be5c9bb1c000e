package nl.ontwikkelagenda.app.webhook;

import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;

import org.springframework.stereotype.Component;

/** Pauses a webhook by itself, and tells so to who made it. */
@Component
class Pausing {

	private static final String NEWLINE = "\n";

	private final Webhooks webhooks;
	private final OutgoingMails mails;
	private final Postman postman;
	private final People people;
	private final PublicAddress address;

	Pausing(Webhooks webhooks, OutgoingMails mails, Postman postman, People people, PublicAddress address) {
		this.webhooks = webhooks;
		this.mails = mails;
		this.postman = postman;
		this.people = people;
		this.address = address;
	}

	/** In the transaction that the caller is in: it is paused and the mail is written, or neither. */
	void pause(Webhook webhook, PauseReason reason) {
		if (webhooks.pause(webhook.webhookId(), reason) && postman.works()) {
			people.find(webhook.personId()).ifPresent(person -> mails.write(person.personId(), "Uw koppeling met " + webhook.host() + " staat stil",
					String.join(NEWLINE, "Beste " + person.name() + ",", "",
							"De koppeling die veranderingen naar " + webhook.host() + " brengt, staat stil.", WebhookWords.reason(reason), "",
							"Wat er nog niet is, blijft wachten. Zet de koppeling weer aan als het is opgelost:", address.inMail(WebhooksPage.PATH + "/" + webhook.webhookId()),
							"")));
		}
	}
}
