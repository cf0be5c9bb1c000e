package nl.ontwikkelagenda.app.retention;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a proposal to remove something. */
public record RetentionProposalId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public RetentionProposalId {
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
