package nl.ontwikkelagenda.app.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** The facts that name a person. Goes through the whole log, so it is for who asks what is recorded about himself. */
public interface NamingFacts {

	/**
	 * A fact as it is stored.
	 *
	 * @param byHim   whether one of them recorded it
	 * @param role    the right under which he did
	 * @param payload JSON
	 */
	record Stored(long position, Instant recordedAt, String type, String aggregate, boolean byHim, @Nullable String role, String payload) {
	}

	/** What one of these recorded, and what has one of their ids anywhere in it, in order; it is read while it is gone through. */
	Stream<Stored> of(Collection<PersonId> persons);

	/** Those of these persons whom a fact since then names, or who recorded one. */
	Set<PersonId> naming(Instant since, Set<PersonId> persons);
}
