package nl.ontwikkelagenda.app.audit;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a check of the whole log. */
public record LedgerCheckId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public LedgerCheckId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
