package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an outcome (uitkomst) of a meeting. */
public record OutcomeId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OutcomeId {
	}

	public static OutcomeId of(String value) {
		return new OutcomeId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
