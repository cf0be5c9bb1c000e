package nl.ontwikkelagenda.app.calendar;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

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
		PERSONAL(null), BODY(ReadModels.BODIES), TABLE(ReadModels.TABLES), COMMUNITY(ReadModels.COMMUNITIES), PARTNERSHIP(ReadModels.PARTNERSHIPS);

		@SuppressWarnings("ImmutableEnumChecker") // a record of names and of functions that keep nothing
		private final @Nullable ReadModel<?, ?> view;

		Kind(@Nullable ReadModel<?, ?> view) {
			this.view = view;
		}

		/** Where its subjects are found; what is one's own has none. */
		Optional<ReadModel<?, ?>> view() {
			return Optional.ofNullable(view);
		}
	}

	@Override
	public String toString() {
		return "Feed " + calendarFeedId;
	}
}
