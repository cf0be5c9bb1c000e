package nl.ontwikkelagenda.app.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	/** An id in a fact, also where it stands in a text as a mention. */
	private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

	private final JdbcClient jdbc;
	private final EventLog log;

	JdbcNamingFacts(JdbcClient jdbc, EventLog log) {
		this.jdbc = jdbc;
		this.log = log;
	}

	@Override
	public Stream<Stored> of(Collection<PersonId> persons) {
		String sql = """
				select global_index, time_stamp, payload_type, aggregate_identifier, meta_data ->> 'actor' in (:actors) as by_him, meta_data ->> 'role' as role, payload::text as payload
				from log.domain_event where global_index > :after and global_index <= :upTo
				and exists (select from unnest(array[:ids]) id where strpos(payload::text, id) > 0 or strpos(meta_data::text, id) > 0) order by global_index""";
		return Stretch.oldestFirst(log.safePosition()).flatMap(stretch -> jdbc.sql(sql).param("actors", persons.stream().map(person -> Actor.person(person).value()).toList())
				.param("ids", persons.stream().map(PersonId::toString).toList()).param("after", stretch.after()).param("upTo", stretch.upTo())
				.query((row, number) -> new Stored(row.getLong("global_index"), row.getObject("time_stamp", OffsetDateTime.class).toInstant(), row.getString("payload_type"),
						row.getString("aggregate_identifier"), row.getBoolean("by_him"), row.getBoolean("by_him") ? row.getString("role") : null, row.getString("payload")))
				.list().stream());
	}

	@Override
	public Set<PersonId> naming(Instant since, Set<PersonId> persons) {
		UUID[] ids = persons.stream().map(PersonId::value).toArray(UUID[]::new);
		return Stretch.oldestFirst(log.safePosition()).flatMap(stretch -> jdbc.sql("""
				select distinct found[1]::uuid from log.domain_event, regexp_matches(payload::text || meta_data::text, :id, 'g') found
				where global_index > :after and global_index <= :upTo and time_stamp >= :since and found[1]::uuid = any(:persons)""").param("id", "(" + ID + ")")
				.param("since", since.atOffset(ZoneOffset.UTC)).param("persons", ids).param("after", stretch.after()).param("upTo", stretch.upTo())
				.query((row, number) -> new PersonId(row.getObject(1, UUID.class))).list().stream()).collect(Collectors.toSet());
	}
}
