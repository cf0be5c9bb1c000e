package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a series (reeks) of meetings. */
public record SeriesId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SeriesId {
	}

	public static SeriesId of(String value) {
		return new SeriesId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
