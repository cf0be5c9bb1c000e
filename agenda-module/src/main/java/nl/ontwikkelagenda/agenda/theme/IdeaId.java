package nl.ontwikkelagenda.agenda.theme;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an idea (idee) for a theme. */
public record IdeaId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public IdeaId {
	}

	public static IdeaId of(String value) {
		return new IdeaId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
