package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a meeting (bijeenkomst). */
public record MeetingId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MeetingId {
	}

	public static MeetingId of(String value) {
		return new MeetingId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
