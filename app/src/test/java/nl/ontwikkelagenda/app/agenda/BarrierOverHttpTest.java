package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

/** A legal barrier that came up in a community of 2020: put on an agenda, taken up, and followed to its end. */
class BarrierOverHttpTest {

	private static final String SECRETARY = "secretaris";

	private final Running app = Running.application();

	@Test
	void aBarrierIsFollowedFromTheCommunityToItsEnd() {
		String partnership = app.partnership("Met andere ogen");
		String partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String community = id(made(SECRETARY, "/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Community of Practice Onderwijs-zorgarrangementen en poreuze randen"}""".formatted(partnershipId)));
		String agenda = id(made(SECRETARY, "/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de inspiratieregio's", "openedOn": "2020-03-12"}""".formatted(partnershipId)));
		String report = """
				{"partnershipId": "%s", "rule": "De bekostiging van jeugdhulp in het onderwijs", "hinders": "Hulp in de klas, omdat elke leerling een eigen beschikking nodig heeft",
				 "reportedOn": "2020-04-16"%s}""";
		rule(app.post("deelnemer", "/api/v1/barriers", report.formatted(partnershipId, "")), "a-barrier-was-reported-somewhere");
		String barrier = made("deelnemer", "/api/v1/barriers", report.formatted(partnershipId, ", \"bodyId\": \"" + community + "\""));
		assertThat(read(barrier).path("status").asString()).isEqualTo("REPORTED");

		app.post("deelnemer", barrier + "/agendas", """
				{"agendaId": "%s"}""".formatted(agenda)).isProblem(403);
		created(app.post(SECRETARY, barrier + "/agendas", """
				{"agendaId": "%s", "putOn": "2020-06-01"}""".formatted(agenda)));
		rule(app.post(SECRETARY, barrier + "/agendas", """
				{"agendaId": "%s"}""".formatted(agenda)), "a-barrier-is-once-on-an-agenda");
		assertThat(read("/api/v1/barriers?agendas=" + agenda).at("/items/0/status").asString()).isEqualTo("ON_AGENDA");
		rule(app.post(SECRETARY, barrier + "/uptakes", "{}"), "someone-takes-up-a-barrier");
		created(app.post(SECRETARY, barrier + "/uptakes", """
				{"bodyId": "%s", "personId": "%s", "takenUpOn": "2020-09-01"}""".formatted(community, DemoAccounts.PROJECT_LEAD)));
		created(app.post(SECRETARY, barrier + "/resolution", """
				{"resolution": "WORKED_AROUND", "outcome": "De gemeente geeft één beschikking voor de hele groep.", "resolvedOn": "2021-02-01"}"""));

		JsonNode end = read(barrier);
		assertThat(end.path("status").asString()).isEqualTo("RESOLVED");
		assertThat(end.path("resolution").asString()).isEqualTo("WORKED_AROUND");
		assertThat(end.at("/placements/0/putOn").asString()).isEqualTo("2020-06-01");
		assertThat(end.at("/uptakes/0/personId").asString()).isEqualTo(DemoAccounts.PROJECT_LEAD.toString());
		assertThat(read("/api/v1/barriers?bodyId=" + community + "&search=bekostiging").path("total").intValue()).isEqualTo(1);
		rule(app.post(SECRETARY, barrier + "/resolution", """
				{"resolution": "STANDS", "outcome": "Toch niet"}"""), "a-resolved-barrier-is-closed");
	}

	private static void rule(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private String made(String user, String path, String body) {
		return String.valueOf(created(app.post(user, path, body)).header("Location"));
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
