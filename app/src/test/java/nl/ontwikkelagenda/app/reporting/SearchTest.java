package nl.ontwikkelagenda.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.search.Search;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A reader of the work session of 2018 who remembers a word. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchTest {

	private final Running app = Running.application();
	private String partnership = "";

	@BeforeAll
	void theWorkSession() {
		String path = app.partnership("Werksessie");
		partnership = path.substring(path.lastIndexOf('/') + 1);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		String agenda = location("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda onderwijs – gemeenten"}""".formatted(partnership));
		location(agenda + "/themes", """
				{"title": "Thuiszitters", "description": "Jongeren die niet naar school gaan omdat jeugdhulp ontbreekt"}""");
		String meeting = location("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie over de reünie", "happenedOn": "2018-09-24"}""".formatted(partnership));
		location(meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Leerlingenvervoer", "text": "Er komt een regionaal overleg over leerlingenvervoer met beleid en uitvoering.",
				 "promises": [{"owner": {"kind": "TEAM", "name": "Unita"}, "what": "Uitnodigen"}]}""");
	}

	private String location(String path, String body) {
		Answer answer = app.post("secretaris", path, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return String.valueOf(answer.header("Location"));
	}

	private JsonNode found(String words, String more) {
		Answer answer = app.get("secretaris", "/api/v1/search?partnershipId=" + partnership + "&search=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + more);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private List<String> kinds(String words) {
		return StreamSupport.stream(found(words, "").path("items").spliterator(), false).map(hit -> hit.path("kind").asString()).distinct().sorted().toList();
	}

	@Test
	void otherFormsPartsAndDiacriticsAreFound() {
		assertThat(kinds("thuiszitter")).containsExactly("themes");
		assertThat(kinds("vervoer")).contains("actions");
		assertThat(kinds("REUNIE")).containsExactly("meetings");
		assertThat(kinds("de gemeente")).containsExactly("agendas");
		assertThat(kinds("bestaatniet")).isEmpty();
	}

	@Test
	void aHitSaysWhatItIsAndWhereAndWhy() {
		JsonNode hit = found("jeugdhulp ontbreekt", "").path("items").get(0);
		assertThat(hit.path("title").asString()).isEqualTo("Thuiszitters");
		assertThat(hit.path("excerpt").asString()).contains("omdat jeugdhulp ontbreekt");
		assertThat(app.get("secretaris", "/api/v1/" + hit.path("resource").asString()).json().path("title").asString()).isEqualTo("Thuiszitters");
	}

	@Test
	void hitsCanBeOfOneKindAndComeInPages() {
		assertThat(found("samenwerkingsagenda", "&kind=themes").path("total").intValue()).isZero();
		assertThat(found("e", "&pageSize=1&page=2").path("items")).hasSize(1);
		app.get("secretaris", "/api/v1/search").isProblem(400);
		app.get("secretaris", "/api/v1/search?search=a&kind=people").isProblem(400);
		app.get("secretaris", "/api/v1/search?search=a&page=0&pageSize=101").isProblem(400);
	}

	@Test
	void whoTakesNoPartFindsNothingAndNothingIsFoundBeforeItWasRecorded() {
		assertThat(app.get("auditor", "/api/v1/search?search=leerlingenvervoer&partnershipId=" + partnership).json().path("total").intValue()).isZero();
		assertThat(found("leerlingenvervoer", "&asOf=2018-09-25").path("total").intValue()).isZero();
		app.get("", "/api/v1/search?search=leerlingenvervoer").isProblem(401);
	}

	@Test
	void everyViewWithWordsCanBeSearched() {
		assertThat(ReadModels.ALL).filteredOn(view -> !Search.covers(view)).as("whose words are names, ids, notes about persons or found with what holds them")
				.containsExactlyInAnyOrder(
						ReadModels.PARTNERSHIPS, ReadModels.RIGHTS, ReadModels.HOLDERS, ReadModels.DEPARTURES, ReadModels.PROGRAMMES, ReadModels.SEATS, ReadModels.INVITATIONS,
						ReadModels.BALLOTS, ReadModels.DECISION_REGISTERS, ReadModels.STATEMENTS, ReadModels.STAKEHOLDERS, ReadModels.ENROLMENTS, ReadModels.PARTICIPANTS,
						ReadModels.PROMISE_PLACES, ReadModels.SCHOOL_HOLIDAYS, ReadModels.PROGRESS_REPORTS, ReadModels.REDACTIONS);
	}
}
