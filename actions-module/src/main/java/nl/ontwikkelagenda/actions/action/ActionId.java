package nl.ontwikkelagenda.actions.action;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an action (actie, afspraak). */
public record ActionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ActionId {
	}

	public static ActionId of(String value) {
		return new ActionId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
