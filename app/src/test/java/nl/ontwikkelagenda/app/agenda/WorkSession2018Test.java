package nl.ontwikkelagenda.app.agenda;

import static nl.ontwikkelagenda.app.reporting.ReportJson.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The work session of 24 September 2018 as its secretary lived it: prepared in the weeks before, recorded in the room, followed up until July 2019, and read back as of any
 * day of that year.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkSession2018Test {

	private static final JsonMapper JSON = JsonMapper.shared();
	private static final String SECRETARY = "secretaris";

	/** Its own, because a moment can be asked for only in a log that was recorded in the order of its moments. */
	private final Running app = Running.with();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnership = "";
	private String partnershipId = "";
	private String agenda = "";
	private String meeting = "";
	private String region = "";
	private String rbl = "";
	private String unita = "";
	private String director = "";

	@BeforeAll
	void thePartnershipOfJune() {
		clock.standAt(Instant.parse("2018-06-11T08:00:00Z"));
		partnership = app.partnership("Onderwijs en gemeenten");
		partnershipId = partnership.substring(partnership.lastIndexOf('/') + 1);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		region = organisation("De Regio", "MUNICIPALITY");
		rbl = organisation("RBL", "MUNICIPALITY");
		unita = organisation("Unita", "EDUCATION");
		director = created(post("/api/v1/people", """
				{"name": "Directeur D", "function": "Directeur van Unita", "organisationId": "%s"}""".formatted(unita))).json().path("personId").asString();
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	@Test
	@Order(1)
	void theAgendaIsOpenedAndTheSessionIsPlanned() {
		agenda = location(post("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda onderwijs – gemeenten"}""".formatted(partnershipId)));
		String june = created(post("/api/v1/meetings", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Bijeenkomst van 11 juni", "happenedOn": "2018-06-11"}""".formatted(partnershipId, id(agenda)))).json()
				.path("meetingId").asString();
		clock.standAt(Instant.parse("2018-09-03T08:00:00Z"));
		Answer planned = created(post("/api/v1/meetings", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Verder aan de slag met succesvol samenwerken tussen onderwijs en gemeenten",
				 "startsAt": "2018-09-24T08:30:00+02:00", "follows": "%s"}""".formatted(partnershipId, id(agenda), june)));
		meeting = String.valueOf(planned.header("Location"));
		assertThat(planned.json().path("plannedOn").asString()).isEqualTo("2018-09-24");
		assertThat(planned.json().path("startsAt").asString()).isEqualTo("2018-09-24T06:30:00Z");
		assertThat(planned.json().path("status").asString()).isEqualTo("PLANNED");
	}

	@Test
	@Order(2)
	void inTheRoomTheSecretaryRecordsWhoCameAndWhatWasAgreed() {
		app.post(SECRETARY, meeting + "/outcomes", """
				{"kind": "INFORMATION", "title": "Te vroeg"}""").isProblem(409);

		clock.standAt(Instant.parse("2018-09-24T07:00:00Z"));
		created(post(meeting + "/holding", """
				{"happenedOn": "2018-09-24"}"""));
		for (String organisation : List.of(region, rbl, unita)) {
			created(post(meeting + "/attendance", """
					{"organisationId": "%s"}""".formatted(organisation)));
		}
		created(post(meeting + "/attendance", """
				{"personId": "%s", "organisationId": "%s", "presence": "PRESENT"}""".formatted(director, unita)));
		String teachers = created(post(agenda + "/themes", """
				{"title": "Lerarentekort", "noticedAsMissing": true}""")).json().path("themeId").asString();
		created(post(agenda + "/ambition", """
				{"ambition": "We willen onderwijs voor zoveel mogelijk kinderen en jongeren."}"""));
		created(post(meeting + "/outcomes", """
				{"kind": "DECISION", "title": "Er wordt een regionale samenwerkingsagenda onderwijs gemeenten opgesteld"}"""));
		created(post(meeting + "/outcomes", """
				{"kind": "INFORMATION", "title": "Ontmoeten", "text": "De wens om elkaar te ontmoeten leeft bij allen."}"""));
		EightActions.of(region, rbl, director, teachers).forEach(action -> created(post(meeting + "/outcomes", action)));

		JsonNode outcomes = read(meeting + "/outcomes?sort=recordedAt");
		assertThat(outcomes.path("total").intValue()).as("outcomes").isEqualTo(read(meeting).path("numberOfOutcomes").intValue()).isEqualTo(10);
		JsonNode met = read("/api/v1/outcomes/" + read(meeting + "/outcomes?search=elkaar").path("items").get(0).path("outcomeId").asString());
		assertThat(met.path("title").asString()).isEqualTo("Ontmoeten");
		assertThat(met.path("agreedOn").asString()).isEqualTo("2018-09-24");
		JsonNode actions = read("/api/v1/actions?meetingId=" + id(meeting) + "&sort=title");
		assertThat(actions.path("total").intValue()).as("every action is in the list as soon as it was recorded").isEqualTo(8);
		assertThat(titles(actions)).containsExactly("Bankzitters", "Elan & Co", "Leerlingenvervoer", "Lerarentekort", "Transparantie over financiën en organisatie", "Visiesessie",
				"Wachtlijst voor JGGZ", "Werkbezoeken en samen professionaliseren");
	}

	@Test
	@Order(3)
	void everyPromiseKeepsItsOwnerAndItsWords() {
		JsonNode transparency = action("Transparantie over financiën en organisatie");
		assertThat(transparency.path("promises")).hasSize(3);
		assertThat(StreamSupport.stream(transparency.path("promises").spliterator(), false).map(promise -> promise.path("deadline").path("phrase").asString())).containsExactly(
				"dit schooljaar", "dit schooljaar", "in februari");
		JsonNode transport = action("Leerlingenvervoer").path("promises").get(0);
		assertThat(transport.path("of").asString()).isEqualTo("INVITATION");
		assertThat(transport.path("owner").path("id").asString()).isEqualTo(director);
		assertThat(transport.path("deadline").path("saidOn").asString()).isEqualTo("2018-09-24");
		assertThat(transport.path("deadline").path("kind").asString()).isEqualTo("BEFORE");
		assertThat(transport.path("deadline").path("latest").asString()).as("the last day before the holiday").isEqualTo("2018-12-21");
		assertThat(transport.path("deadline").path("certainty").asString()).isEqualTo("DERIVED");
		JsonNode visits = action("Werkbezoeken en samen professionaliseren").path("promises").get(0);
		assertThat(visits.path("deadline").path("certainty").asString()).as("no date is invented").isEqualTo("UNKNOWN");
		assertThat(visits.path("deadline").has("latest")).isFalse();
		assertThat(read("/api/v1/actions?owners=" + director).path("total").intValue()).isEqualTo(1);
		assertThat(read("/api/v1/actions?partnershipId=" + partnershipId + "&search=" + "wachttijd").path("total").intValue()).isEqualTo(1);
	}

	@Test
	@Order(4)
	void progressIsReportedAndAnActionIsCompleted() {
		String cases = "/api/v1/actions/" + action("Bankzitters").path("actionId").asString();
		clock.standAt(Instant.parse("2018-11-20T09:00:00Z"));
		created(app.post("deelnemer", cases + "/progress", """
				{"text": "Vier casussen zijn uitgeschreven."}"""));
		clock.standAt(Instant.parse("2018-12-18T09:00:00Z"));
		Answer done = created(post(cases + "/completion", """
				{"result": "De casussen zijn besproken met de consultant van de gemeente Huizen."}"""));
		assertThat(done.json().path("status").asString()).isEqualTo("DONE");
		Answer refused = app.post(SECRETARY, cases + "/progress", """
				{"text": "Nog een casus."}""").isProblem(409);
		assertThat(refused.json().path("type").asString()).isEqualTo("/problems/a-completed-action-is-closed");
		clock.standAt(Instant.parse("2019-03-04T09:00:00Z"));
		String transport = "/api/v1/actions/" + action("Leerlingenvervoer").path("actionId").asString();
		created(post(transport + "/promises", """
				{"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "De uitvoering uitnodigen", "deadline": {"phrase": "29 maart 2019"}}""".formatted(region)));
	}

	@Test
	@Order(5)
	void theReportSaysWhatCameOfIt() {
		clock.standAt(Instant.parse("2019-07-01T09:00:00Z"));
		JsonNode report = read("/api/v1/reports/progress?meetingId=" + id(meeting));
		assertThat(report.path("onDay").asString()).isEqualTo("2019-07-01");
		assertThat(count(report, "actions-agreed")).isEqualTo(8);
		assertThat(count(report, "actions-done")).isEqualTo(1);
		assertThat(count(report, "actions-late")).as("teachers, transport, waiting list, Elan & Co and the meeting of February").isEqualTo(5);
		assertThat(count(report, "outcomes-decision")).isEqualTo(1);
		JsonNode ofPartnership = read("/api/v1/reports/progress?partnershipId=" + partnershipId);
		assertThat(count(ofPartnership, "meetings-held")).isEqualTo(2);
		assertThat(ReportJson.rows(ofPartnership, "participation")).containsExactly(List.of("Onderwijs", "1", "1"), List.of("Gemeenten", "2", "0"));
		JsonNode open = ReportJson.figure(ofPartnership, "actions-open");
		assertThat(read("/api/v1/" + open.path("facts").asString()).path("total").intValue()).as("a number leads to its facts").isEqualTo(open.path("count").intValue())
				.isEqualTo(7);
		app.get(SECRETARY, "/api/v1/reports/progress").isProblem(400);
		app.get("auditor", "/api/v1/reports/progress?partnershipId=" + partnershipId).isProblem(404);
	}

	@Test
	@Order(6)
	void everyEarlierEveningCanBeReadBack() {
		assertThat(read("/api/v1/actions?partnershipId=" + partnershipId + "&asOf=2018-09-23").path("total").intValue()).isZero();
		assertThat(read(meeting + "?asOf=2018-09-23").path("status").asString()).isEqualTo("PLANNED");
		JsonNode evening = read("/api/v1/reports/progress?meetingId=" + id(meeting) + "&asOf=2018-09-25");
		assertThat(evening.path("onDay").asString()).isEqualTo("2018-09-25");
		assertThat(count(evening, "actions-open")).isEqualTo(8);
		assertThat(evening.toString()).doesNotContain("Vier casussen");
		assertThat(read("/api/v1/actions?meetingId=" + id(meeting) + "&status=DONE&asOf=2018-12-18T08:59:59Z").path("total").intValue()).isZero();
		assertThat(read("/api/v1/actions?meetingId=" + id(meeting) + "&status=DONE&asOf=2018-12-18T09:00:00Z").path("total").intValue()).isEqualTo(1);
		app.get(SECRETARY, partnership + "?asOf=2018-06-10").isProblem(404);
		app.get(SECRETARY, meeting + "?asOf=2019-07-02").isProblem(400);
	}

	@Test
	@Order(7)
	void thePageShowsItInDutchAndWithNames() {
		Answer page = app.get(SECRETARY, "/voortgang?meetingId=" + id(meeting));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("maandag 24 september 2018", "Directeur D", "uitnodiging: voor de kerstvakantie", "De casussen zijn besproken", "Te laat")
				.doesNotContain(director);
		Answer past = app.get(SECRETARY, "/voortgang?meetingId=" + id(meeting) + "&asOf=2018-09-25");
		assertThat(past.body()).contains("U kijkt terug", "dinsdag 25 september 2018").doesNotContain("De casussen zijn besproken");
		assertThat(app.get(SECRETARY, "/").body()).contains("Onderwijs en gemeenten");
	}

	@Test
	@Order(8)
	void whatIsStoredIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private String organisation(String name, String sector) {
		JsonNode organisations = created(post(partnership + "/organisations", """
				{"name": "%s", "sector": "%s"}""".formatted(name, sector))).json().path("organisations");
		return organisations.get(organisations.size() - 1).path("organisationId").asString();
	}

	private JsonNode action(String title) {
		return StreamSupport.stream(read("/api/v1/actions?meetingId=" + id(meeting)).path("items").spliterator(), false).filter(item -> item.path("title").asString().equals(title))
				.findFirst().orElseThrow();
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String location(Answer answer) {
		return String.valueOf(created(answer).header("Location"));
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return JSON.readTree(answer.body());
	}

	private static List<String> titles(JsonNode list) {
		List<String> titles = new ArrayList<>();
		list.path("items").forEach(item -> titles.add(item.path("title").asString()));
		return titles;
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
