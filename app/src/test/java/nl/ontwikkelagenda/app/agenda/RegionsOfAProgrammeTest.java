package nl.ontwikkelagenda.app.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A programme is seen by the members of all its regions, and no region by the members of the programme. */
@TestInstance(Lifecycle.PER_CLASS)
class RegionsOfAProgrammeTest {

	/** Takes part in the programme. */
	private static final String SECRETARY = "secretaris";
	/** Takes part in the region only. */
	private static final String MEMBER = "deelnemer";

	private final Running app = Running.application();
	private String programme = "";
	private String region = "";
	private String regionId = "";
	private String community = "";

	@BeforeAll
	void aProgrammeAndARegion() {
		programme = String.valueOf(created(app.post(Running.ADMINISTRATOR, "/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Programma met regio's", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""")).header("Location"));
		region = app.partnership("Regio die meedoet");
		regionId = id(region);
		app.give(programme, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(region, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String body = id(created(app.post(SECRETARY, "/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Monitoring"}""".formatted(id(programme)))).header("Location"));
		community = String.valueOf(created(app.post(SECRETARY, "/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Monitoring in regio's"}""".formatted(id(programme), body))).header("Location"));
		created(app.post(SECRETARY, community + "/insights", """
				{"kind": "PRACTICE", "words": "Meten met vragenlijsten werkt pas na een gesprek."}"""));
	}

	@Test
	void itsMembersReadTheProgrammeWhileTheRegionTakesPart() {
		app.get(MEMBER, community).isProblem(404);
		assertThat(found()).isZero();

		created(app.post(SECRETARY, programme + "/regions", """
				{"regionId": "%s", "joinedOn": "2019-01-07"}""".formatted(regionId)));
		assertThat(read(MEMBER, programme + "/regions").at("/items/0/regionId").asString()).isEqualTo(regionId);
		assertThat(read(MEMBER, community).path("title").asString()).isEqualTo("Monitoring in regio's");
		assertThat(read(MEMBER, "/api/v1/insights?partnershipId=" + id(programme)).path("total").intValue()).isEqualTo(1);
		assertThat(found()).isEqualTo(1);
		app.get(MEMBER, programme + "/rights").isProblem(403);
		app.get(SECRETARY, region).isProblem(404);
		app.post(MEMBER, community + "/insights", """
				{"kind": "PRACTICE", "words": "Lezen is nog geen schrijven."}""").isProblem(403);
		created(app.post(SECRETARY, community + "/insights", """
				{"kind": "PRACTICE", "words": "Wie meeleest, leert mee."}"""));

		assertThat(app.send(SECRETARY, "DELETE", programme + "/regions/" + regionId, null).status()).isEqualTo(200);
		app.get(MEMBER, community).isProblem(404);
		assertThat(found()).isZero();
		assertThat(read(SECRETARY, programme + "/regions").at("/items/0").has("leftOn")).as("that it took part stays known").isTrue();
		itsHistoryTellsWhoReadAlongThen();
	}

	private void itsHistoryTellsWhoReadAlongThen() {
		JsonNode insights = read(SECRETARY, "/api/v1/histories/" + id(community) + "?of=insights").path("items");
		assertThat(read(SECRETARY, insights.path(0).path("self").asString()).path("readers")).as("before the region took part").isEmpty();
		JsonNode during = read(SECRETARY, insights.path(1).path("self").asString());
		assertThat(readers(during.path("readers"))).containsExactlyInAnyOrder(DemoAccounts.ADMINISTRATOR.toString(), DemoAccounts.PARTICIPANT.toString());
		assertThat(during.at("/readers/0/regionId").asString()).isEqualTo(regionId);
		assertThat(during.at("/readers/0/region").asString()).isEqualTo("Regio die meedoet");
		assertThat(during.path("holders").toString()).as("a right in the region is none in the programme").doesNotContain(DemoAccounts.PARTICIPANT.toString());
		assertThat(new Client(app, SECRETARY).page("/geschiedenis/" + id(community) + "?stap=" + during.at("/fact/eventId").asString()))
				.contains("leest mee via Regio die meedoet");

		String meeting = String.valueOf(created(app.post(SECRETARY, "/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Opgeschreven toen de regio weg was", "happenedOn": "2019-02-01"}""".formatted(id(programme)))).header("Location"));
		JsonNode held = read(SECRETARY, read(SECRETARY, "/api/v1/histories/" + id(meeting) + "?type=agenda.MeetingHeld").path("items").path(0).path("self").asString());
		assertThat(held.path("readers")).as("on the day of recording").isEmpty();
		assertThat(readers(held.at("/whenItHappened/readers"))).contains(DemoAccounts.PARTICIPANT.toString());
		assertThat(app.get(SECRETARY, "/api/v1/histories/" + id(meeting) + "?format=csv").body()).contains("leest mee via Regio die meedoet");
	}

	private static List<String> readers(JsonNode readers) {
		return readers.valueStream().map(reader -> reader.path("personId").asString()).toList();
	}

	@Test
	void onlyARegionTakesPartOnlyInAProgrammeAndOnce() {
		String other = id(app.partnership("Andere regio"));
		String join = "{\"regionId\": \"" + other + "\"}";
		app.post(MEMBER, programme + "/regions", join).isProblem(404);
		refused(app.post(Running.ADMINISTRATOR, region + "/regions", join), "regions-take-part-in-a-programme");
		for (String wrong : List.of(Running.unknownId(), id(programme))) {
			assertThat(app.post(SECRETARY, programme + "/regions", "{\"regionId\": \"" + wrong + "\"}").isProblem(400).wrongFields()).containsExactly("regionId");
		}
		refused(app.send(SECRETARY, "DELETE", programme + "/regions/" + other, null), "only-a-region-that-takes-part-leaves");
		created(app.post(SECRETARY, programme + "/regions", join));
		refused(app.post(SECRETARY, programme + "/regions", join), "a-region-takes-part-once");
	}

	private int found() {
		return read(MEMBER, "/api/v1/search?kind=insights&search=vragenlijst").path("items").valueStream().filter(hit -> hit.toString().contains("Meten met")).toList().size();
	}

	private JsonNode read(String user, String path) {
		Answer answer = app.get(user, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static void refused(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static String id(@Nullable String path) {
		String known = String.valueOf(path);
		return known.substring(known.lastIndexOf('/') + 1);
	}
}
