package nl.ontwikkelagenda.agenda.table;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an advice note (adviesnotitie); it stands here because the answer to a goal may rest on one. */
public record AdviceNoteId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AdviceNoteId {
	}

	public static AdviceNoteId of(String value) {
		return new AdviceNoteId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
