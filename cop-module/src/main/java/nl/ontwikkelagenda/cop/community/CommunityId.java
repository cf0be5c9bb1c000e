package nl.ontwikkelagenda.cop.community;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.body.BodyId;

/** Identifies a community of practice; it follows from the body that the community stands on, so that there is one on each. */
public record CommunityId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public CommunityId {
	}

	public static CommunityId on(BodyId body) {
		return new CommunityId(UUID.nameUUIDFromBytes(("community/" + body).getBytes(StandardCharsets.UTF_8)));
	}

	public static CommunityId of(String value) {
		return new CommunityId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
