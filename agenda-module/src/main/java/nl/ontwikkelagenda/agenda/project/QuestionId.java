package nl.ontwikkelagenda.agenda.project;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a question (vraag) about a project. */
public record QuestionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public QuestionId {
	}

	public static QuestionId of(String value) {
		return new QuestionId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
