package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an invitation (uitnodiging) to a meeting. */
public record InvitationId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public InvitationId {
	}

	public static InvitationId of(String value) {
		return new InvitationId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
