package nl.ontwikkelagenda.agenda.table;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a proposal (voorstel) of a table. */
public record ProposalId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ProposalId {
	}

	public static ProposalId of(String value) {
		return new ProposalId(UUID.fromString(value));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
