package nl.ontwikkelagenda.agenda.partnership;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies an organisation that takes part in a partnership. */
public record OrganisationId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrganisationId {
	}

	public static OrganisationId of(String value) {
		return new OrganisationId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
