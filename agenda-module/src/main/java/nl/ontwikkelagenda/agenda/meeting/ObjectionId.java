package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an objection (bezwaar) to minutes. */
public record ObjectionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ObjectionId {
	}

	public static ObjectionId of(String value) {
		return new ObjectionId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
