package nl.ontwikkelagenda.app.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who took what out of the system for an audit. Nothing is ever removed from it. */
@Component
public class AuditAccesses {

	private static final TypeReference<Map<String, String>> SCOPE = new TypeReference<>() {
	};

	private final JdbcClient database;
	private final Clock clock;
	private final JsonMapper json = JsonMapper.shared();

	AuditAccesses(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** What was done. */
	public enum Kind {
		BUNDLE_EXPORTED
	}

	/** @param scope what was asked for, by name */
	public record AuditAccess(long accessId, Instant at, PersonId personId, PartnershipId partnershipId, Kind kind, Map<String, String> scope) {
	}

	public void record(PersonId person, PartnershipId partnership, Kind kind, Map<String, String> scope) {
		database.sql("insert into register.audit_access (at, person_id, partnership_id, kind, scope) values (:at, :person, :partnership, :kind, :scope)")
				.param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("person", person.value()).param("partnership", partnership.value())
				.param("kind", kind.name()).param("scope", json.writeValueAsString(scope), Types.OTHER).update();
	}

	/** Those of one partnership, latest first. */
	public List<AuditAccess> page(PartnershipId partnership, int page, int pageSize) {
		return database.sql("select id, at, person_id, partnership_id, kind, scope from register.audit_access where partnership_id = ? order by id desc limit ? offset ?")
				.params(partnership.value(), pageSize, (page - 1L) * pageSize)
				.query((row, number) -> new AuditAccess(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), new PersonId(row.getObject(3, UUID.class)),
						new PartnershipId(row.getObject(4, UUID.class)), Kind.valueOf(row.getString(5)), json.readValue(row.getString(6), SCOPE)))
				.list();
	}

	public long count(PartnershipId partnership) {
		return database.sql("select count(*) from register.audit_access where partnership_id = ?").param(partnership.value()).query(Long.class).single();
	}
}
