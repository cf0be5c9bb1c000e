package nl.ontwikkelagenda.agenda.body;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a seat (zetel) in a body: one person, in one role, for one stretch of time. */
public record SeatId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SeatId {
	}

	public static SeatId of(String value) {
		return new SeatId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
