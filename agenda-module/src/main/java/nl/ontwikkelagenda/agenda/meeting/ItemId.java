package nl.ontwikkelagenda.agenda.meeting;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an item (agendapunt) of a meeting. */
public record ItemId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ItemId {
	}

	public static ItemId of(String value) {
		return new ItemId(UUID.fromString(value));
	}

	/** The item that this one becomes when it is carried over to that meeting. */
	public ItemId at(MeetingId meeting) {
		return new ItemId(UUID.nameUUIDFromBytes((value + "/" + meeting).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
