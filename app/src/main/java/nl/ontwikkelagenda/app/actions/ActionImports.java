package nl.ontwikkelagenda.app.actions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of imports: what is to be done and how far it is. */
@Component
public class ActionImports {

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final String SELECT = """
			select id, partnership_id, agenda_id, meeting_id, state, row_count, rows_done, action_count, actions_done, worked_ms, failure, asked_at, finished_at
			from register.action_import""";

	private final JdbcClient jdbc;

	ActionImports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the job has to know: who asked, what for, and how many actions of the plan are done. */
	record Work(PersonId person, PartnershipId partnershipId, @Nullable AgendaId agendaId, @Nullable MeetingId meetingId, List<PlannedAction> plan, int actionsDone) {
	}

	/** All of every partnership, latest first. */
	public List<ActionImport> page(int page, int pageSize) {
		return jdbc.sql(SELECT + " order by asked_at desc, id limit ? offset ?").params(pageSize, (page - 1L) * pageSize).query(ActionImports::row).list();
	}

	public long count() {
		return jdbc.sql("select count(*) from register.action_import").query(Long.class).single();
	}

	Optional<ActionImport> find(ActionImportId id) {
		return jdbc.sql(SELECT + " where id = ?").param(id.value()).query(ActionImports::row).optional();
	}

	/** The import that a person asked for with this idempotency key. */
	Optional<ActionImportId> withKey(PersonId person, String key) {
		return jdbc.sql("select id from register.action_import where person_id = ? and idempotency_key = ?").params(person.value(), key).query(UUID.class).optional()
				.map(ActionImportId::new);
	}

	/** Enters an import; answers false when it is there, or another has its idempotency key. */
	boolean enter(ActionImportId id, PersonId person, @Nullable String key, PartnershipId partnership, @Nullable AgendaId agenda, @Nullable MeetingId meeting,
			List<PlannedAction> plan) {
		return jdbc.sql("""
				insert into register.action_import (id, partnership_id, agenda_id, meeting_id, person_id, idempotency_key, plan, row_count, action_count, state)
				values (:id, :partnership, :agenda, :meeting, :person, :key, :plan, :rows, :actions, 'WAITING') on conflict do nothing""")
				.param("id", id.value()).param("partnership", partnership.value()).param("agenda", agenda == null ? null : agenda.value())
				.param("meeting", meeting == null ? null : meeting.value()).param("person", person.value()).param("key", key).param("plan", JSON.writeValueAsBytes(plan))
				.param("rows", plan.stream().mapToInt(action -> action.promises().size()).sum()).param("actions", plan.size()).update() == 1;
	}

	/** One that failed is to go on, for whoever asks now; answers whether it is. */
	boolean goOn(ActionImportId id, PersonId person) {
		return jdbc.sql("update register.action_import set state = 'WAITING', failure = null, finished_at = null, person_id = ? where id = ? and state = 'FAILED'")
				.params(person.value(), id.value()).update() == 1;
	}

	/** Begins or goes on; empty when there is nothing more to do. */
	Optional<Work> begin(ActionImportId id) {
		return jdbc.sql("""
				update register.action_import set state = 'RUNNING' where id = ? and state in ('WAITING', 'RUNNING')
				returning person_id, partnership_id, agenda_id, meeting_id, plan, actions_done""").param(id.value())
				.query((row, number) -> new Work(new PersonId(row.getObject("person_id", UUID.class)), new PartnershipId(row.getObject("partnership_id", UUID.class)),
						agenda(row), meeting(row), Arrays.asList(JSON.readValue(row.getBytes("plan"), PlannedAction[].class)), row.getInt("actions_done")))
				.optional();
	}

	/** These many are done now, in all. */
	void progress(ActionImportId id, int actions, int rows, Duration worked) {
		jdbc.sql("update register.action_import set actions_done = ?, rows_done = ?, worked_ms = worked_ms + ? where id = ?").params(actions, rows, worked.toMillis(), id.value())
				.update();
	}

	void done(ActionImportId id) {
		jdbc.sql("update register.action_import set state = 'DONE', plan = null, finished_at = now() where id = ?").param(id.value()).update();
	}

	void failed(ActionImportId id, String sentence) {
		jdbc.sql("update register.action_import set state = 'FAILED', failure = ?, finished_at = now() where id = ?").params(sentence, id.value()).update();
	}

	private static ActionImport row(ResultSet row, int number) throws SQLException {
		int rowsDone = row.getInt("rows_done");
		long worked = row.getLong("worked_ms");
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new ActionImport(new ActionImportId(row.getObject("id", UUID.class)), new PartnershipId(row.getObject("partnership_id", UUID.class)), agenda(row), meeting(row),
				ActionImport.State.valueOf(row.getString("state")), row.getInt("row_count"), rowsDone, row.getInt("action_count"), row.getInt("actions_done"),
				worked == 0 ? null : Math.toIntExact(rowsDone * 1000L / worked), row.getString("failure"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				finished == null ? null : finished.toInstant());
	}

	private static @Nullable AgendaId agenda(ResultSet row) throws SQLException {
		UUID id = row.getObject("agenda_id", UUID.class);
		return id == null ? null : new AgendaId(id);
	}

	private static @Nullable MeetingId meeting(ResultSet row) throws SQLException {
		UUID id = row.getObject("meeting_id", UUID.class);
		return id == null ? null : new MeetingId(id);
	}
}
