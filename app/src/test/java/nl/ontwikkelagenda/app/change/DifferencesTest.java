package nl.ontwikkelagenda.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What was added, changed and ended in an agenda between two dates. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class DifferencesTest {

	private static final String SECRETARY = "secretaris";

	private final Running app = Running.with();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnership = "";
	private String agenda = "";
	private String meeting = "";
	private String action = "";

	@BeforeAll
	void anAgendaInTwoYears() {
		clock.standAt(Instant.parse("2018-09-01T08:00:00Z"));
		String path = app.partnership("Gouwestreek");
		partnership = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		agenda = id(made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda"}""".formatted(partnership)));
		meeting = id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Werksessie", "startsAt": "2018-09-24T08:30:00+02:00"}""".formatted(partnership, agenda)));
		clock.standAt(Instant.parse("2018-09-24T12:00:00Z"));
		made("/api/v1/meetings/" + meeting + "/holding", """
				{"happenedOn": "2018-09-24"}""");
		made("/api/v1/meetings/" + meeting + "/outcomes",
				"""
				{"kind": "ACTION", "title": "Visiesessie", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "@[%s] nodigt uit", "deadline": {"phrase": "voor de kerstvakantie"}}]}"""
						.formatted(DemoAccounts.SECRETARY, DemoAccounts.SECRETARY));
		action = read("/api/v1/actions?agendaId=" + agenda).at("/items/0/actionId").asString();
		clock.standAt(Instant.parse("2018-12-10T12:00:00Z"));
		made("/api/v1/actions/" + action + "/completion", """
				{"result": "Gehouden met 20 mensen", "completedOn": "2018-12-10"}""");
		clock.standAt(Instant.parse("2019-01-10T12:00:00Z"));
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
	}

	@Test
	void betweenTwoDatesAnActionIsAddedAndItsMeetingEnds() {
		JsonNode found = differences("agendaId=" + agenda + "&from=2018-09-23&to=2018-09-24");
		assertThat(kinds(found)).contains("outcomes ADDED", "actions ADDED", "meetings CHANGED ended");
		assertThat(found.path("added").intValue()).isEqualTo(2);
		assertThat(found.path("ended").intValue()).isEqualTo(1);
		JsonNode held = item(found, "meetings");
		assertThat(changes(held)).contains("status PLANNED HELD");
		assertThat(read(held.path("before").asString()).path("status").asString()).isEqualTo("PLANNED");
		assertThat(read(held.path("after").asString()).path("status").asString()).isEqualTo("HELD");
	}

	@Test
	void whatIsDoneIsToldWithItsFields() {
		JsonNode found = differences("of=actions&id=" + action + "&from=2018-10-01&to=2018-12-31");
		assertThat(kinds(found)).containsExactly("actions CHANGED ended");
		assertThat(changes(item(found, "actions"))).contains("status OPEN DONE", "ending null Gehouden met 20 mensen");
		assertThat(differences("of=actions&from=2018-12-11&to=2018-12-31").path("total").intValue()).isZero();
		assertThat(differences("of=actions&from=2018-10-01").path("total").intValue()).as("up to now").isEqualTo(1);
		assertThat(app.get("projectleider", "/api/v1/differences?from=2018-01-01").json().path("total").intValue()).as("for a stranger").isZero();
		app.get("projectleider", "/api/v1/differences?from=2018-01-01&agendaId=" + agenda).isProblem(404);
		app.get("projectleider", "/api/v1/differences?from=2018-01-01&of=actions&id=" + action).isProblem(404);
	}

	@Test
	void whatIsPartOfSomethingIsToldWithIt() {
		String body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Overleg"}""".formatted(partnership)));
		made("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "role": "CHAIR"}""".formatted(DemoAccounts.SECRETARY));
		assertThat(kinds(differences("of=bodies&id=" + body + "&from=2018-01-01"))).contains("bodies ADDED", "seats ADDED");
		String indicator = made("/api/v1/indicators", """
				{"partnershipId": "%s", "name": "Thuiszitters", "definition": "Zonder school", "unit": "jongeren", "direction": "DOWN", "source": "DUO", "rhythm": "SCHOOL_YEAR"}"""
				.formatted(partnership));
		made(indicator + "/measurements", "{\"readings\": [{\"period\": \"2016-2017\", \"amount\": 31}]}");
		assertThat(kinds(differences("of=indicators&id=" + id(indicator) + "&from=2018-01-01"))).containsExactlyInAnyOrder("indicators ADDED", "measurements ADDED");
	}

	@Test
	void aPageAtATime() {
		JsonNode all = differences("agendaId=" + agenda + "&from=2018-01-01");
		Answer second = app.get(SECRETARY, "/api/v1/differences?agendaId=" + agenda + "&from=2018-01-01&page=2&pageSize=2");
		assertThat(second.json().path("items").get(0)).isEqualTo(all.path("items").get(2));
		assertThat(second.header("Link")).contains("page=1", "rel=\"first\"");
	}

	@Test
	void whatIsAskedWrongIsToldSo() {
		app.get(SECRETARY, "/api/v1/differences").isProblem(400);
		assertThat(wrong("from=2018-09-24&to=2018-09-23")).containsExactly("to");
		assertThat(wrong("from=2999-01-01")).containsExactly("from");
		assertThat(wrong("from=gisteren")).containsExactly("from");
		assertThat(wrong("from=2018-01-01&of=rights")).containsExactly("of");
		assertThat(wrong("from=2018-01-01&id=" + action)).containsExactly("id");
		assertThat(wrong("from=2018-01-01&asOf=2018-02-01")).containsExactly("asOf");
		assertThat(wrong("from=2018-01-01&meetingId=" + meeting + "&agendaId=" + agenda)).containsExactly("partnershipId");
	}

	@Test
	void thePageOfProgressSaysInDutchWhatChanged() {
		String page = app.get(SECRETARY, "/voortgang?agendaId=" + agenda + "&since=2018-10-01", "Accept", "text/html").body();
		assertThat(page).contains("Sinds maandag 1 oktober 2018: 0 nieuw, 1 veranderd, 1 afgerond, 0 verwijderd.", "de actie ‘Visiesessie’", "Afgerond",
				"stand: was loopt, nu klaar",
				"afronding: nu ‘Gehouden met 20 mensen’");
		String then = app.get(SECRETARY, "/voortgang?agendaId=" + agenda + "&asOf=2018-09-24&since=2018-09-23", "Accept", "text/html").body();
		assertThat(then).contains("de bijeenkomst ‘Werksessie’", "stand: was gepland, nu gehouden", "name=\"asOf\" value=\"2018-09-24\"").doesNotContain("20 mensen");
		assertThat(app.get(SECRETARY, "/voortgang?agendaId=" + agenda, "Accept", "text/html").body()).contains("Vergelijk met").doesNotContain("Sinds");
		assertThat(app.get(SECRETARY, "/voortgang?agendaId=" + agenda + "&since=2019-01-10", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get(SECRETARY, "/deelname?since=2018-10-01", "Accept", "text/html").body()).contains("de actie ‘Visiesessie’");
	}

	/** As if another instance recorded it, whose clock is a minute ahead. */
	@Test
	void whatWasRecordedByAClockThatIsAheadCountsNow() {
		Instant now = clock.instant();
		clock.standAt(now.plusSeconds(60));
		String region = app.partnership("Regio van straks");
		app.give(region, DemoAccounts.SECRETARY, "SECRETARY");
		String indicator = id(made("/api/v1/indicators",
				"""
				{"partnershipId": "%s", "name": "Verzuim", "definition": "Gemeld", "unit": "leerlingen", "direction": "DOWN", "source": "DUO", "rhythm": "SCHOOL_YEAR"}"""
						.formatted(id(region))));
		clock.standAt(now);

		assertThat(kinds(differences("of=indicators&id=" + indicator + "&from=2018-01-01"))).containsExactly("indicators ADDED");
		JsonNode shown = ReportJson.figure(read("/api/v1/reports/progress?partnershipId=" + id(region)), "indicators");
		assertThat(shown.path("count").intValue()).isEqualTo(1);
		assertThat(read("/api/v1/" + shown.path("facts").asString()).path("total").intValue()).as("the facts behind it, as of a moment that is not refused").isEqualTo(1);
	}

	private JsonNode differences(String question) {
		return read("/api/v1/differences?" + question);
	}

	private List<String> wrong(String question) {
		return app.get(SECRETARY, "/api/v1/differences?" + question).isProblem(400).wrongFields();
	}

	private static List<String> kinds(JsonNode found) {
		return found.path("items").valueStream()
				.map(item -> item.path("collection").asString() + " " + item.path("kind").asString() + (item.path("ended").booleanValue() ? " ended" : "")).toList();
	}

	private static JsonNode item(JsonNode found, String collection) {
		return found.path("items").valueStream().filter(item -> item.path("collection").asString().equals(collection)).findFirst().orElseThrow();
	}

	private static List<String> changes(JsonNode item) {
		return item.path("changes").valueStream()
				.map(change -> change.path("field").asString() + " " + change.path("before").asString("null") + " " + change.path("after").asString("null"))
				.toList();
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private String made(String path, String body) {
		Answer answer = app.post(SECRETARY, path, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return String.valueOf(answer.header("Location"));
	}

	private static String id(String location) {
		return location.substring(location.lastIndexOf('/') + 1);
	}
}
