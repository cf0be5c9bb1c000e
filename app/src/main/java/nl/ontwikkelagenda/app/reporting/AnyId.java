package nl.ontwikkelagenda.app.reporting;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Id of whatever there is, of which kind is not known. */
public record AnyId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AnyId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
