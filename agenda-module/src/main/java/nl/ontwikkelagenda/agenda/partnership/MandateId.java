package nl.ontwikkelagenda.agenda.partnership;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a mandate (mandaat). */
public record MandateId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MandateId {
	}

	public static MandateId of(String value) {
		return new MandateId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
