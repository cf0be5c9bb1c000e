package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

class DeadlineReadingTest {

	private static final Running APP = Running.application();

	@Test
	void thePhraseIsReadForItsDayAndRegion() {
		JsonNode north = read("voor de zomervakantie", "saidOn=2018-09-24&region=NOORD");
		assertThat(north.path("phrase").asString()).isEqualTo("voor de zomervakantie");
		assertThat(north.path("saidOn").asString()).isEqualTo("2018-09-24");
		assertThat(north.path("kind").asString()).isEqualTo("BEFORE");
		assertThat(north.path("latest").asString()).isEqualTo("2019-07-12");
		assertThat(north.path("certainty").asString()).isEqualTo("DERIVED");
		assertThat(north.path("explanation").asString()).startsWith("Uiterlijk op vrijdag 12 juli 2019.");
		assertThat(read("voor de zomervakantie", "saidOn=2018-09-24&region=ZUID").path("latest").asString()).isEqualTo("2019-07-05");
	}

	@Test
	void whatIsNotUnderstoodHasNoDateAndAReason() {
		JsonNode unknown = read("dinsdag 24 september", "saidOn=2018-09-24");
		assertThat(unknown.path("certainty").asString()).isEqualTo("UNKNOWN");
		assertThat(unknown.has("latest")).isFalse();
		assertThat(unknown.path("explanation").asString()).contains("geen dinsdag");
	}

	@Test
	void theNextMeetingOfTheSameBodyIsLookedUp() {
		String partnership = APP.partnership("Termijnen");
		String partnershipId = id(partnership);
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		String body = id(String.valueOf(APP.post("secretaris", "/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Ontwikkeltafel Grijs gebied", "access": "TRANSPARENT"}""".formatted(partnershipId)).header("Location")));
		String september = meeting(partnershipId, body, "2021-09-15");
		meeting(partnershipId, body, "2021-11-24");
		String october = meeting(partnershipId, body, "2021-10-27");
		assertThat(read("voor de volgende bijeenkomst", "saidOn=2021-09-15&meetingId=" + september).path("latest").asString()).isEqualTo("2021-10-26");
		assertThat(read("bij de volgende bijeenkomst", "saidOn=2021-09-20&meetingId=" + october).path("latest").asString()).isEqualTo("2021-10-27");
		assertThat(read("voor de zomervakantie", "saidOn=2018-09-24&meetingId=" + september).path("latest").asString()).as("in the region of its partnership").isNotEmpty();
		APP.get("auditor", "/api/v1/deadlines/reading?phrase=morgen&meetingId=" + september).isProblem(404);
	}

	@Test
	void whatIsWrongInTheQuestionIsNamed() {
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading?phrase=morgen&region=OOST").isProblem(400).wrongFields()).containsExactly("region");
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading?phrase=morgen&saidOn=24-09-2018").isProblem(400).wrongFields()).containsExactly("saidOn");
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading?phrase=morgen&saidOn=2018-02-30").isProblem(400).wrongFields()).containsExactly("saidOn");
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading?phrase=morgen&meetingId=x").isProblem(400).wrongFields()).containsExactly("meetingId");
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading").isProblem(400).wrongFields()).containsExactly("phrase");
		assertThat(APP.get("deelnemer", "/api/v1/deadlines/reading?phrase=" + "x".repeat(201)).isProblem(400).wrongFields()).containsExactly("phrase");
		APP.get("", "/api/v1/deadlines/reading?phrase=morgen").isProblem(401);
	}

	private static JsonNode read(String phrase, String rest) {
		Answer answer = APP.get("secretaris", "/api/v1/deadlines/reading?phrase=" + URLEncoder.encode(phrase, StandardCharsets.UTF_8) + "&" + rest);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String meeting(String partnershipId, String body, String plannedOn) {
		return id(String.valueOf(APP.post("secretaris", "/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Ontwikkeltafel", "plannedOn": "%s"}""".formatted(partnershipId, body, plannedOn)).header("Location")));
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
