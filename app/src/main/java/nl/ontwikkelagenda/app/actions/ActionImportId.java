package nl.ontwikkelagenda.app.actions;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** Identifies an import of an action list. */
public record ActionImportId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public ActionImportId {
	}

	/** Follows from the content of the file and the partnership. */
	static ActionImportId of(byte[] content, PartnershipId partnership) {
		return new ActionImportId(DerivedId.of(content, partnership.value()));
	}

	@Override
	public String toString() {
		return value.toString();
	}
}
