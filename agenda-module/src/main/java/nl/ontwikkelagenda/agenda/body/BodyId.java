package nl.ontwikkelagenda.agenda.body;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a body (overlegorgaan). */
public record BodyId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public BodyId {
	}

	public static BodyId of(String value) {
		return new BodyId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
