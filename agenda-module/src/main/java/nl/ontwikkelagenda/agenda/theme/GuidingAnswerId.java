package nl.ontwikkelagenda.agenda.theme;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a group's answer to one of the guiding questions. */
public record GuidingAnswerId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GuidingAnswerId {
	}

	public static GuidingAnswerId of(String value) {
		return new GuidingAnswerId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
