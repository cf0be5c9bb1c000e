package nl.ontwikkelagenda.app.cop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The year 2020-2021 of the community "Onderwijs-zorgarrangementen en poreuze randen": 31 who want in, 25 seats, four sessions. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CommunitiesTest {

	private static final String SECRETARY = "secretaris";
	private static final String[] SECTORS = {"EDUCATION", "MUNICIPALITY", "YOUTH_CARE"};
	private static final String[] PERSPECTIVES = {"PRACTICE", "POLICY", "SCIENCE"};

	private final Running app = Running.application();
	private final List<String> people = new ArrayList<>();
	private final List<String> sessions = new ArrayList<>();
	private String partnership = "";
	private String body = "";
	private String community = "";

	@BeforeAll
	void theProgramme() {
		String path = app.partnership("Mét andere ogen");
		partnership = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Onderwijs-zorgarrangementen en poreuze randen"}""".formatted(partnership)));
		for (int number = 1; number <= 31; number++) {
			people.add(id(made("/api/v1/people", """
					{"name": "Deelnemer %d", "function": "Leraar"}""".formatted(number))));
		}
	}

	@Test
	@Order(1)
	void aCommunityHasRoomForFifteenToTwentyFiveAndMeetsFourTimes() {
		community = made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Onderwijs-zorgarrangementen en poreuze randen", "startsOn": "2020-04-01", "foundedOn": "2020-03-12"}"""
				.formatted(partnership, body));
		JsonNode shown = read(community);
		assertThat(List.of(shown.path("minimum").intValue(), shown.path("maximum").intValue(), shown.path("sessions").intValue(), shown.path("sessionsNeeded").intValue()))
				.containsExactly(15, 25, 4, 3);
		refused(app.post(SECRETARY, "/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Nog een"}""".formatted(partnership, body)), "a-body-has-one-community");
		String table = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Grijs gebied"}""".formatted(partnership)));
		refused(app.post(SECRETARY, "/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Tafel"}""".formatted(partnership, table)), "a-community-stands-on-a-body-of-its-kind");
	}

	@Test
	@Order(2)
	void whoIsNoStakeholderIsToldToRegisterFirst() {
		Answer refused = app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s"}""".formatted(people.getFirst()));
		refused(refused, "only-stakeholders-take-part");
		assertThat(refused.json().path("detail").asString()).contains("meld u eerst aan als aandeelhouder");
		for (int number = 0; number < people.size(); number++) {
			created(app.post(SECRETARY, "/api/v1/stakeholders", """
					{"partnershipId": "%s", "personId": "%s", "sector": "%s", "perspective": "%s", "registeredOn": "2020-03-13"}""".formatted(partnership, people.get(number),
					SECTORS[number % 3], PERSPECTIVES[number % 3])));
		}
		refused(app.post(SECRETARY, "/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, people.getFirst())),
				"a-stakeholder-registers-once");
		created(app.post("deelnemer", "/api/v1/stakeholders", """
				{"partnershipId": "%s", "sector": "PARENTS_AND_YOUTH", "perspective": "PARENT"}""".formatted(partnership)));
		app.post("deelnemer", "/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "EDUCATION", "perspective": "PRACTICE"}""".formatted(partnership, people.get(1))).isProblem(403);
		assertThat(read("/api/v1/stakeholders?partnershipId=" + partnership + "&perspective=SCIENCE").path("total").intValue()).isEqualTo(10);
	}

	@Test
	@Order(3)
	void itDoesNotStartBelowItsMinimum() {
		IntStream.range(0, 14).forEach(number -> assertThat(enrol(number).path("standing").asString()).isEqualTo("SEATED"));
		refused(app.post(SECRETARY, community + "/start", """
				{"startedOn": "2020-04-01"}"""), "a-community-starts-with-its-minimum");
	}

	@Test
	@Order(4)
	void thirtyOneWantInAndTwentyFiveHaveASeat() {
		created(app.post(SECRETARY, community + "/invitations", """
				{"personId": "%s", "invitedOn": "2020-03-20"}""".formatted(people.get(14))));
		IntStream.range(14, 25).forEach(number -> assertThat(enrol(number).path("standing").asString()).isEqualTo("SEATED"));
		JsonNode first = enrol(25);
		assertThat(first.path("standing").asString()).isEqualTo("WAITING");
		assertThat(first.path("place").intValue()).isEqualTo(1);
		IntStream.range(26, 31).forEach(number -> assertThat(enrol(number).path("place").intValue()).isEqualTo(number - 24));
		refused(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s"}""".formatted(people.getFirst())), "a-participant-has-one-seat");
		refused(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s"}""".formatted(people.get(25))), "a-stakeholder-waits-once");
		JsonNode shown = read(community);
		assertThat(shown.path("seated").intValue()).isEqualTo(25);
		assertThat(shown.path("queue")).hasSize(6);
		assertThat(shown.at("/sectors/EDUCATION").intValue() + shown.at("/sectors/MUNICIPALITY").intValue() + shown.at("/sectors/YOUTH_CARE").intValue()).isEqualTo(25);
	}

	@Test
	@Order(5)
	void aFreedSeatGoesToTheFirstInLine() {
		JsonNode left = app.send(SECRETARY, "DELETE", community + "/enrolments/" + people.get(3), null).json();
		assertThat(left.path("standing").asString()).isEqualTo("LEFT");
		JsonNode promoted = read("/api/v1/enrolments?communityId=" + id(community) + "&personId=" + people.get(25)).path("items").get(0);
		assertThat(promoted.path("standing").asString()).isEqualTo("SEATED");
		assertThat(read(community).path("queue").get(0).asString()).isEqualTo(people.get(26));
		app.send("deelnemer", "DELETE", community + "/enrolments/" + people.get(4), null).isProblem(403);
		created(app.post(SECRETARY, community + "/capacity", """
				{"minimum": 15, "maximum": 27}"""));
		assertThat(read(community).path("queue")).hasSize(3);
		refused(app.post(SECRETARY, community + "/capacity", """
				{"minimum": 15, "maximum": 26}"""), "nobody-loses-a-seat-by-less-room");
	}

	@Test
	@Order(6)
	void fourSessionsAreHeldAndAttended() {
		created(app.post(SECRETARY, community + "/start", """
				{"startedOn": "2020-04-01"}"""));
		for (String day : List.of("2020-04-16", "2020-06-11", "2020-10-08", "2021-01-14")) {
			String meeting = made("/api/v1/meetings", """
					{"partnershipId": "%s", "bodyId": "%s", "title": "Bijeenkomst van de community", "happenedOn": "%s"}""".formatted(partnership, body, day));
			sessions.add(id(meeting));
			int present = sessions.size() < 4 ? 20 : 10;
			IntStream.range(4, present).forEach(number -> created(app.post(SECRETARY, meeting + "/attendance", """
					{"personId": "%s"}""".formatted(people.get(number)))));
		}
		JsonNode held = read(community + "/sessions").path("items");
		assertThat(held.valueStream().map(session -> session.path("meetingId").asString())).containsExactlyElementsOf(sessions);
		assertThat(held.valueStream().map(session -> session.path("number").intValue())).containsExactly(1, 2, 3, 4);
	}

	@Test
	@Order(7)
	void insightsAreSharedAndFoundByKindAndByWords() {
		created(app.post(SECRETARY, community + "/insights", """
				{"kind": "EXPERIENCE", "words": "Ouders willen één aanspreekpunt in de klas.", "personId": "%s", "meetingId": "%s", "sharedOn": "2020-06-11"}"""
				.formatted(people.get(4), sessions.get(1))));
		created(app.post("deelnemer", community + "/insights", """
				{"kind": "PRACTICE", "words": "Hulp in de klas werkt beter dan hulp ernaast.", "sharedOn": "2020-10-08"}"""));
		assertThat(read("/api/v1/insights?kind=EXPERIENCE&communityId=" + id(community)).path("total").intValue()).isEqualTo(1);
		assertThat(read("/api/v1/search?kind=insights&search=aanspreekpunten&partnershipId=" + partnership).path("total").intValue()).isEqualTo(1);
		assertThat(app.post(SECRETARY, community + "/insights", """
				{"kind": "POLICY", "words": "Elders gehoord", "meetingId": "%s"}""".formatted(Running.unknownId())).isProblem(400).wrongFields()).containsExactly("meetingId");
	}

	@Test
	@Order(8)
	void whoAttendedEnoughIsCertifiedAfterTheEnd() {
		created(app.post(SECRETARY, community + "/conclusion", """
				{"result": "Vier bijeenkomsten, twee inzichten", "concludedOn": "2021-01-31"}"""));
		created(app.post(SECRETARY, community + "/certificates", """
				{"personId": "%s", "certifiedOn": "2021-02-01"}""".formatted(people.get(4))));
		refused(app.post(SECRETARY, community + "/certificates", """
				{"personId": "%s"}""".formatted(people.get(24))), "a-certificate-is-for-who-attended-enough");
		refused(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s"}""".formatted(people.get(3))), "a-concluded-community-is-closed");
		assertThat(app.send(SECRETARY, "DELETE", community + "/enrolments/" + people.get(5), null).status()).as("leaving works always").isEqualTo(200);
		assertThat(read("/api/v1/enrolments?personId=" + people.get(4)).at("/items/0/attended").intValue()).isEqualTo(4);
	}

	@Test
	@Order(9)
	void aMeetingIsASessionAlsoWhenTheViewsDoNotShowTheCommunityYet() {
		Running own = Running.with();
		try {
			Client administrator = new Client(own, Running.ADMINISTRATOR);
			String path = own.partnership("Waar de pagina's achterlopen");
			own.give(path, DemoAccounts.ADMINISTRATOR, "SECRETARY");
			String stands = administrator.id("/api/v1/bodies", "{\"partnershipId\": \"%s\", \"kind\": \"COMMUNITY\", \"name\": \"Nieuw\"}".formatted(id(path)));
			String meeting = administrator.made("/api/v1/meetings",
					"{\"partnershipId\": \"%s\", \"bodyId\": \"%s\", \"title\": \"Eerste keer\", \"plannedOn\": \"2021-03-29\"}".formatted(id(path), stands));
			ReadModelEngine views = own.context().getBean(ReadModelEngine.class);
			views.stop();
			own.post(Running.ADMINISTRATOR, "/api/v1/communities",
					"{\"partnershipId\": \"%s\", \"bodyId\": \"%s\", \"title\": \"Nieuw\", \"foundedOn\": \"2021-03-01\"}".formatted(id(path), stands));
			own.post(Running.ADMINISTRATOR, meeting + "/holding", "{\"happenedOn\": \"2021-03-29\"}");
			views.start();
			assertThat(views.awaitPosition(own.context().getBean(EventLog.class).safePosition(), Duration.ofSeconds(30))).isTrue();
			JsonNode held = administrator.read("/api/v1/communities?partnershipId=" + id(path)).at("/items/0/held");
			assertThat(held.valueStream().map(session -> session.path("meetingId").asString())).containsExactly(id(meeting));
		} finally {
			own.context().close();
		}
	}

	@Test
	@Order(10)
	void whatIsStoredIsWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private JsonNode enrol(int number) {
		return created(app.post(SECRETARY, community + "/enrolments", """
				{"personId": "%s", "enrolledOn": "2020-03-20"}""".formatted(people.get(number)))).json();
	}

	private static void refused(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private String made(String path, String content) {
		return String.valueOf(created(app.post(SECRETARY, path, content)).header("Location"));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
