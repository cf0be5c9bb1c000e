package nl.ontwikkelagenda.app.audit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of an event in the log. */
public record EventId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EventId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
