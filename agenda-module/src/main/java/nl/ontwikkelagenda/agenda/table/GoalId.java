package nl.ontwikkelagenda.agenda.table;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a goal (doel) of a table. */
public record GoalId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public GoalId {
	}

	public static GoalId of(String value) {
		return new GoalId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
