package nl.ontwikkelagenda.agenda.table;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a development table (ontwikkeltafel). */
public record TableId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public TableId {
	}

	public static TableId of(String value) {
		return new TableId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
