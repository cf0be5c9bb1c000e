package nl.ontwikkelagenda.cop.community;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Identifies an enrolment (deelname): one person in one community. */
public record EnrolmentId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public EnrolmentId {
	}

	public static EnrolmentId of(CommunityId community, PersonId person) {
		return new EnrolmentId(UUID.nameUUIDFromBytes(("enrolment/" + community + "/" + person).getBytes(StandardCharsets.UTF_8)));
	}

	public static EnrolmentId of(String value) {
		return new EnrolmentId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
