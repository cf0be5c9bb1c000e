package nl.ontwikkelagenda.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** What becomes of actions of a work session in September 2018 in the months after it. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActionsThroughTheYearTest {

	private static final String SECRETARY = "secretaris";
	private static final String PARTICIPANT = "deelnemer";
	private static final String ACTIONS = "/api/v1/actions";
	private static final int CROWD = 40;
	private static final int PLACES = 5;

	private final Running app = Running.with("ontwikkelagenda.command.patience=30s", "ontwikkelagenda.limits.burst=100000");
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private String partnership = "";
	private String partnershipId = "";
	private String region = "";
	private String body = "";
	private String table = "";
	private String meeting = "";
	private String transport = "";
	private String invitation = "";
	private String talk = "";
	private String shortage = "";
	private String call = "";

	@BeforeAll
	void theWorkSession() {
		on("2018-09-24");
		partnership = app.partnership("Regio in beweging");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		region = created(app.post(Running.ADMINISTRATOR, partnership + "/organisations", """
				{"name": "De Regio", "sector": "MUNICIPALITY"}""")).json().path("organisations").get(0).path("organisationId").asString();
		body = location(post("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Tafel vervoer", "access": "TRANSPARENT"}""".formatted(partnershipId)));
		String agenda = location(post("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda"}""".formatted(partnershipId)));
		String theme = location(post(agenda + "/themes", """
				{"title": "Leerlingenvervoer"}"""));
		table = location(post("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel vervoer"}""".formatted(partnershipId, id(body), id(theme))));
		meeting = location(post("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Werksessie", "happenedOn": "2018-09-24"}""".formatted(partnershipId, id(body))));
		transport = ACTIONS + "/" + id(location(post(meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Leerlingenvervoer", "promises": [
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een regionaal overleg", "deadline": {"phrase": "voor de kerstvakantie"}},
				 {"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "Beleid en uitvoering uitnodigen"}]}""".formatted(DemoAccounts.PARTICIPANT, region))));
		shortage = location(post(ACTIONS, """
				{"partnershipId": "%s", "title": "Lerarentekort", "promises": [
				 {"owner": {"kind": "TEAM", "name": "Consultatieteam"}, "what": "Inventariseren", "deadline": {"phrase": "uiterlijk 1 maart"}}]}""".formatted(partnershipId)));
		JsonNode promises = read(transport).path("promises");
		invitation = promises.get(0).path("promiseId").asString();
		talk = promises.get(1).path("promiseId").asString();
	}

	@AfterAll
	void close() {
		app.context().close();
	}

	private void on(String day) {
		clock.standAt(Instant.parse(day + "T08:00:00Z"));
	}

	@Test
	@Order(1)
	void theOwnerAcceptsAndTakesTheLead() {
		problem(post(transport + "/promises/" + invitation + "/acceptance", "{}"), "a-promise-is-accepted-by-its-owner");
		app.post(PARTICIPANT, transport + "/promises/" + talk + "/acceptance", "{}").isProblem(403);
		JsonNode accepted = created(app.post(PARTICIPANT, transport + "/promises/" + invitation + "/acceptance", """
				{"personId": "%s"}""".formatted(DemoAccounts.PARTICIPANT))).json();
		assertThat(accepted.at("/promises/0/acceptance/by").asString()).isEqualTo("person:" + DemoAccounts.PARTICIPANT);
		assertThat(created(post(transport + "/lead", """
				{"promiseId": "%s"}""".formatted(invitation))).json().path("lead").asString()).isEqualTo(invitation);
		app.post(PARTICIPANT, transport + "/lead", """
				{"promiseId": "%s"}""".formatted(talk)).isProblem(403);
	}

	@Test
	@Order(2)
	void everyoneFindsHisOwnList() {
		assertThat(titles(PARTICIPANT, "mine=true")).containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "mine=true")).isEmpty();
		assertThat(titles(SECRETARY, "notedByMe=true&sort=title")).as("of an outcome, who recorded the outcome").containsExactly("Leerlingenvervoer", "Lerarentekort");
		assertThat(titles(PARTICIPANT, "notedByMe=true")).isEmpty();
		assertThat(titles(SECRETARY, "waitingForOthers=true&sort=title")).containsExactly("Leerlingenvervoer", "Lerarentekort");
		assertThat(titles(PARTICIPANT, "waitingForOthers=true")).as("leads it, and waits for the region").containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "organisationId=" + region)).containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "mine=true&organisationId=" + region)).isEmpty();
		assertThat(titles(SECRETARY, "tableId=" + id(table))).containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "withoutDeadline=true")).containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "overdue=true")).isEmpty();
		app.get(SECRETARY, ACTIONS + "?mine=misschien").isProblem(400);
		app.get(SECRETARY, ACTIONS + "?tableId=" + Running.unknownId()).isProblem(404);
	}

	@Test
	@Order(3)
	void aPromiseIsMovedWithAReasonAndDriftsInTheEnd() {
		on("2018-12-10");
		problem(replan(talk, "in februari", "Geen zaal"), "only-an-agreed-deadline-is-replanned");
		assertThat(post(transport + "/planning", """
				{"promiseId": "%s", "deadline": {"phrase": "in februari"}}""".formatted(invitation)).isProblem(400).wrongFields()).containsExactly("reason");
		created(post(transport + "/promises/" + talk + "/deadline", """
				{"deadline": {"phrase": "bij de volgende bijeenkomst"}}"""));
		assertThat(titles(SECRETARY, "overdue=true&asOf=2018-12-10")).isEmpty();
		on("2018-12-22");
		assertThat(titles(SECRETARY, "overdue=true")).containsExactly("Leerlingenvervoer");
		JsonNode moved = created(replan(invitation, "in februari", "Geen zaal")).json();
		assertThat(moved.at("/promises/0/deadline/latest").asString()).isEqualTo("2019-02-28");
		assertThat(moved.path("drifting").booleanValue()).isFalse();
		assertThat(titles(SECRETARY, "overdue=true")).isEmpty();
		on("2019-02-20");
		JsonNode drifting = created(replan(invitation, "uiterlijk 1 april", "Griep")).json();
		assertThat(drifting.at("/promises/0/moves").intValue()).isEqualTo(2);
		assertThat(drifting.at("/promises/0/earlierDeadlines/0/deadline/phrase").asString()).isEqualTo("voor de kerstvakantie");
		assertThat(drifting.at("/promises/0/earlierDeadlines/1/reason").asString()).isEqualTo("Griep");
		assertThat(titles(SECRETARY, "drifting=true")).containsExactly("Leerlingenvervoer");
		assertThat(titles(SECRETARY, "drifting=true&asOf=2019-02-19")).isEmpty();
		on("2019-03-02");
		assertThat(titles(SECRETARY, "overdue=true")).containsExactly("Lerarentekort");
		assertThat(titles(SECRETARY, "overdue=true&asOf=2018-12-22")).as("known at the end of that day").isEmpty();
	}

	@Test
	@Order(4)
	void anActionIsStuckAndWaitsForAnother() {
		created(app.post(PARTICIPANT, transport + "/blocks", """
				{"reason": "De begroting is niet vastgesteld", "by": "De gemeenteraad"}"""));
		assertThat(titles(SECRETARY, "blocked=true")).containsExactly("Leerlingenvervoer");
		problem(post(transport + "/blocks", """
				{"reason": "Nog iets"}"""), "an-action-is-blocked-once");
		assertThat(created(post(transport + "/release", "{}")).json().path("blocked").booleanValue()).isFalse();

		created(post(transport + "/dependencies", """
				{"dependsOn": "%s"}""".formatted(id(shortage))));
		problem(post(shortage + "/dependencies", """
				{"dependsOn": "%s"}""".formatted(id(transport))), "actions-do-not-wait-in-a-circle");
		problem(post(shortage + "/dependencies", """
				{"dependsOn": "%s"}""".formatted(id(shortage))), "actions-do-not-wait-in-a-circle");
		assertThat(post(shortage + "/dependencies", """
				{"dependsOn": "%s"}""".formatted(Running.unknownId())).isProblem(400).wrongFields()).containsExactly("dependsOn");
		assertThat(titles(SECRETARY, "dependsOn=" + id(shortage))).containsExactly("Leerlingenvervoer");
		assertThat(read(transport + "/dependencies").at("/items/0/waiting").booleanValue()).isTrue();
		created(post(shortage + "/completion", """
				{"result": "De inventarisatie is klaar"}"""));
		assertThat(read(transport + "/dependencies").at("/items/0/waiting").booleanValue()).isFalse();
		assertThat(read(transport + "/dependencies?asOf=2019-03-01").path("total").intValue()).isZero();
		assertThat(app.send(SECRETARY, "DELETE", transport + "/dependencies/" + id(shortage), null).status()).isEqualTo(200);
		problem(app.send(SECRETARY, "DELETE", transport + "/dependencies/" + id(shortage), null), "only-a-noted-dependency-ends");
	}

	@Test
	@Order(5)
	void reopeningKeepsHowItEnded() {
		JsonNode reopened = created(post(shortage + "/reopening", """
				{"reason": "Twee scholen ontbraken"}""")).json();
		assertThat(reopened.path("status").asString()).isEqualTo("OPEN");
		assertThat(reopened.at("/earlierEndings/0/ending").asString()).isEqualTo("De inventarisatie is klaar");
		assertThat(reopened.at("/earlierEndings/0/reopened").asString()).isEqualTo("Twee scholen ontbraken");
	}

	@Test
	@Order(6)
	void aPromisedMeetingIsPlannedAndCancelled() {
		String planned = location(post("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Overleg vervoer", "plannedOn": "2019-04-10"}""".formatted(partnershipId, id(body))));
		created(post(transport + "/promises/" + invitation + "/meeting", """
				{"meetingId": "%s"}""".formatted(id(planned))));
		assertThat(read(planned + "/actions").at("/items/0/title").asString()).isEqualTo("Leerlingenvervoer");
		assertThat(read(meeting + "/actions").path("total").intValue()).as("agreed there").isEqualTo(1);
		created(post(planned + "/cancellation", """
				{"reason": "Te weinig aanmeldingen"}"""));
		JsonNode seen = read(transport);
		assertThat(seen.path("meetingCancelled").booleanValue()).isTrue();
		assertThat(seen.at("/promises/0/meeting/cancelled").booleanValue()).isTrue();
		assertThat(titles(SECRETARY, "meetingCancelled=true")).containsExactly("Leerlingenvervoer");
		problem(post(transport + "/promises/" + invitation + "/meeting", """
				{"meetingId": "%s"}""".formatted(id(planned))), "a-promised-meeting-takes-place");
		String other = location(post("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Overleg vervoer", "plannedOn": "2019-05-15"}""".formatted(partnershipId, id(body))));
		created(post(transport + "/promises/" + invitation + "/meeting", """
				{"meetingId": "%s"}""".formatted(id(other))));
		assertThat(read(transport).path("meetingCancelled").booleanValue()).isFalse();
		created(post(transport + "/promises/" + invitation + "/completion", """
				{"result": "Het overleg is gepland op 15 mei."}"""));
		assertThat(titles(PARTICIPANT, "mine=true&status=OPEN")).containsExactly("Leerlingenvervoer");
	}

	@Test
	@Order(7)
	void aCallTakesPeopleUntilItsLastDay() {
		call = location(post(transport + "/calls", """
				{"text": "Wil jij hier graag bij zijn?", "limit": 2, "lastDay": "2019-03-20"}"""));
		problem(post(transport + "/calls", """
				{"text": "Nog een oproep"}"""), "one-call-is-open-at-a-time");
		created(app.post(PARTICIPANT, transport + "/participants", """
				{"organisationId": "%s"}""".formatted(region)));
		app.post(PARTICIPANT, transport + "/participants", """
				{"personId": "%s"}""".formatted(DemoAccounts.SECRETARY)).isProblem(403);
		created(post(transport + "/participants", "{}"));
		assertThat(read(call).path("full").booleanValue()).isTrue();
		problem(post(transport + "/participants", """
				{"personId": "%s"}""".formatted(DemoAccounts.PROJECT_LEAD)), "a-full-call-takes-no-more");
		assertThat(app.send(PARTICIPANT, "DELETE", transport + "/participants/" + DemoAccounts.PARTICIPANT, null).status()).isEqualTo(200);
		assertThat(read(call).path("full").booleanValue()).isFalse();
		assertThat(read(transport + "/participants").path("total").intValue()).isEqualTo(1);
		on("2019-03-21");
		problem(app.post(PARTICIPANT, transport + "/participants", """
				{"signedUpOn": "2019-03-20"}"""), "sign-up-ends-on-the-last-day");
		created(post(transport + "/participants", """
				{"personId": "%s", "signedUpOn": "2019-03-20"}""".formatted(DemoAccounts.PARTICIPANT)));
		assertThat(created(post(call + "/closing", "{}")).json().path("status").asString()).isEqualTo("CLOSED");
		problem(post(transport + "/participants", "{}"), "only-an-open-call");
		assertThat(read(call + "/participants").path("total").intValue()).isEqualTo(2);
	}

	@Test
	@Order(8)
	void ofFortyAtOnceFiveFindAPlace() throws Exception {
		String full = location(post(transport + "/calls", """
				{"text": "Vijf plaatsen in de denktank", "limit": %d}""".formatted(PLACES)));
		List<String> people = IntStream.range(0, CROWD).mapToObj(i -> created(post("/api/v1/people", """
				{"name": "Deelnemer %d", "function": "Docent"}""".formatted(i))).json().path("personId").asString()).toList();
		List<Integer> statuses = new ArrayList<>();
		try (var crowd = Executors.newFixedThreadPool(CROWD)) {
			List<Callable<Integer>> all = people.stream().<Callable<Integer>>map(person -> () -> post(transport + "/participants", """
					{"personId": "%s"}""".formatted(person)).status()).toList();
			for (Future<Integer> answer : crowd.invokeAll(all)) {
				statuses.add(answer.get());
			}
		}
		assertThat(statuses).filteredOn(status -> status == 201).hasSize(PLACES);
		assertThat(statuses).filteredOn(status -> status == 409).hasSize(CROWD - PLACES);
		assertThat(read(full).path("numberOfParticipants").intValue()).isEqualTo(PLACES);
		assertThat(read(full + "/participants").path("total").intValue()).isEqualTo(PLACES);
	}

	@Test
	@Order(9)
	void importedHolidaysGiveOpenWordsTheirMeaning() {
		on("2028-02-01");
		String later = location(post(ACTIONS, """
				{"partnershipId": "%s", "title": "Evaluatie", "promises": [
				 {"owner": {"kind": "TEAM", "name": "Evaluatieteam"}, "what": "Evalueren", "deadline": {"phrase": "voor de kerstvakantie"}}]}""".formatted(partnershipId)));
		assertThat(read(later).at("/promises/0/deadline/certainty").asString()).isEqualTo("UNKNOWN");
		on("2028-02-10");
		String file = "schooljaar,vakantie,regio,van,tot_en_met\\n2028-2029,kerst,alle,2028-12-23,2029-01-07\\n";
		app.post(SECRETARY, "/api/v1/school-holidays", importing(file)).isProblem(403);
		Answer faulty = app.post(Running.ADMINISTRATOR, "/api/v1/school-holidays", importing(file + "2028-2029,pinkster,alle,2028-12-23,2029-01-07\\n2028-2029,mei,oost,x,y\\n"));
		assertThat(faulty.isProblem(400).json().path("errors")).hasSize(2);
		assertThat(faulty.json().at("/errors/0/message").asString()).startsWith("Regel 3: ");
		String calendar = location(app.post(Running.ADMINISTRATOR, "/api/v1/school-holidays", importing(file)));
		problem(app.post(Running.ADMINISTRATOR, "/api/v1/school-holidays", importing(file)), "an-import-brings-something-new");
		assertThat(read(calendar).path("holidays")).hasSize(3);
		assertThat(read("/api/v1/school-holidays?partnershipId=" + partnershipId).path("total").intValue()).isEqualTo(1);

		JsonNode reread = read(later).at("/promises/0/deadline");
		assertThat(reread.path("certainty").asString()).isEqualTo("DERIVED");
		assertThat(reread.path("latest").asString()).isEqualTo("2028-12-22");
		assertThat(read(later + "?asOf=2028-02-09").at("/promises/0/deadline/certainty").asString()).isEqualTo("UNKNOWN");
		assertThat(reading("").path("latest").asString()).isEqualTo("2028-12-22");
		assertThat(reading("&asOf=2028-02-09").path("certainty").asString()).isEqualTo("UNKNOWN");
		assertThat(app.get("auditor", "/api/v1/deadlines/reading?phrase=voor+de+kerstvakantie&saidOn=2028-02-01").json().path("certainty").asString())
				.as("takes no part in this partnership").isEqualTo("UNKNOWN");
	}

	@Test
	@Order(10)
	void everyViewIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private JsonNode reading(String more) {
		return read("/api/v1/deadlines/reading?phrase=voor+de+kerstvakantie&saidOn=2028-02-01" + more);
	}

	private String importing(String file) {
		return """
				{"partnershipId": "%s", "csv": "%s"}""".formatted(partnershipId, file);
	}

	private Answer replan(String promise, String phrase, String reason) {
		return post(transport + "/planning", """
				{"promiseId": "%s", "deadline": {"phrase": "%s"}, "reason": "%s"}""".formatted(promise, phrase, reason));
	}

	private List<String> titles(String user, String query) {
		Answer answer = app.get(user, ACTIONS + "?partnershipId=" + partnershipId + "&" + query);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return StreamSupport.stream(answer.json().path("items").spliterator(), false).map(action -> action.path("title").asString()).toList();
	}

	private Answer post(String path, String json) {
		return app.post(SECRETARY, path, json);
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String location(Answer answer) {
		return String.valueOf(created(answer).header("Location"));
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private static void problem(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}
}
