package nl.ontwikkelagenda.reporting.readmodel;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a rebuild. */
public record RebuildId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RebuildId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
