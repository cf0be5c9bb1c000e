package nl.ontwikkelagenda.app.monitor;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of an inventory or a reflection round whose result is a value of an indicator. */
public record SourceId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SourceId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
