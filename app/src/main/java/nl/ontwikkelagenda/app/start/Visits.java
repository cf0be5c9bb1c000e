package nl.ontwikkelagenda.app.start;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When persons were here last; kept in the register, as it is nobody else's business. */
@Component
class Visits {

	/** Who looks again within this time is still on the same visit. */
	static final Duration PAUSE = Duration.ofMinutes(30);

	private final JdbcClient jdbc;

	Visits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Notes that this person looks now; nothing of who is not in the register any more.
	 *
	 * @return when the visit before this one ended; empty on the first visit
	 */
	Optional<Instant> note(PersonId person, Instant now) {
		OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
		return jdbc.sql("""
				insert into register.visit as known (person_id, latest_at) select id, :now from register.person where id = :person
				on conflict (person_id) do update set latest_at = greatest(known.latest_at, excluded.latest_at),
					previous_at = case when known.latest_at < :begun then known.latest_at else known.previous_at end
				returning previous_at""").param("person", person.value()).param("now", at).param("begun", at.minus(PAUSE)).query(OffsetDateTime.class).optional()
				.map(OffsetDateTime::toInstant);
	}
}
