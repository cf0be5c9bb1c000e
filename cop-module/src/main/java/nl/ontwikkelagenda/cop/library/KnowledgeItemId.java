package nl.ontwikkelagenda.cop.library;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an item (bron) of the library. */
public record KnowledgeItemId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public KnowledgeItemId {
	}

	public static KnowledgeItemId of(String value) {
		return new KnowledgeItemId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
