package nl.ontwikkelagenda.actions.holiday;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** Identifies the school calendar of a partnership. */
public record SchoolCalendarId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SchoolCalendarId {
	}

	/** Follows from the partnership, which has one. */
	public static SchoolCalendarId of(PartnershipId partnership) {
		return new SchoolCalendarId(UUID.nameUUIDFromBytes(("school calendar of " + partnership).getBytes(StandardCharsets.UTF_8)));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
