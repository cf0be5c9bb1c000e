package nl.ontwikkelagenda.agenda.partnership;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a partnership (samenwerkingsverband). */
public record PartnershipId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PartnershipId {
	}

	public static PartnershipId of(String value) {
		return new PartnershipId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
