package nl.ontwikkelagenda.cop.reflection;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a reflection round (reflectie). */
public record ReflectionRoundId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ReflectionRoundId {
	}

	public static ReflectionRoundId of(String value) {
		return new ReflectionRoundId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
