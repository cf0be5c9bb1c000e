package nl.ontwikkelagenda.reporting.monitor;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an indicator (indicator). */
public record IndicatorId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public IndicatorId {
	}

	public static IndicatorId of(String value) {
		return new IndicatorId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
