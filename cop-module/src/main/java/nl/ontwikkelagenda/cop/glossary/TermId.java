package nl.ontwikkelagenda.cop.glossary;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a term (begrip) of the glossary. */
public record TermId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TermId {
	}

	public static TermId of(String value) {
		return new TermId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
