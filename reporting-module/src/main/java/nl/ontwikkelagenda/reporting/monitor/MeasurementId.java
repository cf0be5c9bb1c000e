package nl.ontwikkelagenda.reporting.monitor;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies what was measured of an indicator in one period (meting). */
public record MeasurementId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MeasurementId {
	}

	/** Follows from the indicator and the period, of which there is one measurement. */
	public static MeasurementId of(IndicatorId indicator, String period) {
		return new MeasurementId(UUID.nameUUIDFromBytes(("measurement of indicator " + indicator + " in " + period).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
