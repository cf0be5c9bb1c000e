package nl.ontwikkelagenda.agenda.decision;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a decision (besluit). */
public record DecisionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DecisionId {
	}

	public static DecisionId of(String value) {
		return new DecisionId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
