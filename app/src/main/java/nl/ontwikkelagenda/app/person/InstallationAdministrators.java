package nl.ontwikkelagenda.app.person;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who administers this installation, and who did. The database keeps it by itself. */
@Component
public class InstallationAdministrators {

	private final JdbcClient jdbc;

	InstallationAdministrators(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param until absent for who still does */
	public record Term(PersonId personId, Instant since, @Nullable Instant until) {
	}

	/** The latest first. */
	public List<Term> all() {
		return jdbc.sql("select person_id, since, until from register.installation_administrator order by since desc, number desc").query((row, number) -> {
			OffsetDateTime until = row.getObject(3, OffsetDateTime.class);
			return new Term(new PersonId(row.getObject(1, UUID.class)), row.getObject(2, OffsetDateTime.class).toInstant(), until == null ? null : until.toInstant());
		}).list();
	}

	/** Whether somebody with one of these ids did, at a moment. */
	public boolean did(Collection<PersonId> ids, Instant moment) {
		return jdbc.sql("select exists (select from register.installation_administrator where person_id = any(:ids) and since <= :moment and (until is null or until > :moment))")
				.param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new)).param("moment", Timestamp.from(moment)).query(Boolean.class).single();
	}
}
