package nl.ontwikkelagenda.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who read, took along or was refused what. Nothing is ever changed in it or removed from it by this application. */
@Component
public class AuditAccesses {

	private static final TypeReference<Map<String, String>> SCOPE = new TypeReference<>() {
	};
	private static final String MATCHING = """
			 from register.audit_access where partnership_id is not distinct from cast(:partnership as uuid) and (cast(:person as uuid) is null or person_id = :person)
			and (cast(:kind as text) is null or kind = :kind) and (cast(:from as timestamptz) is null or at >= :from) and (cast(:until as timestamptz) is null or at <= :until)""";

	private static final Duration LATELY = Duration.ofHours(1);
	private static final String WRITTEN = AuditAccesses.class.getName() + ".WRITTEN";

	private final JdbcClient database;
	private final Clock clock;
	private final JsonMapper json = JsonMapper.shared();

	AuditAccesses(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** What was done. */
	public enum Kind {
		/** A bundle of events with their proofs was taken along. */
		BUNDLE_EXPORTED,
		/** Something was taken along as a file, or went to a program, a mail or another system in somebody's name. */
		EXPORTED,
		/** Somebody took along all that is recorded about himself. */
		OWN_DATA_EXPORTED,
		/** An auditor read the history of something. */
		HISTORY_READ,
		/** An auditor read anything else. */
		READ,
		/** Somebody asked for what he has no right to, or for what is there and not shown to him. */
		REFUSED
	}

	/**
	 * @param partnershipId absent for what is of none
	 * @param scope         what was asked for, by name
	 */
	public record AuditAccess(long accessId, Instant at, PersonId personId, @Nullable PartnershipId partnershipId, Kind kind, Map<String, String> scope) {
	}

	/**
	 * Which are asked for; of all but the first, null for any.
	 *
	 * @param partnershipId null for those of no partnership
	 * @param until         the last moment
	 */
	public record Filter(@Nullable PartnershipId partnershipId, @Nullable PersonId personId, @Nullable Kind kind, @Nullable Instant from, @Nullable Instant until) {
	}

	/** @param scope addresses without their values, ids, forms and days: never words, which can name persons */
	public void record(PersonId person, @Nullable PartnershipId partnership, Kind kind, Map<String, String> scope) {
		database.sql("insert into register.audit_access (at, person_id, partnership_id, kind, scope) values (:at, :person, :partnership, :kind, :scope)")
				.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("person", person.value())
				.param("partnership", partnership == null ? null : partnership.value(), Types.OTHER)
				.param("kind", kind.name()).param("scope", json.writeValueAsString(scope), Types.OTHER).update();
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
		}
	}

	/** Whether anything was written down of this request. */
	static boolean has(HttpServletRequest request) {
		return request.getAttribute(WRITTEN) != null;
	}

	/** As {@link #record}, for what is done again and again by itself: when exactly this was written down in the last hour, it is not written down again. */
	void recordOnceAnHour(PersonId person, @Nullable PartnershipId partnership, Kind kind, Map<String, String> scope) {
		boolean lately = database
				.sql("select exists (select from register.audit_access where partnership_id " + (partnership == null ? "is null" : "= :partnership")
						+ " and person_id = :person and kind = :kind and at >= :since and scope = cast(:scope as jsonb))")
				.param("partnership", partnership == null ? null : partnership.value(), Types.OTHER).param("person", person.value()).param("kind", kind.name())
				.param("since", moment(clock.instant().minus(LATELY))).param("scope", json.writeValueAsString(scope)).query(Boolean.class).single();
		if (!lately) {
			record(person, partnership, kind, scope);
		}
	}

	/** Latest first. */
	public List<AuditAccess> page(Filter filter, int page, int pageSize) {
		return matching("select id, at, person_id, partnership_id, kind, scope" + MATCHING + " order by id desc limit :limit offset :offset", filter).param("limit", pageSize)
				.param("offset", (page - 1L) * pageSize).query(this::access).list();
	}

	public long count(Filter filter) {
		return matching("select count(*)" + MATCHING, filter).query(Long.class).single();
	}

	private JdbcClient.StatementSpec matching(String sql, Filter filter) {
		return database.sql(sql).param("partnership", filter.partnershipId() == null ? null : filter.partnershipId().value(), Types.OTHER)
				.param("person", filter.personId() == null ? null : filter.personId().value(), Types.OTHER)
				.param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR).param("from", moment(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
				.param("until", moment(filter.until()), Types.TIMESTAMP_WITH_TIMEZONE);
	}

	private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
		return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

	private AuditAccess access(ResultSet row, int number) throws SQLException {
		UUID partnership = row.getObject("partnership_id", UUID.class);
		return new AuditAccess(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), new PersonId(row.getObject("person_id", UUID.class)),
				partnership == null ? null : new PartnershipId(partnership), Kind.valueOf(row.getString("kind")), json.readValue(row.getString("scope"), SCOPE));
	}
}
