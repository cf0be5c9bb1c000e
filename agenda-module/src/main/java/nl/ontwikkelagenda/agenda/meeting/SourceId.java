package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a source (bron) that was discussed at a meeting. */
public record SourceId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SourceId {
	}

	public static SourceId of(String value) {
		return new SourceId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
