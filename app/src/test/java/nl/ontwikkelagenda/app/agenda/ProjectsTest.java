package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

/** The project carousel of 24 September 2018 with what was written on its posters, and the project of 2020 with its roadmap and its follow-up of 2021. */
class ProjectsTest {

	private static final String SECRETARY = "secretaris";

	private final Running app = Running.application();
	private final String partnership = app.partnership("Onderwijs, gemeenten en jeugdhulp");
	private final String partnershipId = id(partnership);

	ProjectsTest() {
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
	}

	@Test
	void theCarouselOf2018() {
		String meeting = meeting("Werksessie", "2018-09-24");
		List<String> posters = Stream.of("Thuiszitters", "M@z!", "Onderzoek naar de zorgadviesteams", "De gezonde school", "Onderwijszorgarrangementen", "Kwetsbare jongeren")
				.map(title -> made("/api/v1/projects", """
						{"partnershipId": "%s", "title": "%s"}""".formatted(partnershipId, title))).toList();
		posters.forEach(poster -> created(post(poster + "/presentations", """
				{"meetingId": "%s", "presentedOn": "2018-09-24"}""".formatted(meeting))));
		JsonNode carousel = read("/api/v1/projects?presentedAt=" + meeting + "&sort=title");
		assertThat(carousel.path("total").intValue()).isEqualTo(6);
		assertThat(carousel.at("/items/0/presentations/0/as").asString()).isEqualTo("POSTER");
		rule(post(posters.getFirst() + "/presentations", """
				{"meetingId": "%s"}""".formatted(meeting)), "a-project-is-presented-once-at-a-meeting");

		created(app.post("deelnemer", posters.getFirst() + "/remarks", """
				{"words": "er gebeurt al veel", "madeOn": "2018-09-24", "meetingId": "%s"}""".formatted(meeting)));
		created(app.post("deelnemer", posters.get(1) + "/remarks", """
				{"words": "ik ken veel projecten niet", "madeOn": "2018-09-24", "meetingId": "%s"}""".formatted(meeting)));
		String question = made(posters.get(4) + "/questions", """
				{"words": "kan er ook inzicht gegeven worden in de financiën?", "askedOn": "2018-09-24", "meetingId": "%s"}""".formatted(meeting));
		assertThat(read("/api/v1/remarks?meetingId=" + meeting + "&sort=recordedAt").path("items").valueStream().map(remark -> remark.path("words").asString()))
				.containsExactly("er gebeurt al veel", "ik ken veel projecten niet");
		assertThat(read(posters.getFirst() + "/remarks").path("total").intValue()).isEqualTo(1);
		assertThat(read(question).has("personId")).as("it stood on a poster, by nobody").isFalse();
		assertThat(read("/api/v1/questions?meetingId=" + meeting + "&answered=false").path("total").intValue()).isEqualTo(1);

		created(post(posters.get(4) + "/questions/" + id(question) + "/answer", """
				{"answer": "De Regio brengt van de regionale thema's de financiën in kaart.", "answeredOn": "2018-10-01"}"""));
		assertThat(read(question).path("answer").asString()).startsWith("De Regio brengt");
		assertThat(read("/api/v1/questions?meetingId=" + meeting + "&answered=false").path("total").intValue()).isZero();
		assertThat(read("/api/v1/questions?partnershipId=" + partnershipId + "&search=financien").path("total").intValue()).isEqualTo(1);
	}

	@Test
	void theProjectOf2020ItsRoadmapAndItsFollowUp() {
		String kickOff = meeting("Startbijeenkomst Ontwikkelagenda Onderwijs Jeugdhulp", "2021-03-29");
		String earlier = made("/api/v1/projects", """
				{"partnershipId": "%s", "title": "Onderwijs-Jeugdhulparrangementen", "leadBy": "%s", "period": {"from": "2020-01-01", "to": "2020-12-31"}}"""
				.formatted(partnershipId, DemoAccounts.PROJECT_LEAD));
		created(post(earlier + "/roadmap", """
				{"steps": [{"what": "Een startbijeenkomst houden"}, {"what": "Ontwikkeltafels geven uitvoering aan de ontwikkelagenda", "when": "komend jaar"}],
				 "drawnOn": "2020-12-15"}"""));
		created(post(earlier + "/presentations", """
				{"meetingId": "%s", "as": "TALK", "presentedOn": "2021-03-29"}""".formatted(kickOff)));
		created(post(earlier + "/completion", """
				{"result": "Een routekaart", "endedOn": "2020-12-31"}"""));
		String next = made("/api/v1/projects",
				"""
				{"partnershipId": "%s", "title": "Verbinding tussen Onderwijs en Jeugdhulp in de Achterhoek", "period": {"from": "2021-01-01", "to": "2021-12-31"}, "follows": "%s"}"""
						.formatted(partnershipId, id(earlier)));

		JsonNode project = read(earlier);
		assertThat(project.at("/roadmap/steps/1/when").asString()).isEqualTo("komend jaar");
		assertThat(project.path("status").asString()).isEqualTo("ENDED");
		assertThat(read("/api/v1/projects?follows=" + id(earlier)).at("/items/0/projectId").asString()).isEqualTo(id(next));
		rule(post(earlier + "/completion", """
				{"result": "Nogmaals"}"""), "a-project-ends-once");
	}

	@Test
	void aProjectThatIsCopiedFromAnotherRegionKeepsItsOrigin() {
		String elsewhere = app.partnership("Een andere regio");
		app.give(elsewhere, DemoAccounts.SECRETARY, "SECRETARY");
		String pilot = made("/api/v1/projects", """
				{"partnershipId": "%s", "title": "Pilot samenwerking speciaal onderwijs en zorg"}""".formatted(id(elsewhere)));
		String copy = made(pilot + "/copies", """
				{"partnershipId": "%s", "title": "Pilot speciaal onderwijs en jeugdhulp", "origin": "Naar het voorbeeld van een andere regio"}""".formatted(partnershipId));
		assertThat(read(copy).path("copiedFrom").asString()).isEqualTo(id(pilot));
		assertThat(read(copy).at("/origin/partnershipId").asString()).isEqualTo(id(elsewhere));
		assertThat(read(pilot + "/copies").path("total").intValue()).isEqualTo(1);
		String told = made("/api/v1/projects", """
				{"partnershipId": "%s", "title": "Leren van elkaar", "origin": "Een voorbeeld uit het land"}""".formatted(partnershipId));
		assertThat(read(told).at("/origin/words").asString()).isEqualTo("Een voorbeeld uit het land");
		app.post("deelnemer", pilot + "/copies", """
				{"partnershipId": "%s", "title": "Stiekem", "origin": "Niet te zien"}""".formatted(partnershipId)).isProblem(404);
	}

	private String meeting(String title, String day) {
		return id(made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "%s", "happenedOn": "%s"}""".formatted(partnershipId, title, day)));
	}

	private static void rule(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private String made(String path, String body) {
		return String.valueOf(created(post(path, body)).header("Location"));
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
