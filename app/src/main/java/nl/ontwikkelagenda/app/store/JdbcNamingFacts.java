package nl.ontwikkelagenda.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looked for in the text of the rows. */
@Component
@Profile("!axonserver")
final class JdbcNamingFacts implements NamingFacts {

	private final JdbcClient jdbc;
	private final EventLog log;

	JdbcNamingFacts(JdbcClient jdbc, EventLog log) {
		this.jdbc = jdbc;
		this.log = log;
	}

	@Override
	public List<Stored> of(PersonId person) {
		return jdbc.sql("""
				select global_index, time_stamp, payload_type, aggregate_identifier, meta_data ->> 'actor' = :actor as by_him, meta_data ->> 'role' as role, payload::text as payload
				from log.domain_event where global_index <= :until and (strpos(payload::text, :id) > 0 or strpos(meta_data::text, :id) > 0) order by global_index""")
				.param("actor", Actor.person(person).value()).param("id", person.toString()).param("until", log.safePosition())
				.query((row, number) -> new Stored(row.getLong("global_index"), row.getObject("time_stamp", OffsetDateTime.class).toInstant(), row.getString("payload_type"),
						row.getString("aggregate_identifier"), row.getBoolean("by_him"), row.getBoolean("by_him") ? row.getString("role") : null, row.getString("payload")))
				.list();
	}
}
