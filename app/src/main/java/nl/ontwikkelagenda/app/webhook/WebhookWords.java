package nl.ontwikkelagenda.app.webhook;

import nl.ontwikkelagenda.app.webhook.Webhook.PauseReason;
import nl.ontwikkelagenda.app.webhook.WebhookDelivery.Attempt;

/** What pages and mails say about webhooks. */
public final class WebhookWords {

	WebhookWords() {
	}

	/** In one sentence. */
	public static String reason(PauseReason reason) {
		return switch (reason) {
			case ASKED -> "Iemand heeft haar stilgezet.";
			case UNDELIVERABLE -> "Het andere systeem nam meer dan een dag lang niets aan.";
			case GONE -> "Het andere systeem zegt dat dit adres niet meer bestaat (410).";
			case RIGHT_LOST -> "Wie haar maakte, heeft daar geen recht meer voor.";
			case SECRET_LOST -> "De sleutel van het geheim ontbreekt; maak een nieuw geheim en zet haar weer aan.";
		};
	}

	public static String state(WebhookDelivery delivery) {
		return switch (delivery.state()) {
			case WAITING -> "wacht";
			case DELIVERED -> "aangekomen";
			case FAILED -> "mislukt";
		};
	}

	public static String what(WebhookDelivery delivery) {
		return delivery.kind() == WebhookDelivery.Kind.TEST ? "proef" : "veranderingen tot en met feit " + delivery.upTo();
	}

	public static String outcome(Attempt attempt) {
		return attempt.status() == null ? String.valueOf(attempt.error()) : "antwoord " + attempt.status();
	}
}
