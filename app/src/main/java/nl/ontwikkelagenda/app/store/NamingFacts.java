package nl.ontwikkelagenda.app.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** The facts that name a person. Goes through the whole log, so it is for who asks what is recorded about himself. */
public interface NamingFacts {

	/**
	 * A fact as it is stored.
	 *
	 * @param byHim   whether he recorded it
	 * @param role    the right under which he did
	 * @param payload JSON
	 */
	record Stored(long position, Instant recordedAt, String type, String aggregate, boolean byHim, @Nullable String role, String payload) {
	}

	/** What he recorded, and what has his id anywhere in it, in order. */
	List<Stored> of(PersonId person);

	/** Those of these persons whom a fact since then names, or who recorded one. */
	Set<PersonId> naming(Instant since, Set<PersonId> persons);
}
