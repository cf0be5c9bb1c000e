package nl.ontwikkelagenda.agenda.attachment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an attachment (bijlage). */
public record AttachmentId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public AttachmentId {
	}

	public static AttachmentId of(String value) {
		return new AttachmentId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
