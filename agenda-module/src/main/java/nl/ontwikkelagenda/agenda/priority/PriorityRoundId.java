package nl.ontwikkelagenda.agenda.priority;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a priority round (prioriteitenronde). */
public record PriorityRoundId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PriorityRoundId {
	}

	public static PriorityRoundId of(String value) {
		return new PriorityRoundId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
