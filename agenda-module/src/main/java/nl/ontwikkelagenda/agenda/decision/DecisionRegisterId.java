package nl.ontwikkelagenda.agenda.decision;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.body.BodyId;

/** Identifies a decision register (besluitenregister). */
public record DecisionRegisterId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public DecisionRegisterId {
	}

	/** Follows from the body and the year, so that everyone who takes a first decision meets in one register. */
	public static DecisionRegisterId of(BodyId body, int year) {
		return new DecisionRegisterId(UUID.nameUUIDFromBytes(("decision register of " + body + " in " + year).getBytes(StandardCharsets.UTF_8)));
	}

	public static DecisionRegisterId of(String value) {
		return new DecisionRegisterId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
