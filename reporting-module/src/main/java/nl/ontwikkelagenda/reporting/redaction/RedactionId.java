package nl.ontwikkelagenda.reporting.redaction;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a redaction (lakken). */
public record RedactionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RedactionId {
	}

	public static RedactionId of(String value) {
		return new RedactionId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
