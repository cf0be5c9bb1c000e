package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a promise (toezegging). */
public record PromiseId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PromiseId {
	}

	public static PromiseId of(String value) {
		return new PromiseId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
