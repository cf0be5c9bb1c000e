package nl.ontwikkelagenda.app.audit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a signature of a witness under a checkpoint. */
public record CosignatureId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CosignatureId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
