package nl.ontwikkelagenda.app.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.calendar.CalendarFeed.Kind;
import nl.ontwikkelagenda.app.security.LinkSecrets;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of calendar feeds. Of the secret in an address only a hash is kept. */
@Component
class CalendarFeeds {

	private static final String FEED = "select id, person_id, kind, subject_id, created_at from register.calendar_feed ";

	private final JdbcClient jdbc;

	CalendarFeeds(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes the feed and answers the new secret of its address; when there is one with this id, its earlier address stops. */
	String open(CalendarFeedId id, PersonId person, Kind kind, @Nullable UUID subject) {
		String secret = LinkSecrets.next();
		jdbc.sql("""
				insert into register.calendar_feed (id, person_id, kind, subject_id, token_hash) values (:id, :person, :kind, :subject, :hash)
				on conflict (id) do update set token_hash = excluded.token_hash""").param("id", id.value()).param("person", person.value()).param("kind", kind.name())
				.param("subject", subject)
				.param("hash", LinkSecrets.hash(secret)).update();
		return secret;
	}

	Optional<CalendarFeed> find(CalendarFeedId id) {
		return jdbc.sql(FEED + "where id = ?").param(id.value()).query(CalendarFeeds::feed).optional();
	}

	/** The feed with this secret in its address; none when it was revoked, or when its owner's account was closed. */
	Optional<CalendarFeed> bySecret(String secret) {
		return LinkSecrets.hasForm(secret)
				? jdbc.sql(FEED + "f where token_hash = ? and not exists (select from register.account a where a.person_id = f.person_id and not a.enabled)")
						.param(LinkSecrets.hash(secret))
						.query(CalendarFeeds::feed).optional()
				: Optional.empty();
	}

	/** Oldest first. */
	List<CalendarFeed> of(PersonId person) {
		return jdbc.sql(FEED + "where person_id = ? order by created_at, id").param(person.value()).query(CalendarFeeds::feed).list();
	}

	void revoke(CalendarFeedId id) {
		jdbc.sql("delete from register.calendar_feed where id = ?").param(id.value()).update();
	}

	private static CalendarFeed feed(ResultSet row, int number) throws SQLException {
		return new CalendarFeed(new CalendarFeedId(row.getObject("id", UUID.class)), new PersonId(row.getObject("person_id", UUID.class)), Kind.valueOf(row.getString("kind")),
				row.getObject("subject_id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), null);
	}
}
