package nl.ontwikkelagenda.app.calendar;

import java.time.Instant;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * An address under which a calendar program reads what one person may see, until it is revoked.
 *
 * @param personId  whose feed it is
 * @param subjectId the body, table, community or partnership; absent for a personal feed
 * @param address   where it is read; shown only when it was just made
 */
record CalendarFeed(CalendarFeedId calendarFeedId, PersonId personId, Kind kind, @Nullable UUID subjectId, Instant createdAt, @Nullable String address) {

	/** What a feed is of. */
	enum Kind {
		PERSONAL, BODY, TABLE, COMMUNITY, PARTNERSHIP
	}

	@Override
	public String toString() {
		return "Feed " + calendarFeedId;
	}
}
