package nl.ontwikkelagenda.app.cop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The literature and the tools of 2023, kept with the date on which each was consulted. */
@TestInstance(Lifecycle.PER_CLASS)
class LibraryTest {

	private static final String SECRETARY = "secretaris";
	private static final String ITEMS = "/api/v1/library-items";
	private static final String FACTSHEET = "https://www.oberon.example/factsheet-samenwerking-in-beeld-2019.pdf";

	private final Running app = Running.application();
	private String partnership = "";

	@BeforeAll
	void theProgramme() {
		String path = app.partnership("Programma met een bibliotheek");
		partnership = id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
	}

	@Test
	void literatureIsCataloguedWithTheDayOnWhichItWasConsulted() {
		String factsheet = literature("Samenwerking in beeld 2019. Basisscholen, kinderopvang en kindcentra", 2019, """
				"authors": "Grinten, M., Kieft, M., Kooij, D.", "address": "%s", "consultedOn": "2023-08-23",""".formatted(FACTSHEET));
		JsonNode shown = read(factsheet);
		assertThat(List.of(text(shown, "kind"), text(shown, "status"), text(shown, "authors"), text(shown, "address"), text(shown, "consultedOn"), text(shown, "cataloguedOn")))
				.containsExactly("LITERATURE", "PUBLISHED", "Grinten, M., Kieft, M., Kooij, D.", FACTSHEET, "2023-08-23", "2023-09-01");
		created(app.post("deelnemer", factsheet + "/consultations", """
				{"consultedOn": "2024-01-15", "address": "https://nieuw.example/factsheet.pdf"}"""));
		assertThat(text(read(factsheet), "address")).isEqualTo("https://nieuw.example/factsheet.pdf");
		assertThat(read(factsheet + "/consultations").path("items").valueStream().map(visit -> text(visit, "address")))
				.containsExactly(FACTSHEET, "https://nieuw.example/factsheet.pdf");
		assertThat(found("kind=LITERATURE&year=2019")).contains(id(factsheet));
		assertThat(found("kind=TOOL")).doesNotContain(id(factsheet));
		assertThat(read("/api/v1/search?search=kindcentra&kind=library-items").path("items").get(0).path("id").asString()).isEqualTo(id(factsheet));
		refused(app.post(SECRETARY, factsheet + "/consultations", """
				{"consultedOn": "2018-05-01"}"""), "an-item-is-read-after-it-appeared");
		refused(app.post(SECRETARY, factsheet + "/consultations", """
				{"address": "javascript:alert(1)"}"""), "an-address-is-a-web-address");
	}

	@Test
	void aToolThatIsOnlyAnnouncedIsReadWhenItHasAppeared() {
		String tool = made(ITEMS, """
				{"partnershipId": "%s", "kind": "TOOL", "title": "Samenwerkingsspel", "authors": "Wouw, T. van", "publisher": "Acco",
				"expected": "Publicatie verwacht eind 2023", "cataloguedOn": "2023-09-01"}""".formatted(partnership));
		assertThat(text(read(tool), "status")).isEqualTo("ANNOUNCED");
		assertThat(found("status=ANNOUNCED")).containsExactly(id(tool));
		refused(app.post(SECRETARY, tool + "/consultations", "{}"), "only-what-has-appeared-is-read");
		created(app.post(SECRETARY, tool + "/publication", """
				{"year": 2023, "notedOn": "2023-12-20"}"""));
		JsonNode shown = read(tool);
		assertThat(List.of(text(shown, "status"), text(shown, "year"), text(shown, "publisher"))).containsExactly("PUBLISHED", "2023", "Acco");
		created(app.post(SECRETARY, tool + "/consultations", "{}"));
		refused(app.post(SECRETARY, tool + "/publication", """
				{"year": 2023}"""), "an-item-appears-once");
		refused(app.post(SECRETARY, ITEMS, """
				{"partnershipId": "%s", "kind": "TOOL", "title": "Nog een spel", "year": 2023, "expected": "eind 2023"}""".formatted(partnership)),
				"an-announced-item-has-yet-to-appear");
	}

	@Test
	void aSourceIsUsedForAThemeACommunityOrATable() {
		String agenda = made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda met bronnen"}""".formatted(partnership));
		String theme = id(made(agenda + "/themes", """
				{"title": "Interprofessioneel samenwerken"}"""));
		String body = id(made("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Interprofessioneel samenwerken"}""".formatted(partnership)));
		String community = id(made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Interprofessioneel samenwerken"}""".formatted(partnership, body)));
		String item = literature("Opgroeien doe je samen", 2022, "");
		created(app.post("deelnemer", item + "/uses", """
				{"usedIn": "%s", "remark": "Leidraad", "usedOn": "2023-10-01"}""".formatted(theme)));
		created(app.post(SECRETARY, item + "/uses", """
				{"usedIn": "%s"}""".formatted(community)));
		assertThat(found("usedIn=" + community)).containsExactly(id(item));
		assertThat(read(item + "/uses").path("items").valueStream().map(use -> text(use, "usedIn"))).containsExactly(theme, community);
		refused(app.post(SECRETARY, item + "/uses", """
				{"usedIn": "%s"}""".formatted(theme)), "an-item-is-used-once-in-a-place");
		Answer nowhere = app.post(SECRETARY, item + "/uses", """
				{"usedIn": "%s"}""".formatted(body)).isProblem(400);
		assertThat(nowhere.wrongFields()).containsExactly("usedIn");
	}

	@Test
	void aSourceIsSupersededAndStaysReadable() {
		String old = literature("Landelijke inventarisatie", 2018, "");
		String newer = literature("Landelijke inventarisatie, tweede druk", 2021, "");
		app.post("deelnemer", old + "/supersession", """
				{"supersededBy": "%s"}""".formatted(id(newer))).isProblem(403);
		created(app.post(SECRETARY, old + "/supersession", """
				{"supersededBy": "%s", "reason": "Tweede druk"}""".formatted(id(newer))));
		assertThat(List.of(text(read(old), "status"), text(read(old), "supersededBy"), text(read(old), "supersededBecause")))
				.containsExactly("SUPERSEDED", id(newer), "Tweede druk");
		refused(app.post(SECRETARY, newer + "/supersession", """
				{"supersededBy": "%s"}""".formatted(id(old))), "a-superseded-item-is-left-as-it-is");
		refused(app.post(SECRETARY, newer + "/supersession", """
				{"supersededBy": "%s"}""".formatted(id(newer))), "an-item-is-superseded-by-another");
		assertThat(app.post(SECRETARY, newer + "/supersession", """
				{"supersededBy": "%s"}""".formatted(Running.unknownId())).isProblem(400).wrongFields()).containsExactly("supersededBy");
	}

	@Test
	void badInputIsRefusedWithTheField() {
		long before = app.events();
		assertThat(app.post(SECRETARY, ITEMS, """
				{"partnershipId": "%s", "kind": "LITERATURE", "title": " ", "year": 1066, "cataloguedOn": "2999-01-01"}""".formatted(partnership)).isProblem(400).wrongFields())
				.containsExactlyInAnyOrder("title", "year", "cataloguedOn");
		refused(app.post(SECRETARY, ITEMS, """
				{"partnershipId": "%s", "kind": "EXAMPLE", "title": "Zo doen anderen het"}""".formatted(partnership)), "an-example-comes-from-a-region");
		refused(app.post(SECRETARY, ITEMS, """
				{"partnershipId": "%s", "kind": "LITERATURE", "title": "Te vroeg", "year": 2024, "cataloguedOn": "2023-09-01"}""".formatted(partnership)),
				"what-has-appeared-has-a-past-year");
		app.post("auditor", ITEMS, """
				{"partnershipId": "%s", "kind": "TOOL", "title": "Van wie alleen leest"}""".formatted(partnership)).isProblem(403);
		assertThat(app.events()).isEqualTo(before);
	}

	private String literature(String title, int year, String more) {
		return made(ITEMS, """
				{"partnershipId": "%s", "kind": "LITERATURE", "title": "%s", "year": %d, %s "cataloguedOn": "2023-09-01"}""".formatted(partnership, title, year, more));
	}

	private List<String> found(String filters) {
		return read(ITEMS + "?partnershipId=" + partnership + "&" + filters).path("items").valueStream().map(item -> text(item, "knowledgeItemId")).toList();
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString("");
	}

	private String made(String path, String body) {
		return String.valueOf(created(app.post(SECRETARY, path, body)).header("Location"));
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

	private static void refused(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
