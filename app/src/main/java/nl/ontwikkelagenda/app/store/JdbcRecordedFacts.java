package nl.ontwikkelagenda.app.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** They are rows. */
@Component
@Profile("!axonserver")
final class JdbcRecordedFacts implements RecordedFacts {

	private static final String MATCHES = """
			(cast(:actor as text) is null or meta_data ->> 'actor' = :actor) and (cast(:type as text) is null or payload_type = :type)
			and (cast(:from as timestamptz) is null or time_stamp >= :from) and (cast(:until as timestamptz) is null or time_stamp <= :until)
			and (cast(:naming as text) is null or aggregate_identifier = :naming or strpos(payload::text, :naming) > 0)
			and (cast(:correlation as text) is null or meta_data ->> 'correlationId' = :correlation)""";

	private final JdbcClient jdbc;

	JdbcRecordedFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Kind> kinds(Collection<Long> positions) {
		return jdbc.sql("select distinct payload_type, meta_data ->> 'actor' as actor from log.domain_event where global_index = any(:positions)")
				.param("positions", array(positions)).query((row, number) -> new Kind(row.getString("payload_type"), new Actor(row.getString("actor")))).list();
	}

	@Override
	public List<Long> positionsOf(String aggregate, long upTo) {
		return jdbc.sql("select global_index from log.domain_event where aggregate_identifier = ? and global_index <= ? order by sequence_number").params(aggregate, upTo)
				.query(Long.class).list();
	}

	@Override
	public List<Long> positionsOf(Collection<UUID> aggregates, Collection<String> types, Collection<UUID> outcomes, long upTo) {
		return jdbc.sql("""
				select global_index from log.domain_event where aggregate_identifier = any(:aggregates) and payload_type = any(:types) and global_index <= :upTo
				and (payload ->> 'outcomeId' is null or payload ->> 'outcomeId' = any(:outcomes))""").param("aggregates", texts(aggregates)).param("types", texts(types))
				.param("outcomes", texts(outcomes)).param("upTo", upTo).query(Long.class).list();
	}

	@Override
	public List<Place> places(Collection<Long> positions) {
		return jdbc.sql("select global_index, event_identifier from log.domain_event where global_index = any(:positions) order by global_index")
				.param("positions", array(positions)).query((row, number) -> new Place(row.getLong(1), row.getObject(2, UUID.class))).list();
	}

	@Override
	public List<Long> matching(Collection<Long> positions, Filter filter, Set<String> otherThan) {
		return jdbc
				.sql("select global_index from log.domain_event where global_index = any(:positions) and not payload_type = any(:other) and " + MATCHES + " order by global_index")
				.param("positions", array(positions)).param("other", texts(otherThan)).param("actor", filter.by() == null ? null : Actor.person(filter.by()).value(), Types.VARCHAR)
				.param("type", filter.type(), Types.VARCHAR).param("from", moment(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
				.param("until", moment(filter.until()), Types.TIMESTAMP_WITH_TIMEZONE).param("naming", text(filter.naming()), Types.VARCHAR)
				.param("correlation", text(filter.correlationId()), Types.VARCHAR)
				.query(Long.class).list();
	}

	@Override
	public List<Fact> at(Collection<Long> positions) {
		return jdbc.sql("""
				select global_index, event_identifier, payload_type, time_stamp, meta_data ->> 'actor' as actor, meta_data ->> 'role' as role,
				meta_data ->> 'correlationId' as correlation, meta_data ->> 'causationId' as causation, payload::text as payload
				from log.domain_event where global_index = any(:positions) order by global_index""").param("positions", array(positions)).query(JdbcRecordedFacts::fact).list();
	}

	private static Fact fact(ResultSet row, int number) throws SQLException {
		return new Fact(row.getLong("global_index"), row.getObject("event_identifier", UUID.class), row.getString("payload_type"),
				row.getObject("time_stamp", OffsetDateTime.class).toInstant(), new Actor(row.getString("actor")), row.getString("role"), row.getString("correlation"),
				row.getString("causation"), row.getString("payload"));
	}

	private static SqlArrayValue texts(Collection<?> values) {
		return new SqlArrayValue("text", values.stream().map(Object::toString).toArray());
	}

	private static SqlArrayValue array(Collection<Long> positions) {
		return new SqlArrayValue("bigint", positions.toArray());
	}

	private static @Nullable String text(@Nullable UUID id) {
		return id == null ? null : id.toString();
	}

	private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
		return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
	}
}
