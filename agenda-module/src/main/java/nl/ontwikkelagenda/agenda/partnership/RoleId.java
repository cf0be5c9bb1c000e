package nl.ontwikkelagenda.agenda.partnership;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a described role (rol) in a partnership. */
public record RoleId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RoleId {
	}

	public static RoleId of(String value) {
		return new RoleId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
