package nl.ontwikkelagenda.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.w3c.dom.Element;

/** Who follows an agenda is told what changes in it. */
@TestInstance(Lifecycle.PER_CLASS)
class ChangesTest {

	private static final Running APP = Running.application();
	private static final String SECRETARY = "secretaris";
	private String agenda = "";

	@BeforeAll
	void anAgendaWithThemes() {
		String partnership = APP.partnership("Regio met nieuws");
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		agenda = id(made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda & meer"}""".formatted(id(partnership))));
		for (String theme : List.of("Thuiszitters", "Lerarentekort", "Vervoer")) {
			made("/api/v1/agendas/" + agenda + "/themes", """
					{"title": "%s"}""".formatted(theme));
		}
		made("/api/v1/agendas/" + agenda + "/ambition", """
				{"ambition": "Onderwijs voor elk kind"}""");
	}

	@Test
	void theLatestComesFirstInOneSentence() {
		JsonNode items = read("/api/v1/changes?agendaId=" + agenda).path("items");
		assertThat(items.valueStream().map(item -> item.path("sentence").asString())).startsWith(
				"Secretaris (demo) heeft de agenda ‘Agenda & meer’ gewijzigd: rode draad, eerdere woorden van de rode draad.",
				"Secretaris (demo) heeft het thema ‘Vervoer’ vastgelegd.").endsWith("Secretaris (demo) heeft de agenda ‘Agenda & meer’ vastgelegd.");
		assertThat(items.get(0).path("who").asString()).isEqualTo("Secretaris (demo)");
		assertThat(read(items.get(1).path("link").asString()).path("title").asString()).isEqualTo("Vervoer");
		APP.get("projectleider", "/api/v1/changes?agendaId=" + agenda).isProblem(404);
	}

	@Test
	void pagesFollowEachOtherWithNothingMissedOrDoubled() {
		List<JsonNode> all = read("/api/v1/changes?limit=100&agendaId=" + agenda).path("items").valueStream().toList();
		List<JsonNode> paged = new ArrayList<>();
		for (String page = "/api/v1/changes?limit=2&agendaId=" + agenda; !page.isEmpty();) {
			JsonNode read = read(page);
			read.path("items").forEach(paged::add);
			assertThat(read.path("items").size()).isBetween(1, 4);
			page = read.path("next").asString("");
		}
		assertThat(paged).isEqualTo(all);
		assertThat(APP.get(SECRETARY, "/api/v1/changes?limit=0").isProblem(400).wrongFields()).containsExactly("limit");
		assertThat(APP.get(SECRETARY, "/api/v1/changes?before=x").isProblem(400).wrongFields()).containsExactly("before");
	}

	@Test
	void theSameAsAtom() throws Exception {
		String address = "/api/v1/atom-feeds?agendaId=" + agenda;
		Answer answer = APP.get(SECRETARY, address);
		assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
		assertThat(answer.header("Last-Modified")).isNotNull();
		Element feed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
				.getDocumentElement();
		assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(read("/api/v1/changes?agendaId=" + agenda).path("items").size());
		assertThat(answer.body()).contains("tag:ontwikkelagenda.example,2018:changes/AGENDA/" + agenda, "Agenda &amp; meer");
		assertThat(APP.get(SECRETARY, address, "If-None-Match", String.valueOf(answer.header("ETag"))).status()).isEqualTo(304);
		assertThat(APP.get("", address).status()).isEqualTo(401);
	}

	@Test
	void whoseDotsTheyAreIsToldToNobody() {
		String partnership = APP.partnership("Regio met stippen");
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String about = id(made("/api/v1/agendas", "{\"partnershipId\": \"%s\", \"title\": \"Agenda met stippen\"}".formatted(id(partnership))));
		String theme = id(made("/api/v1/agendas/" + about + "/themes", "{\"title\": \"Stippen\"}"));
		made("/api/v1/agendas/" + about + "/themes", "{\"title\": \"Andere stippen\"}");
		String round = made("/api/v1/priority-rounds", "{\"partnershipId\": \"%s\", \"agendaId\": \"%s\", \"title\": \"Wat eerst\"}".formatted(id(partnership), about));
		Answer placed = APP.post("deelnemer", round + "/dots", "{\"themeId\": \"%s\", \"dots\": 1}".formatted(theme));
		assertThat(placed.status()).as(placed.body()).isEqualTo(201);
		for (String subject : List.of("agendaId=" + about, "themeId=" + theme, "partnershipId=" + id(partnership))) {
			assertThat(APP.get(SECRETARY, "/api/v1/changes?limit=100&" + subject).body()).as(subject).doesNotContain("Deelnemer (demo)");
			assertThat(APP.get(SECRETARY, "/api/v1/atom-feeds?" + subject).body()).as(subject).doesNotContain("Deelnemer (demo)");
		}
		assertThat(APP.get(SECRETARY, "/api/v1/changes?limit=100&partnershipId=" + id(partnership)).body()).contains("Een deelnemer heeft");
	}

	@Test
	void withoutASubjectItIsOnesOwn() {
		assertThat(APP.get("auditor", "/api/v1/changes").json().path("items").valueStream().map(item -> item.path("sentence").asString()))
				.noneMatch(told -> told.contains("Vervoer"));
	}

	private static JsonNode read(String path) {
		Answer answer = APP.get(SECRETARY, path);
		assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String made(String path, String body) {
		Answer answer = APP.post(SECRETARY, path, body);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return String.valueOf(answer.header("Location"));
	}

	private static String id(String location) {
		return location.substring(location.lastIndexOf('/') + 1);
	}
}
