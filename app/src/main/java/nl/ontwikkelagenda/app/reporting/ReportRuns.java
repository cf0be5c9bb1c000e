package nl.ontwikkelagenda.app.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.reporting.ReportRun.State;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of reports that are made in the background: each is of who asked for it, and its file is there for an hour. */
@Component
class ReportRuns {

	/** How long a report can be fetched. */
	static final Duration KEPT_FOR = Duration.ofHours(1);

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final String LAST_REDACTION = "coalesce((select max(global_index) from log.domain_event where payload_type = 'reporting.TextRedacted'), 0)";

	private final JdbcClient jdbc;

	ReportRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the job has to know. */
	record Work(PersonId person, ReportQuestion question, ReportFormat format) {
	}

	/** How far something is, and of which partnership it is. */
	record Asked(PartnershipId partnershipId, ReportRun run) {
	}

	/** Enters what is asked; answers false when it is there. */
	boolean enter(ReportRunId id, PersonId person, PartnershipId partnership, ReportQuestion question, ReportFormat format) {
		return jdbc.sql("""
				insert into register.report_run (id, person_id, partnership_id, question, format, state)
				values (:id, :person, :partnership, cast(:question as jsonb), :format, 'WAITING') on conflict do nothing""").param("id", id.value())
				.param("person", person.value()).param("partnership", partnership.value()).param("question", JSON.writeValueAsString(question)).param("format", format.name())
				.update() == 1;
	}

	/** What this person asked for. */
	Optional<Asked> find(ReportRunId id, PersonId person) {
		return jdbc.sql("""
				select id, partnership_id, question, format, state, section, sections_done, sections, failure, asked_at, finished_at from register.report_run
				where id = ? and person_id = ?""").params(id.value(), person.value()).query((row, number) -> new Asked(new PartnershipId(uuid(row, "partnership_id")), run(row)))
				.optional();
	}

	/** How many are being made for this person, or wait. */
	long underWay(PersonId person) {
		return jdbc.sql("select count(*) from register.report_run where person_id = ? and state in ('WAITING', 'RUNNING')").param(person.value()).query(Long.class).single();
	}

	/** The file, once it is made. */
	Optional<byte[]> file(ReportRunId id) {
		return jdbc.sql("select file from register.report_run where id = ? and state = 'DONE'").param(id.value()).query((row, number) -> row.getBytes(1)).optional();
	}

	/** Begins, or begins again; empty when there is nothing to do. */
	Optional<Work> begin(ReportRunId id) {
		return jdbc.sql("update register.report_run set state = 'RUNNING', sections_done = 0, begun_after = " + LAST_REDACTION + """
				 where id = ? and state in ('WAITING', 'RUNNING') returning person_id, question, format""").param(id.value())
				.query((row, number) -> new Work(new PersonId(uuid(row, "person_id")), question(row), ReportFormat.valueOf(row.getString("format")))).optional();
	}

	/** @param section absent when the file itself is being made */
	void begins(ReportRunId id, @Nullable String section, int done, int all) {
		jdbc.sql("update register.report_run set section = :section, sections_done = :done, sections = :all where id = :id").param("section", section).param("done", done)
				.param("all", all).param("id", id.value()).update();
	}

	/** Answers false when a text was redacted meanwhile, which may stand in this file: then it is to be made again. */
	boolean done(ReportRunId id, byte[] file) {
		int kept = jdbc.sql("""
				update register.report_run set state = 'DONE', file = :file, section = null, sections_done = sections, finished_at = now()
				where id = :id and state = 'RUNNING' and begun_after = """ + LAST_REDACTION).param("file", file).param("id", id.value()).update();
		return kept == 1 || jdbc.sql("select count(*) from register.report_run where id = ? and state = 'RUNNING'").param(id.value()).query(Long.class).single() == 0;
	}

	void failed(ReportRunId id, String sentence) {
		jdbc.sql("update register.report_run set state = 'FAILED', failure = ?, finished_at = now() where id = ? and state in ('WAITING', 'RUNNING')").params(sentence, id.value())
				.update();
	}

	void forgetOld() {
		jdbc.sql("delete from register.report_run where asked_at < now() - make_interval(secs => ?)").param(KEPT_FOR.toSeconds()).update();
	}

	private static ReportQuestion question(ResultSet row) throws SQLException {
		return JSON.readValue(row.getString("question"), ReportQuestion.class);
	}

	private static ReportRun run(ResultSet row) throws SQLException {
		ReportRunId id = new ReportRunId(uuid(row, "id"));
		State state = State.valueOf(row.getString("state"));
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new ReportRun(id, question(row).subject(), ReportFormat.valueOf(row.getString("format")), state, row.getInt("sections"), row.getInt("sections_done"),
				row.getString("section"), state == State.DONE ? Api.path("report-runs", id) + "/file" : null, row.getString("failure"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(), finished == null ? null : finished.toInstant());
	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}
}
