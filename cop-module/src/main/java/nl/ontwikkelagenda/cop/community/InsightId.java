package nl.ontwikkelagenda.cop.community;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an insight (inzicht). */
public record InsightId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public InsightId {
	}

	public static InsightId of(String value) {
		return new InsightId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
