package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a part of the minutes (verslagdeel) of a meeting. */
public record MinutesPartId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MinutesPartId {
	}

	public static MinutesPartId of(String value) {
		return new MinutesPartId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
