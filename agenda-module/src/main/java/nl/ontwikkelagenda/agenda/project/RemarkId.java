package nl.ontwikkelagenda.agenda.project;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a remark (opmerking) about a project. */
public record RemarkId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RemarkId {
	}

	public static RemarkId of(String value) {
		return new RemarkId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
