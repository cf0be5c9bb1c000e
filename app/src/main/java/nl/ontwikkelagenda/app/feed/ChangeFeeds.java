package nl.ontwikkelagenda.app.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.app.security.FeedAddresses;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of addresses of feeds of changes. */
@Component
class ChangeFeeds {

	/** What comes before the secret in a path. */
	static final String PATH = "/feeds/";
	static final String ENDING = ".atom";

	private final FeedAddresses<Subject.Kind> addresses;
	private final ChangePages pages;
	private final PublicAddress publicAddress;

	ChangeFeeds(JdbcClient jdbc, ChangePages pages, PublicAddress publicAddress) {
		this.addresses = new FeedAddresses<>(jdbc, "change_feed", Subject.Kind.class);
		this.pages = pages;
		this.publicAddress = publicAddress;
	}

	/**
	 * Makes the feed, with its address; when there is one with this id, its earlier address stops.
	 *
	 * @param subject absent for what is his own
	 * @throws NotFound             when he cannot see it now
	 * @throws IdempotencyKeyReused when the one with this id is of something else
	 */
	ChangeFeed open(ChangeFeedId id, PersonId person, Subject.Kind kind, @Nullable UUID subject) {
		pages.checkVisible(new Subject(kind, subject == null ? person.value() : subject), person);
		if (find(id).filter(feed -> feed.kind() != kind || !Objects.equals(feed.subjectId(), subject)).isPresent()) {
			throw new IdempotencyKeyReused();
		}
		String path = PATH + addresses.open(id.value(), person, kind, subject) + ENDING;
		ChangeFeed made = find(id).orElseThrow(NotFound::new);
		return new ChangeFeed(id, made.personId(), kind, subject, made.createdAt(), publicAddress.page(path).orElse(path));
	}

	Optional<ChangeFeed> find(ChangeFeedId id) {
		return addresses.find(id.value()).map(ChangeFeeds::feed);
	}

	/** The feed with this secret in its address; none when it was revoked, or when its owner's account was closed. */
	Optional<ChangeFeed> bySecret(String secret) {
		return addresses.bySecret(secret).map(ChangeFeeds::feed);
	}

	/** Oldest first. */
	List<ChangeFeed> of(PersonId person) {
		return addresses.of(person).stream().map(ChangeFeeds::feed).toList();
	}

	/** Its address stops at once; answers what it was. */
	ChangeFeed revoke(ChangeFeedId id, PersonId owner) {
		ChangeFeed feed = find(id).filter(known -> known.personId().equals(owner)).orElseThrow(NotFound::new);
		addresses.revoke(id.value());
		return feed;
	}

	private static ChangeFeed feed(FeedAddresses.Feed<Subject.Kind> feed) {
		return new ChangeFeed(new ChangeFeedId(feed.id()), feed.personId(), feed.kind(), feed.subjectId(), feed.createdAt(), null);
	}
}
