package nl.ontwikkelagenda.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An auditor who trusts nobody steps through what was recorded in the demo history. */
@TestInstance(Lifecycle.PER_CLASS)
class HistoryOfDemoTest {

	private static final String TABLE = "/api/v1/histories/" + Story.id("ontwikkeltafel grijs gebied");
	private static final String DECISION = "/api/v1/histories/" + DevelopmentAgenda2021.LAST;

	private final Running app = Running.withDemo();
	private final Client auditor = new Client(app, "auditor");

	@AfterAll
	void stop() {
		app.context().close();
	}

	private static List<String> events(JsonNode history) {
		return history.path("items").valueStream().map(fact -> fact.path("event").asString()).toList();
	}

	private static JsonNode fact(JsonNode history, String event) {
		return history.path("items").valueStream().filter(fact -> fact.path("event").asString().equals(event)).findFirst().orElseThrow();
	}

	@Test
	void aDecisionTellsWhoTookItByWhichRightAndWhatItRestedOn() {
		JsonNode history = auditor.read(DECISION);
		assertThat(events(history)).startsWith("Besluit genomen", "Vastgelegd hoe het besluit tot stand kwam");
		assertThat(history.path("things").get(0).path("title").asString()).isEqualTo("het besluit ‘Voorlichting over onderwijs en jeugdhulp’");
		JsonNode taken = fact(history, "Besluit genomen");
		assertThat(taken.path("type").asString()).isEqualTo("agenda.DecisionTaken");
		assertThat(taken.path("happenedOn").path("from").asString()).startsWith("2021-");
		assertThat(taken.path("recordedBy").path("name").asString()).isEqualTo("Projectleider (demo)");
		assertThat(taken.path("recordedBy").path("role").asString()).isEqualTo("PROJECT_LEAD");
		assertThat(taken.path("recordedBy").path("standing").path("rights").valueStream().map(JsonNode::asString)).contains("PROJECT_LEAD");
		assertThat(taken.path("changes").get(0).path("kind").asString()).isEqualTo("ADDED");
		JsonNode stated = fact(history, "Vastgelegd hoe het besluit tot stand kwam");
		assertThat(stated.path("authority").path("withoutMandateBecause").asString()).isEqualTo("Voorbeeld: de gemeenten moeten het nog bekrachtigen.");
		assertThat(stated.path("correlationId").asString()).isEqualTo(taken.path("correlationId").asString());
		assertThat(stated.path("changes").get(0).path("fields").valueStream().map(field -> field.path("field").asString())).contains("particulars", "flags");
		assertThat(app.get("auditor", stated.path("proof").asString()).status()).isIn(200, 404);
	}

	@Test
	void whatWasAgreedTellsWhatItsMeetingDidWithIt() {
		String action = auditor.read("/api/v1/actions?pageSize=100").path("items").valueStream().filter(each -> each.has("meetingId") && each.has("outcomeId"))
				.map(each -> each.path("actionId").asString()).findFirst().orElseThrow();
		JsonNode history = auditor.read("/api/v1/histories/" + action + "?limit=100");
		assertThat(events(history)).containsSubsequence("Bijeenkomst gehouden", "Uitkomst vastgelegd", "Actie afgesproken");
		assertThat(events(history)).filteredOn("Uitkomst vastgelegd"::equals).as("of the outcomes of the meeting only its own").hasSize(1);
		assertThat(events(history)).as("who was there does not concern it").doesNotContain("Aanwezigheid vastgelegd");
		assertThat(fact(history, "Bijeenkomst gehouden").path("changes").get(0).path("collection").asString()).isEqualTo("meetings");
	}

	@Test
	void aTableIsSteppedThroughFactByFactForwardAndBack() {
		JsonNode history = auditor.read(TABLE + "?limit=100");
		assertThat(events(history)).contains("Zetel ingenomen", "Ontwikkeltafel geopend", "Doel geformuleerd", "Voorstel gedaan", "Bijeenkomst gehouden", "Doel beantwoord");
		List<String> forward = new ArrayList<>();
		JsonNode moment = auditor.read(history.path("items").get(0).path("self").asString());
		assertThat(moment.has("previous")).isFalse();
		assertThat(moment.path("state")).as("people take their seats before the table is opened").isEmpty();
		while (true) {
			forward.add(moment.path("fact").path("eventId").asString());
			if (!moment.has("next")) {
				break;
			}
			JsonNode next = auditor.read(moment.path("next").asString());
			assertThat(Client.id(next.path("previous").asString())).isEqualTo(forward.getLast());
			moment = next;
		}
		assertThat(forward).isEqualTo(history.path("items").valueStream().map(fact -> fact.path("eventId").asString()).toList()).hasSize(history.path("total").intValue());
		assertThat(moment.path("state").get(0).path("document").path("goals")).isNotEmpty();
		assertThat(moment.path("holders").valueStream().map(holder -> holder.path("right").asString())).contains("AUDITOR", "SECRETARY");
	}

	@Test
	void itIsFilteredByWhoWhenWhatAndAboutWhat() {
		JsonNode all = auditor.read(TABLE + "?limit=100");
		String goal = Story.id("doel elkaar kennen").toString();
		assertThat(events(auditor.read(TABLE + "?type=agenda.GoalFormulated"))).isNotEmpty().allMatch(event -> event.equals("Doel geformuleerd"));
		assertThat(events(auditor.read(TABLE + "?about=" + goal))).contains("Doel geformuleerd", "Doel beantwoord").doesNotContain("Ontwikkeltafel geopend");
		assertThat(auditor.read(TABLE + "?personId=" + DemoAccounts.PARTICIPANT + "&limit=100").path("total").intValue()).isLessThan(all.path("total").intValue());
		assertThat(auditor.read(TABLE + "?until=2017-01-01").path("total").intValue()).isZero();
		assertThat(auditor.read(TABLE + "?of=meetings&limit=100").path("items").valueStream()).isNotEmpty()
				.allMatch(fact -> fact.path("changes").valueStream().anyMatch(change -> change.path("collection").asString().equals("meetings")));
		JsonNode made = fact(all, "Voorstel gedaan");
		assertThat(auditor.read(TABLE + "?correlationId=" + made.path("correlationId").asString()).path("items").valueStream().map(fact -> fact.path("eventId").asString()))
				.contains(made.path("eventId").asString());
		assertThat(app.get("auditor", TABLE + "?type=x&of=y&from=2020-01-02&until=2020-01-01").isProblem(400).wrongFields()).containsExactly("type", "of", "until");
	}

	@Test
	void pagesFollowEachOther() {
		List<String> all = events(auditor.read(TABLE + "?limit=100"));
		List<String> paged = new ArrayList<>();
		for (String page = TABLE + "?limit=7"; !page.isEmpty();) {
			JsonNode read = auditor.read(page);
			paged.addAll(events(read));
			page = read.path("next").asString("");
		}
		assertThat(paged).isEqualTo(all);
		assertThat(app.get("auditor", TABLE + "?limit=0").isProblem(400).wrongFields()).containsExactly("limit");
	}

	@Test
	void itIsTakenAlongAsAFile() {
		Answer file = app.get("auditor", TABLE + "?format=csv");
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.body()).contains("Wat er gebeurde", "Ontwikkeltafel geopend", "projectleider");
		assertThat(app.get("auditor", TABLE + "?format=xlsx").status()).isEqualTo(200);
	}

	@Test
	void theProofsOfAThingAreTakenAlong() throws Exception {
		app.context().getBean("sealEvents", RecurringJob.class).run();
		String note = auditor.read("/api/v1/advice-notes?pageSize=1").path("items").get(0).path("adviceNoteId").asString();
		for (String history : List.of(DECISION, TABLE, "/api/v1/histories/" + note)) {
			JsonNode told = auditor.read(history + "?limit=100");
			String question = "?partnershipId=" + told.path("partnershipId").asString() + "&subject=" + told.path("id").asString();
			byte[] bundle = bundle("/api/v1/audit/bundles" + question);
			String lines = lines(bundle);
			assertThat(told.path("items").valueStream().map(fact -> fact.path("eventId").asString())).isNotEmpty().allMatch(lines::contains);
			assertThat(new BundleVerifier(keys()).verify(new ByteArrayInputStream(bundle))).isInstanceOf(BundleVerifier.Verdict.Good.class);
		}
		String table = "subject=" + Story.id("ontwikkeltafel grijs gebied");
		String partnership = "/api/v1/audit/bundles?partnershipId=" + auditor.read(TABLE).path("partnershipId").asString();
		app.get("auditor", partnership + "&subject=" + Running.unknownId()).isProblem(404);
		String elsewhere = app.partnership("Regio met een eigen auditor");
		app.give(elsewhere, DemoAccounts.AUDITOR, "AUDITOR");
		app.get("auditor", "/api/v1/audit/bundles?" + table + "&partnershipId=" + Client.id(elsewhere)).isProblem(404);

		String player = "/geschiedenis/" + Story.id("ontwikkeltafel grijs gebied");
		assertThat(auditor.page(player)).contains(player + "/bewijsbundel.zip");
		assertThat(app.get("auditor", player + "/bewijsbundel.zip").status()).isEqualTo(200);
		assertThat(new Client(app, "deelnemer").page(player)).doesNotContain("bewijsbundel.zip");
		assertThat(app.get("deelnemer", player + "/bewijsbundel.zip").status()).isEqualTo(403);
	}

	private List<VerifierKey> keys() {
		return auditor.read("/api/v1/audit/keys").path("items").valueStream().map(key -> VerifierKey.parse(key.path("verifierKey").asString())).toList();
	}

	private byte[] bundle(String address) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + address)).header("Authorization", Running.authorization("auditor")).build(),
					BodyHandlers.ofByteArray()).body();
		}
	}

	private static String lines(byte[] bundle) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals("events.jsonl")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("There are no events in it");
	}

	@Test
	void whoseDotsTheyAreIsShownToNobody() {
		String round = "/api/v1/histories/" + Story.id("prioriteiten 24 september 2018");
		JsonNode placed = auditor.read(round + "?type=agenda.DotsPlaced");
		assertThat(placed.path("items").valueStream()).isNotEmpty().allMatch(fact -> !fact.path("recordedBy").has("personId") && !fact.has("correlationId"));
		for (Object person : List.of(DemoAccounts.PARTICIPANT, DemoAccounts.SECRETARY, DemoAccounts.PROJECT_LEAD)) {
			assertThat(events(auditor.read(round + "?limit=100&personId=" + person))).doesNotContain("Stippen geplaatst");
			assertThat(events(auditor.read(round + "?limit=100&about=" + person))).doesNotContain("Stippen geplaatst");
		}
	}

	@Test
	void thePageIsAPlayerThatNeedsNoScript() {
		String player = "/geschiedenis/" + Story.id("ontwikkeltafel grijs gebied");
		String last = auditor.page(player);
		assertThat(last).contains("Geschiedenis van de ontwikkeltafel", "Zo stond het er toen voor", "Wat er veranderde", "rel=\"prev\"", "Wie had die dag welke rechten?",
				"Wat er toen bij hoorde")
				.doesNotContain("rel=\"next\"");
		Answer first = app.get("auditor", player + "?nummer=1", "Accept", "text/html");
		assertThat(first.status()).isEqualTo(303);
		String opening = auditor.page(String.valueOf(first.header("Location")));
		assertThat(opening).contains("Zetel ingenomen", "Het was er toen nog niet.", "rel=\"next\"", "Rechten op die dag").doesNotContain("rel=\"prev\"");
		String goal = auditor.read(TABLE + "?type=agenda.GoalFormulated").path("items").get(0).path("eventId").asString();
		assertThat(auditor.page(player + "?stap=" + goal)).contains("Doel geformuleerd", "<ins", "aria-current=\"step\"", "/controle/bewijs/" + goal);
		Answer day = app.get("auditor", player + "?dag=2030-01-01", "Accept", "text/html");
		assertThat(auditor.page(String.valueOf(day.header("Location")))).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
		assertThat(auditor.page(player + "?soort=agenda.GoalFormulated&wie=&van=&tot=")).contains("U ziet een deel van de feiten.");
		String csv = app.get("auditor", player + "/feiten.csv?soort=agenda.GoalFormulated").body();
		assertThat(csv).contains("Doel geformuleerd", "Was", "Werd", "Rechten op die dag", "Mandaten op die dag").doesNotContain("Ontwikkeltafel geopend");
		assertThat(app.get("auditor", player + "/feiten.csv?deel=tables&soort=agenda.TableOpened").body()).contains("Ontwikkeltafel geopend", "secretaris");
		JsonNode chosen = app.get("auditor", player + "/feiten.json?soort=agenda.GoalFormulated").json();
		assertThat(chosen).hasSameSizeAs(auditor.read(TABLE + "?limit=100&type=agenda.GoalFormulated").path("items"));
		assertThat(FileText.of("geschiedenis.pdf", app.bytes("auditor", player + "/feiten.pdf?soort=agenda.GoalFormulated"))).hasValueSatisfying(
				text -> assertThat(text).contains("Doel geformuleerd", "Werd:", "Rechten op die dag:").doesNotContain("Ontwikkeltafel geopend"));
		assertThat(FileText.of("geschiedenis.pdf", app.bytes("auditor", TABLE + "?type=agenda.GoalFormulated&format=pdf"))).isPresent();
		assertThat(auditor.page(player + "?deel=seats")).contains("U ziet een deel van de feiten.", "Vast adres van deze keuze", "deel=seats", "Zetel ingenomen");
		assertThat(app.get("auditor", player + "?deel=onzin", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("auditor", player + "?stap=" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("auditor", player + "?van=gisteren", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("auditor", "/geschiedenis/" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(new Client(app, "deelnemer").page(player)).doesNotContain("Wie had die dag welke rechten?", "Rechten op die dag");
	}

	@Test
	void whoOnlyTakesPartSeesNotWhoHeldWhichRights() {
		JsonNode history = new Client(app, "deelnemer").read(DECISION);
		assertThat(history.path("items").get(0).path("recordedBy").has("standing")).isFalse();
		assertThat(new Client(app, "deelnemer").read(history.path("items").get(0).path("self").asString()).path("holders")).isEmpty();
	}

	@Test
	void whatAnAuditorReadsIsWrittenDownAndAStrangerFindsNothing() {
		auditor.read(DECISION + "?type=agenda.DecisionTaken");
		JsonNode history = auditor.read(DECISION);
		String partnership = history.path("partnershipId").asString();
		JsonNode accesses = auditor.read("/api/v1/audit/accesses?kind=HISTORY_READ&partnershipId=" + partnership).path("items");
		assertThat(accesses.get(0).path("scope").path("id").asString()).isEqualTo(DevelopmentAgenda2021.LAST.toString());
		assertThat(accesses.get(1).path("scope").path("type").asString()).isEqualTo("agenda.DecisionTaken");
		assertThat(accesses.valueStream()).allMatch(access -> access.path("personId").asString().equals(DemoAccounts.AUDITOR.toString()));
		String elsewhere = Client.id(app.partnership("Regio waar de auditor niet komt"));
		app.get("auditor", "/api/v1/histories/" + elsewhere).isProblem(404);
		app.get("auditor", "/api/v1/histories/" + Running.unknownId()).isProblem(404);
		app.get("auditor", DECISION + "/facts/" + fact(auditor.read(TABLE + "?limit=100"), "Ontwikkeltafel geopend").path("eventId").asString()).isProblem(404);
		assertThat(app.get("", DECISION).status()).isEqualTo(401);
	}
}
