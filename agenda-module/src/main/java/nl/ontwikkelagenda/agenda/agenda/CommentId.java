package nl.ontwikkelagenda.agenda.agenda;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a comment (opmerking) that a reader made on a draft agenda. */
public record CommentId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CommentId {
	}

	public static CommentId of(String value) {
		return new CommentId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
