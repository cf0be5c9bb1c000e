package nl.ontwikkelagenda.app.feed;

import java.time.Instant;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;

import org.jspecify.annotations.Nullable;

/**
 * An address under which a feed reader reads, as Atom, the changes that one person may see, until it is revoked.
 *
 * @param personId  whose feed it is
 * @param subjectId what it is of; absent for what is his own
 * @param address   where it is read; shown only when it was just made
 */
record ChangeFeed(ChangeFeedId changeFeedId, PersonId personId, Subject.Kind kind, @Nullable UUID subjectId, Instant createdAt, @Nullable String address) {

	/** What it is of. */
	Subject subject() {
		return new Subject(kind, subjectId == null ? personId.value() : subjectId);
	}

	@Override
	public String toString() {
		return "Feed " + changeFeedId;
	}
}
