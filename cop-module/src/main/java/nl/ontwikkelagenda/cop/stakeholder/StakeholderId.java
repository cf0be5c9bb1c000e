package nl.ontwikkelagenda.cop.stakeholder;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Identifies a stakeholder (aandeelhouder): one person in one partnership, so that nobody is registered twice. */
public record StakeholderId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public StakeholderId {
	}

	public static StakeholderId of(PartnershipId partnership, PersonId person) {
		return new StakeholderId(UUID.nameUUIDFromBytes(("stakeholder/" + partnership + "/" + person).getBytes(StandardCharsets.UTF_8)));
	}

	public static StakeholderId of(String value) {
		return new StakeholderId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
