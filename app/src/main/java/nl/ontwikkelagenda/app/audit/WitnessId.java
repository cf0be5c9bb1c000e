package nl.ontwikkelagenda.app.audit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a witness of the ledger. */
public record WitnessId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public WitnessId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
