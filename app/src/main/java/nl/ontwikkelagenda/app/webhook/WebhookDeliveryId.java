package nl.ontwikkelagenda.app.webhook;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a delivery to a webhook; the receiver sees it as {@code webhook-id}. */
public record WebhookDeliveryId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WebhookDeliveryId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
