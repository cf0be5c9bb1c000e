package nl.ontwikkelagenda.app.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** Facts at known places in the log, with all that was written down beside them. */
public interface RecordedFacts {

	/**
	 * Which facts are meant; of each, null for any.
	 *
	 * @param by            who recorded it
	 * @param type          stable name
	 * @param until         the last moment of recording
	 * @param naming        id of whatever it is about or names
	 * @param correlationId id of the first message of the chain that led to it
	 */
	record Filter(@Nullable PersonId by, @Nullable String type, @Nullable Instant from, @Nullable Instant until, @Nullable UUID naming, @Nullable UUID correlationId) {
	}

	/** Which fact is at a place. */
	record Place(long position, UUID eventId) {
	}

	/**
	 * A fact as it was recorded.
	 *
	 * @param role          name of the right that was used; absent for jobs
	 * @param correlationId id of the first message of the chain
	 * @param causationId   id of the message that directly caused it
	 * @param payload       JSON
	 */
	record Fact(long position, UUID eventId, String type, Instant recordedAt, Actor by, @Nullable String role, @Nullable String correlationId,
			@Nullable String causationId, String payload) {
	}

	/** A type of fact, and somebody who recorded such a fact. */
	record Kind(String type, Actor by) {
	}

	/** Which types of facts there are at these positions, with everybody who recorded them. */
	List<Kind> kinds(Collection<Long> positions);

	/** Where the facts of this aggregate are. */
	List<Long> positionsOf(String aggregate, long upTo);

	/** Where the facts of these types of these aggregates are; of those that name an outcome only of these outcomes. */
	List<Long> positionsOf(Collection<UUID> aggregates, Collection<String> types, Collection<UUID> outcomes, long upTo);

	/** Those of these positions at which there is a fact that is meant and not of one of these types, in order. */
	List<Long> matching(Collection<Long> positions, Filter filter, Set<String> otherThan);

	/** Which facts are at these positions, in order. */
	List<Place> places(Collection<Long> positions);

	/** The facts at these positions, in order. */
	List<Fact> at(Collection<Long> positions);
}
