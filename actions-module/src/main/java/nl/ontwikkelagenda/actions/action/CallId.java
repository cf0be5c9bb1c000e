package nl.ontwikkelagenda.actions.action;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a call for participants (oproep). */
public record CallId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CallId {
	}

	public static CallId of(String value) {
		return new CallId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
