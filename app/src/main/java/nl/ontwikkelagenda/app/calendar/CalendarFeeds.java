package nl.ontwikkelagenda.app.calendar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.security.FeedAddresses;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of calendar feeds. */
@Component
class CalendarFeeds {

	private final FeedAddresses<Kind> addresses;

	CalendarFeeds(JdbcClient jdbc) {
		this.addresses = new FeedAddresses<>(jdbc, "calendar_feed", Kind.class);
	}

	/** Makes the feed and answers the new secret of its address; when there is one with this id, its earlier address stops. */
	String open(CalendarFeedId id, PersonId person, Kind kind, @Nullable UUID subject) {
		return addresses.open(id.value(), person, kind, subject);
	}

	Optional<CalendarFeed> find(CalendarFeedId id) {
		return addresses.find(id.value()).map(CalendarFeeds::feed);
	}

	/** The feed with this secret in its address; none when it was revoked, or when its owner's account was closed. */
	Optional<CalendarFeed> bySecret(String secret) {
		return addresses.bySecret(secret).map(CalendarFeeds::feed);
	}

	/** Oldest first. */
	List<CalendarFeed> of(PersonId person) {
		return addresses.of(person).stream().map(CalendarFeeds::feed).toList();
	}

	void revoke(CalendarFeedId id) {
		addresses.revoke(id.value());
	}

	private static CalendarFeed feed(FeedAddresses.Feed<Kind> feed) {
		return new CalendarFeed(new CalendarFeedId(feed.id()), feed.personId(), feed.kind(), feed.subjectId(), feed.createdAt(), null);
	}
}
