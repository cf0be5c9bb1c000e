package nl.ontwikkelagenda.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reports that are made in the background, watched and fetched. */
class ReportRunsTest {

	private static final String RUNS = "/api/v1/report-runs";
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Running app = Running.application();
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);
	private final ReportRuns runs = app.context().getBean(ReportRuns.class);
	private String partnership = "";
	private String partnershipId = "";

	@BeforeEach
	void aPartnership() {
		partnership = app.partnership("Regio die wacht");
		partnershipId = partnership.substring(partnership.lastIndexOf('/') + 1);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
	}

	@Test
	void aReportThatIsAskedForIsAcceptedWatchedAndFetched() throws InterruptedException {
		Answer asked = app.post("secretaris", RUNS, body("CSV"));
		assertThat(asked.status()).as(asked.body()).isEqualTo(202);
		String location = String.valueOf(asked.header("Location"));
		assertThat(location).startsWith(RUNS + "/");

		JsonNode done = finished("secretaris", location);

		assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
		assertThat(done.path("sections").intValue()).isGreaterThan(5).isEqualTo(done.path("sectionsDone").intValue());
		Answer file = app.get("secretaris", done.path("file").asString());
		assertThat(file.response().headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
		assertThat(file.response().headers().firstValue("Content-Disposition").orElse("")).contains("voortgang.csv");
		assertThat(file.body()).contains("Regio die wacht");
	}

	@Test
	void itIsOnlyOfWhoAskedForItAndForAnHour() throws InterruptedException {
		String location = String.valueOf(app.post("secretaris", RUNS, body("CSV")).header("Location"));
		finished("secretaris", location);
		app.get("deelnemer", location).isProblem(404);
		app.get("deelnemer", location + "/file").isProblem(404);
		app.get("", location).isProblem(401);
		app.get("auditor", RUNS + "/" + Running.unknownId()).isProblem(404);
		app.post("auditor", RUNS, body("CSV")).isProblem(404);

		runs.forgetOld();
		assertThat(app.get("secretaris", location).status()).isEqualTo(200);
		jdbc.sql("update register.report_run set asked_at = asked_at - make_interval(hours => 2) where id = cast(? as uuid)").param(id(location)).update();
		runs.forgetOld();
		app.get("secretaris", location).isProblem(404);
	}

	@Test
	void aFileThatWasBegunBeforeATextWasRedactedIsMadeAgain() throws InterruptedException {
		String location = String.valueOf(app.post("secretaris", RUNS, body("CSV")).header("Location"));
		finished("secretaris", location);
		ReportRunId run = new ReportRunId(UUID.fromString(id(location)));
		jdbc.sql("update register.report_run set state = 'RUNNING', file = null where id = ?").param(run.value()).update();
		jdbc.sql("update register.report_run set begun_after = begun_after - 1 where id = ?").param(run.value()).update();
		assertThat(runs.done(run, new byte[] {1})).isFalse();
		assertThat(runs.begin(run)).isPresent();
		assertThat(runs.done(run, new byte[] {1})).isTrue();
		assertThat(runs.begin(run)).as("it is done").isEmpty();
	}

	@Test
	void onePersonHasFewMadeAtOnce() {
		jdbc.sql("""
				insert into register.report_run (id, person_id, partnership_id, question, format, state)
				select gen_random_uuid(), ?, cast(? as uuid), '{}', 'PDF', 'WAITING' from generate_series(1, 5)""").params(DemoAccounts.PROJECT_LEAD.value(), partnershipId)
				.update();
		app.give(partnership, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		assertThat(app.post("projectleider", RUNS, body("CSV")).isProblem(429).header("Retry-After")).isNotNull();
		jdbc.sql("delete from register.report_run where person_id = ?").param(DemoAccounts.PROJECT_LEAD.value()).update();
	}

	@Test
	void theSameKeyIsTheSameReportAndNonsenseIsRefused() {
		Answer first = app.send("secretaris", "POST", RUNS, body("CSV"), "Idempotency-Key", "\"report-once\"");
		Answer again = app.send("secretaris", "POST", RUNS, body("CSV"), "Idempotency-Key", "\"report-once\"");
		assertThat(again.status()).isEqualTo(202);
		assertThat(again.header("Location")).isEqualTo(first.header("Location"));
		app.post("secretaris", RUNS, body("PAPYRUS")).isProblem(400);
		assertThat(app.post("secretaris", RUNS, "{}").isProblem(400).wrongFields()).containsExactly("partnershipId");
		app.post("secretaris", RUNS, body("CSV").replace("\"format\"", "\"asOf\": \"2999-01-01\", \"format\"")).isProblem(400);
		app.post("", RUNS, body("CSV")).isProblem(401);
	}

	@Test
	void thePageShowsHowFarItIsUntilItCanBeFetched() throws InterruptedException {
		Client secretary = new Client(app, "secretaris");
		String address = "/voortgang?partnershipId=" + partnershipId;
		String report = secretary.page(address);
		assertThat(report).contains("Nog niets over: ").doesNotContain("Hierover is niets vastgelegd");
		Answer asked = secretary.submit(address, "/voortgang/maken", Map.of("kind", "PARTNERSHIP", "subjectId", partnershipId, "format", "CSV"));
		assertThat(asked.status()).as(asked.body()).isEqualTo(302);
		String watched = String.valueOf(asked.header("Location")).replaceFirst("https?://[^/]+", "");
		Instant until = Instant.now().plus(PATIENCE);
		String page = secretary.page(watched);
		while (page.contains("<progress") && Instant.now().isBefore(until)) {
			assertThat(page).contains("Bezig", "Uw verslag wordt gemaakt");
			Thread.sleep(200);
			page = secretary.page(watched);
		}
		assertThat(page).contains("Uw verslag is klaar", watched + "/bestand", "Haal uw verslag op (CSV)");
	}

	private JsonNode finished(String user, String location) throws InterruptedException {
		Instant until = Instant.now().plus(PATIENCE);
		JsonNode now = app.get(user, location).json();
		while (!now.path("state").asString().matches("DONE|FAILED") && Instant.now().isBefore(until)) {
			Thread.sleep(100);
			now = app.get(user, location).json();
		}
		return now;
	}

	private String body(String format) {
		return "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}, \"format\": \"%s\"}".formatted(partnershipId, format);
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
