package nl.ontwikkelagenda.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.actions.PlannedAction.PlannedPromise;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The action list of the work session of 2018 goes out as a file, and comes in at another region; and what is wrong with a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionFilesTest {

	private static final String SECRETARY = "secretaris";
	private static final String IMPORTS = "/api/v1/action-imports?partnershipId=";
	private static final String HEADINGS = "Nummer;Actie;Toelichting;Thema;Afgesproken op;Soort eigenaar;Eigenaar;Toezegging;Termijn van;Termijn;Status;Afgerond op;Resultaat\n";

	private final Running app = Running.application();
	private final HttpClient client = HttpClient.newHttpClient();
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);
	private String region = "";
	private String otherRegion = "";

	@BeforeAll
	void theWorkSession() {
		region = partnership("Regio Gooi en Vechtstreek");
		otherRegion = partnership("Een andere regio");
		String unita = app.get(SECRETARY, "/api/v1/partnerships/" + region).json().at("/organisations/0/organisationId").asString();
		String theme = app.get(SECRETARY, "/api/v1/themes?partnershipId=" + region).json().at("/items/0/themeId").asString();
		String action = created(app.post(SECRETARY, "/api/v1/actions", """
				{"partnershipId": "%s", "themeId": "%s", "title": "Lerarentekort", "text": "Meld uw tekort bij @[%s].", "agreedOn": "2018-09-24", "promises": [
				 {"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "=SOM(A1) van het tekort; \\"in kaart\\" brengen", "deadline": {"phrase": "dit schooljaar"}},
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een overleg organiseren", "of": "INVITATION", "deadline": {"phrase": "voor de kerstvakantie", "saidOn": "2018-09-25"}},
				 {"owner": {"kind": "TEAM", "name": "Het onderwijs"}, "what": "Cijfers aanleveren"},
				 {"owner": {"kind": "ORGANISATION", "name": "Stichting Elan"}, "what": "Meedenken"}]}"""
				.formatted(region, theme, DemoAccounts.PROJECT_LEAD, unita, DemoAccounts.PROJECT_LEAD))).json().path("actionId").asString();
		created(app.post(SECRETARY, "/api/v1/actions/" + action + "/completion", """
				{"result": "Het tekort is 8,5 fte", "completedOn": "2018-12-20"}"""));
		created(app.post(SECRETARY, "/api/v1/actions", """
				{"partnershipId": "%s", "title": "Leerlingenvervoer", "agreedOn": "2018-09-24", "promises": [
				 {"owner": {"kind": "TEAM", "name": "Unita"}, "what": "Een overleg\\nover leerlingenvervoer", "deadline": {"phrase": "27 oktober 2018"}}]}""".formatted(region)));
	}

	private String partnership(String name) {
		String path = app.partnership(name);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		created(app.post(SECRETARY, path + "/organisations", "{\"name\": \"Unita\", \"sector\": \"EDUCATION\"}"));
		String id = path.substring(path.lastIndexOf('/') + 1);
		String agenda = String
				.valueOf(created(app.post(SECRETARY, "/api/v1/agendas", "{\"partnershipId\": \"%s\", \"title\": \"Samenwerkingsagenda\"}".formatted(id))).header("Location"));
		created(app.post(SECRETARY, agenda + "/themes", "{\"title\": \"Lerarentekort\"}"));
		return id;
	}

	@Test
	void theListGoesOutAsAFileWithNamesAndOneRowForEachPromise() {
		Answer csv = app.get(SECRETARY, "/api/v1/actions?format=csv&sort=-title&partnershipId=" + region);
		assertThat(csv.status()).as(csv.body()).isEqualTo(200);
		assertThat(csv.header("Content-Type")).startsWith(FileFormat.TEXT_CSV);
		assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"actielijst.csv\"");
		assertThat(csv.body()).startsWith("\uFEFFNummer;Actie;Toelichting;Thema;Afgesproken op;Soort eigenaar;Eigenaar;")
				.contains(";Lerarentekort;Meld uw tekort bij @[Projectleider (demo)].;Lerarentekort;2018-09-24;Organisatie;Unita;")
				.contains(
						";\"'=SOM(A1) van het tekort; \"\"in kaart\"\" brengen\";werk;dit schooljaar;2018-09-24;2018-08-01;2019-07-31;afgeleid;klaar;2018-12-20;Het tekort is 8,5 fte;")
				.contains(";Persoon;Projectleider (demo);" + DemoAccounts.PROJECT_LEAD
						+ ";Een overleg organiseren;uitnodiging;voor de kerstvakantie;2018-09-25;;2018-12-21;afgeleid;")
				.contains(";Andere organisatie;Stichting Elan;;");
		assertThat(csv.body().lines().filter(line -> line.contains(";Lerarentekort;"))).hasSize(4);
		assertThat(app.get(SECRETARY, "/api/v1/actions?status=DONE&partnershipId=" + region, "Accept", "text/csv").body()).contains("Lerarentekort")
				.doesNotContain("Leerlingenvervoer");
		assertThat(app.get(SECRETARY, "/api/v1/actions?format=json&partnershipId=" + region).json().path("total").intValue()).isEqualTo(2);
	}

	@Test
	void aWorkbookHasRealDates() throws IOException {
		HttpResponse<byte[]> file = export("/api/v1/actions?format=xlsx&partnershipId=" + region);
		assertThat(file.headers().firstValue("Content-Type")).hasValue(FileFormat.SPREADSHEET);
		assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"actielijst.xlsx\"");
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
			List<Row> rows = workbook.getFirstSheet().read();
			assertThat(rows).hasSize(6);
			assertThat(rows.getFirst().getCellText(4)).isEqualTo("Afgesproken op");
			assertThat(rows.get(1).getCellAsDate(4)).hasValue(LocalDateTime.of(2018, 9, 24, 0, 0));
		}
	}

	@Test
	void whatCannotGoOutAsAFileIsSaid() {
		assertThat(app.get(SECRETARY, "/api/v1/actions?format=pdf").isProblem(400).wrongFields()).containsExactly("format");
		assertThat(app.get(SECRETARY, "/api/v1/meetings?format=csv").isProblem(400).wrongFields()).containsExactly("format");
		app.get(SECRETARY, "/api/v1/meetings", "Accept", "text/csv").isProblem(406);
		assertThat(app.get(SECRETARY, "/api/v1/actions?format=csv&status=BIJNA").isProblem(400).wrongFields()).containsExactly("status");
		app.get("", "/api/v1/actions?format=csv").isProblem(401);
	}

	@Test
	void theFileOfOneRegionGivesAnotherTheSameActions() throws IOException {
		for (String format : List.of("csv", "xlsx")) {
			String target = partnership("Nog een regio die " + format + " inleest");
			byte[] file = export("/api/v1/actions?sort=title&format=" + format + "&partnershipId=" + region).body();
			JsonNode done = finished(handIn(target, format, file));
			assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
			assertThat(done.path("rows").intValue()).isEqualTo(5);
			assertThat(done.path("rowsDone").intValue()).isEqualTo(5);
			assertThat(withoutIds(export("/api/v1/actions?sort=title&format=csv&partnershipId=" + target).body()))
					.isEqualTo(withoutIds(export("/api/v1/actions?sort=title&format=csv&partnershipId=" + region).body()));
			JsonNode action = app.get(SECRETARY, "/api/v1/actions?status=DONE&partnershipId=" + target).json().at("/items/0");
			assertThat(action.path("text").asString()).isEqualTo("Meld uw tekort bij @[" + DemoAccounts.PROJECT_LEAD + "].");
			assertThat(action.path("promises")).hasSize(4);
		}
	}

	@Test
	void theExampleOfTheDocumentationComesIn() throws IOException {
		String target = partnership("Regio met een voorbeeld");
		Path root = Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
		JsonNode done = finished(created(handIn(target, "csv", Files.readAllBytes(root.resolve("docs/examples/actielijst.csv")))));
		assertThat(done.path("actions").intValue()).isEqualTo(3);
		assertThat(done.path("rowsDone").intValue()).isEqualTo(6);
		JsonNode promises = app.get(SECRETARY, "/api/v1/actions?title=Transparantie+over+financi%C3%ABn+en+organisatie&partnershipId=" + target).json().at("/items/0/promises");
		assertThat(promises.at("/2/deadline/earliest").asString()).isEqualTo("2019-02-01");
	}

	@Test
	void handingInTheSameFileAgainAddsNothing() {
		byte[] file = (HEADINGS + ";Werkbezoek;;;24-9-2018;Team;De Regio;Een werkbezoek organiseren;;dit najaar;;;\n").getBytes(StandardCharsets.UTF_8);
		Answer first = created(handIn(otherRegion, "csv", file));
		finished(first);
		long events = app.events();
		Answer again = created(handIn(otherRegion, "csv", file));
		assertThat(again.json()).isEqualTo(finished(first));
		assertThat(app.events()).isEqualTo(events);
		String agenda = app.get(SECRETARY, "/api/v1/agendas?partnershipId=" + otherRegion).json().at("/items/0/agendaId").asString();
		assertThat(handIn(otherRegion + "&agendaId=" + agenda, "csv", file).isProblem(409).json().path("type").asString()).isEqualTo("/problems/a-file-is-imported-once");
	}

	@Test
	void everyFaultInAFileIsToldAndNothingChanges() {
		String file = HEADINGS + """
				1;Overleg;;Onbekend thema;31-2-2018;Persoon;Niemand Hier;Plannen;;;;;
				1;Ander overleg;;;;Organisatie;Unitas;;later;;;;
				;;;;24-9-2018;Bestuur;De Regio;Plannen;;;bijna;;
				;Klaar;;;24-9-2018;Team;De Regio;Gedaan met @[Niemand Hier];;;klaar;;
				;Loopt;;;24-9-2018;Team;De Regio;Doen;;;loopt;;Te vroeg
				""";
		long events = app.events();
		Answer refused = handIn(otherRegion, "csv", file.getBytes(StandardCharsets.UTF_8)).isProblem(400);
		assertThat(refused.wrongFields()).containsExactlyInAnyOrder("rij 2, Thema", "rij 2, Afgesproken op", "rij 2, Eigenaar", "rij 3, Actie", "rij 3, Eigenaar",
				"rij 3, Toezegging", "rij 3, Termijn van", "rij 4, Actie", "rij 4, Soort eigenaar", "rij 4, Status", "rij 5, Afgerond op", "rij 5, Resultaat", "rij 5, Toezegging",
				"rij 6, Resultaat");
		assertThat(refused.body()).contains("Dit thema is er niet in dit samenwerkingsverband; draag het eerst aan, of wis deze cel.");
		assertThat(app.events()).isEqualTo(events);

		assertThat(handIn(otherRegion, "csv", "Actie;Kleur\nx;y\n".getBytes(StandardCharsets.UTF_8)).isProblem(400).wrongFields())
				.contains("rij 1, Kleur", "rij 1, Eigenaar", "rij 1, Toezegging");
		assertThat(handIn(otherRegion, "csv", HEADINGS.getBytes(StandardCharsets.UTF_8)).isProblem(400).wrongFields()).containsExactly("body");
		assertThat(handIn(otherRegion, "xlsx", file.getBytes(StandardCharsets.UTF_8)).isProblem(400).wrongFields()).containsExactly("body");
		assertThat(handIn(otherRegion + "&meetingId=" + UUID.randomUUID(), "csv", file.getBytes(StandardCharsets.UTF_8)).isProblem(400).wrongFields()).containsExactly("meetingId");
		assertThat(handIn("geen-id", "csv", file.getBytes(StandardCharsets.UTF_8)).isProblem(400).wrongFields()).containsExactly("partnershipId");
	}

	@Test
	void onlyWhoMayAssignActionsHandsThemIn() {
		byte[] file = (HEADINGS + ";Overleg;;;24-9-2018;Team;De Regio;Plannen;;;;;\n").getBytes(StandardCharsets.UTF_8);
		handIn("deelnemer", otherRegion, "csv", file).isProblem(403);
		handIn("auditor", otherRegion, "csv", file).isProblem(404);
		handIn(SECRETARY, UUID.randomUUID().toString(), "csv", file).isProblem(404);
		String path = String.valueOf(created(handIn(otherRegion, "csv", file)).header("Location"));
		app.get("auditor", path).isProblem(404);
		app.get("deelnemer", path).isProblem(403);
		app.get(SECRETARY, "/api/v1/action-imports/" + UUID.randomUUID()).isProblem(404);
		app.post(SECRETARY, IMPORTS + otherRegion, "{}").isProblem(415);
		assertThat(app.send(SECRETARY, "POST", IMPORTS + otherRegion, "Kleur\nRood\n", "Content-Type", "application/octet-stream").isProblem(400).wrongFields())
				.contains("rij 1, Kleur");
	}

	@Test
	void whatBrokeOffGoesOnWithoutDoingAnythingTwice() {
		List<PlannedAction> plan = IntStream.range(0, 250).mapToObj(ActionFilesTest::planned).toList();
		ActionImportId id = new ActionImportId(UUID.randomUUID());
		ActionImports imports = app.context().getBean(ActionImports.class);
		String target = partnership("Regio van een afgebroken import");
		imports.enter(id, DemoAccounts.SECRETARY, null, new PartnershipId(UUID.fromString(target)), null, null, plan);
		run(id);
		assertThat(actions(target)).isEqualTo(250);
		long events = app.events();

		// as if the server had died before it noted that the first part was done
		jdbc.sql("update register.action_import set state = 'RUNNING', actions_done = 0, rows_done = 0, plan = ?, finished_at = null where id = ?")
				.params(JsonMapper.shared().writeValueAsBytes(plan), id.value()).update();
		run(id);
		assertThat(actions(target)).isEqualTo(250);
		assertThat(app.events()).isEqualTo(events);

		// and as if that was so long ago that the keys are forgotten
		assertThat(jdbc.sql("delete from register.idempotency where fingerprint = 'import'").update()).isPositive();
		jdbc.sql("update register.action_import set state = 'RUNNING', actions_done = 0, rows_done = 0, plan = ?, finished_at = null where id = ?")
				.params(JsonMapper.shared().writeValueAsBytes(plan), id.value()).update();
		run(id);
		assertThat(actions(target)).isEqualTo(250);
		assertThat(app.events()).isEqualTo(events);
	}

	@Test
	void anImportThatCannotGoOnSaysWhyAndGoesOnWhenTheFileIsHandedInAgain() {
		byte[] file = (HEADINGS + ";Rechten;;;24-9-2018;Team;De Regio;Plannen;;;;;\n").getBytes(StandardCharsets.UTF_8);
		ActionImportId id = ActionImportId.of(file, new PartnershipId(UUID.fromString(otherRegion)));
		PlannedAction withStranger = new PlannedAction(2, "Rechten", null, null, LocalDate.of(2018, 9, 24), ActionStatus.OPEN, null, null,
				List.of(new PlannedPromise(2, Owner.Kind.PERSON, UUID.randomUUID(), null, "Plannen", AgreedPromise.Of.WORK, null, null)));
		ActionImports imports = app.context().getBean(ActionImports.class);
		imports.enter(id, DemoAccounts.SECRETARY, null, new PartnershipId(UUID.fromString(otherRegion)), null, null, List.of(withStranger));
		schedule(id);
		JsonNode failed = finished("/api/v1/action-imports/" + id);
		assertThat(failed.path("state").asString()).isEqualTo("FAILED");
		assertThat(failed.path("failure").asString()).startsWith("Rij 2: ");

		jdbc.sql("update register.action_import set plan = ? where id = ?").params(JsonMapper.shared().writeValueAsBytes(List.of(planned(2))), id.value()).update();
		assertThat(finished(created(handIn(otherRegion, "csv", file))).path("state").asString()).isEqualTo("DONE");
	}

	private static PlannedAction planned(int number) {
		return new PlannedAction(number, "Werkbezoek " + number, null, null, LocalDate.of(2018, 9, 24), ActionStatus.DONE, LocalDate.of(2018, 10, 1), "Geweest",
				List.of(new PlannedPromise(number, Owner.Kind.TEAM, null, "De Regio", "Organiseren", AgreedPromise.Of.WORK, "dit najaar", null)));
	}

	private void schedule(ActionImportId id) {
		TaskInstance<Void> job = new TaskInstance<>("ImportActions", id + "/" + System.nanoTime());
		app.context().getBean(SchedulerClient.class).scheduleIfNotExists(job, Instant.now());
	}

	private void run(ActionImportId id) {
		schedule(id);
		assertThat(finished("/api/v1/action-imports/" + id).path("state").asString()).isEqualTo("DONE");
	}

	private int actions(String partnership) {
		return app.get(SECRETARY, "/api/v1/actions?partnershipId=" + partnership).json().path("total").intValue();
	}

	private static String withoutIds(byte[] csv) {
		return new String(csv, StandardCharsets.UTF_8).replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
	}

	private JsonNode finished(Answer started) {
		return finished(String.valueOf(started.header("Location")));
	}

	private JsonNode finished(String path) {
		long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (true) {
			Answer answer = app.get(SECRETARY, path);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			JsonNode now = answer.json();
			if (List.of("DONE", "FAILED").contains(now.path("state").asString())) {
				return now;
			}
			assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
			try {
				Thread.sleep(100);
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		}
	}

	private Answer handIn(String partnership, String format, byte[] content) {
		return handIn(SECRETARY, partnership, format, content);
	}

	private Answer handIn(String user, String partnership, String format, byte[] content) {
		try {
			HttpResponse<String> response = client.send(request(user, IMPORTS + partnership)
					.header("Content-Type", format.equals("csv") ? FileFormat.TEXT_CSV : FileFormat.SPREADSHEET).POST(BodyPublishers.ofByteArray(content)).build(),
					BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(), response);
		} catch (IOException | InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private HttpResponse<byte[]> export(String path) throws IOException {
		try {
			HttpResponse<byte[]> response = client.send(request(SECRETARY, path).GET().build(), BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).isEqualTo(200);
			return response;
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private HttpRequest.Builder request(String user, String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).timeout(Duration.ofSeconds(60)).header("Authorization", Running.authorization(user));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}
}
