package nl.ontwikkelagenda.app.webhook;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a webhook. */
public record WebhookId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WebhookId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
