package nl.ontwikkelagenda.agenda.barrier;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a barrier (wettelijke belemmering). */
public record BarrierId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public BarrierId {
	}

	public static BarrierId of(String value) {
		return new BarrierId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
