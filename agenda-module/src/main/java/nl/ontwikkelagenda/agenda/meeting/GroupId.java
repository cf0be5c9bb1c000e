package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a group (groep) at a meeting. */
public record GroupId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GroupId {
	}

	public static GroupId of(String value) {
		return new GroupId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
