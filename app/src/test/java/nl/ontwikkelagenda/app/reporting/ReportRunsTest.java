package nl.ontwikkelagenda.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.takeaway.Takeaways;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
	void itTellsHowFarItIsAndAFileThatWasBegunBeforeATextWasRedactedIsMadeAgain() throws InterruptedException {
		String location = String.valueOf(app.post("secretaris", RUNS, body("CSV")).header("Location"));
		finished("secretaris", location);
		ReportRunId run = new ReportRunId(UUID.fromString(id(location)));
		jdbc.sql("update register.report_run set state = 'RUNNING', file = null where id = ?").param(run.value()).update();
		jdbc.sql("update register.report_run set begun_after = begun_after - 1 where id = ?").param(run.value()).update();
		runs.begins(run, "Acties", 3, 10);
		JsonNode halfway = app.get("secretaris", location).json();
		assertThat(halfway.path("state").asString()).isEqualTo("RUNNING");
		assertThat(halfway.path("sections").intValue()).isEqualTo(10);
		assertThat(halfway.path("sectionsDone").intValue()).isEqualTo(3);
		assertThat(halfway.path("section").asString()).isEqualTo("Acties");
		assertThat(new Client(app, "secretaris").page("/voortgang/maken/" + run)).contains("Onderdeel 4 van 10: Acties.", "value=\"27\"", "27 %");
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

	@Test
	void aCommandTakesAlongWhatSomebodyMaySeeAndItIsWrittenDown(@TempDir Path directory) throws IOException {
		Takeaways takeaways = app.context().getBean(Takeaways.class);
		Account secretary = app.context().getBean(Accounts.class).find("secretaris").orElseThrow();
		Account auditor = app.context().getBean(Accounts.class).find("auditor").orElseThrow();
		PartnershipId id = new PartnershipId(UUID.fromString(partnershipId));
		Path report = directory.resolve("verslagen/verslag.json");

		takeaways.report(secretary, id.value(), LocalDate.of(2018, 9, 1), LocalDate.of(2018, 9, 30), null, ReportFormat.JSON, report);
		JsonNode written = JsonMapper.shared().readTree(Files.readAllBytes(report));
		assertThat(written.at("/subject/title").asString()).isEqualTo("Regio die wacht");
		assertThat(written.at("/period/words").asString()).isEqualTo("september 2018");
		takeaways.report(secretary, id.value(), null, null, null, ReportFormat.CSV, report.resolveSibling("verslag.csv"));
		assertThat(report.resolveSibling("verslag.csv")).content().contains("Regio die wacht");

		Path everything = directory.resolve("alles");
		List<Path> files = new ArrayList<>();
		takeaways.export(secretary, id, null, everything, files::add);
		assertThat(files).extracting(file -> everything.relativize(file).toString()).contains("actielijst.xlsx", "actielijst.pdf", "besluitenlijst.xlsx", "voortgang.pdf",
				"gegevens/partnerships.ndjson", "gegevens/rights.ndjson");
		assertThat(everything.resolve("gegevens/partnerships.ndjson")).content().contains("\"name\":\"Regio die wacht\"").hasLineCount(1);
		assertThat(everything.resolve("voortgang.pdf")).content(StandardCharsets.ISO_8859_1).startsWith("%PDF");
		assertThatExceptionOfType(InvalidInput.class).as("there is something").isThrownBy(() -> takeaways.export(secretary, id, null, everything, files::add));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> takeaways.report(secretary, id.value(), null, null, "2999-01-01", ReportFormat.CSV, report));
		assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> takeaways.report(secretary, id.value(), LocalDate.of(2018, 9, 1), null, null, ReportFormat.CSV, report));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> takeaways.report(auditor, id.value(), null, null, null, ReportFormat.CSV, report));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> takeaways.report(secretary, id.value(), null, null, "2001-01-01", ReportFormat.CSV, report));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> takeaways.export(auditor, id, null, directory.resolve("niets"), files::add));
		assertThat(directory.resolve("niets")).doesNotExist();
		List<JsonNode> refused = app.get(Running.ADMINISTRATOR, "/api/v1/audit/accesses?partnershipId=" + partnershipId + "&kind=REFUSED&personId=" + DemoAccounts.AUDITOR).json()
				.path("items").valueStream().toList();
		assertThat(refused).extracting(access -> access.at("/scope/command").asString()).as("what a command does not give").containsExactly("export", "report");

		app.give(partnership, DemoAccounts.AUDITOR, "AUDITOR");
		assertThat(app.get("auditor", "/api/v1/audit/accesses?partnershipId=" + partnershipId + "&kind=EXPORTED").json().path("items").toString()).contains(
				"\"command\":\"report\"", "\"command\":\"export\"", "\"from\":\"2018-09-01\"", DemoAccounts.SECRETARY.toString()).doesNotContain(
						DemoAccounts.PARTICIPANT.toString());
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
