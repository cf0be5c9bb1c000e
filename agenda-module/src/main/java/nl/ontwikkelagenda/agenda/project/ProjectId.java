package nl.ontwikkelagenda.agenda.project;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a project. */
public record ProjectId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ProjectId {
	}

	public static ProjectId of(String value) {
		return new ProjectId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
