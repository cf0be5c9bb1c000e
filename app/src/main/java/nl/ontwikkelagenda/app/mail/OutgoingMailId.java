package nl.ontwikkelagenda.app.mail;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a mail in the outbox. */
public record OutgoingMailId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OutgoingMailId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
