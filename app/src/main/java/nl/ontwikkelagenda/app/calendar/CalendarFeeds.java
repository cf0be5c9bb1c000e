package nl.ontwikkelagenda.app.calendar;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.security.FeedAddresses;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of calendar feeds. */
@Component
class CalendarFeeds {

	private final FeedAddresses<Kind> addresses;
	private final CalendarContents contents;
	private final PublicAddress publicAddress;
	private final Today today;

	CalendarFeeds(JdbcClient jdbc, CalendarContents contents, PublicAddress publicAddress, Today today) {
		this.addresses = new FeedAddresses<>(jdbc, "calendar_feed", Kind.class);
		this.contents = contents;
		this.publicAddress = publicAddress;
		this.today = today;
	}

	/**
	 * Makes the feed, with its address; when there is one with this id, its earlier address stops.
	 *
	 * @param subject absent for what is his own
	 * @throws InvalidInput         when it is of nothing, or his own and of something
	 * @throws NotFound             when he cannot see it now
	 * @throws IdempotencyKeyReused when the one with this id is of something else
	 */
	CalendarFeed open(CalendarFeedId id, PersonId person, Kind kind, @Nullable UUID subject) {
		if ((kind == Kind.PERSONAL) != (subject == null)) {
			throw new InvalidInput("subjectId", subject == null
					? "Kies waarvan de agenda is: een overlegorgaan, een ontwikkeltafel, een community of een samenwerkingsverband."
					: "Een persoonlijke agenda is van uzelf; laat dit veld weg.");
		}
		contents.of(kind, subject, person, AsOf.NOW, today.date());
		if (find(id).filter(feed -> feed.kind() != kind || !Objects.equals(feed.subjectId(), subject)).isPresent()) {
			throw new IdempotencyKeyReused();
		}
		String path = "/calendars/" + addresses.open(id.value(), person, kind, subject) + ".ics";
		CalendarFeed made = own(id, person);
		return new CalendarFeed(id, person, kind, subject, made.createdAt(), publicAddress.page(path).orElse(path));
	}

	private Optional<CalendarFeed> find(CalendarFeedId id) {
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

	/** @throws NotFound when it is not his */
	CalendarFeed own(CalendarFeedId id, PersonId owner) {
		return find(id).filter(feed -> feed.personId().equals(owner)).orElseThrow(NotFound::new);
	}

	/**
	 * Its address stops at once; answers what it was.
	 *
	 * @throws NotFound when it is not his
	 */
	CalendarFeed revoke(CalendarFeedId id, PersonId owner) {
		CalendarFeed feed = own(id, owner);
		addresses.revoke(id.value());
		return feed;
	}

	private static CalendarFeed feed(FeedAddresses.Feed<Kind> feed) {
		return new CalendarFeed(new CalendarFeedId(feed.id()), feed.personId(), feed.kind(), feed.subjectId(), feed.createdAt(), null);
	}
}
