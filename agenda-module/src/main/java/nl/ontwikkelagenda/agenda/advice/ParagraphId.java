package nl.ontwikkelagenda.agenda.advice;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a paragraph (alinea) of an advice note. */
public record ParagraphId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ParagraphId {
	}

	public static ParagraphId of(String value) {
		return new ParagraphId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
