package nl.ontwikkelagenda.app.person;

import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

/**
 * That an entry of the register was changed; what it was and became is not kept.
 *
 * @param fields which of the fields changed, by the names that {@code /people} has for them
 */
public record EntryChange(Kind kind, List<String> fields, PersonId changedBy, Instant changedAt) {

	public enum Kind {
		CORRECTED, RESTRICTED, RELEASED, JOINED
	}
}
