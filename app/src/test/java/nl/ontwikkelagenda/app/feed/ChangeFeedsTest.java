package nl.ontwikkelagenda.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A feed reader follows what changes by an address alone, for as long as who made it may see it. */
class ChangeFeedsTest {

	private static final Running APP = Running.application();
	private static final String FEEDS = "/api/v1/change-feeds";
	private static final Client SECRETARY = new Client(APP, "secretaris");
	private static final Client PARTICIPANT = new Client(APP, "deelnemer");

	private String partnership = "";
	private String agenda = "";
	private String theme = "";

	@BeforeEach
	void anAgendaWithATheme() {
		partnership = APP.partnership("Regio die gevolgd wordt");
		APP.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		APP.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		agenda = SECRETARY.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de regio"}""".formatted(Client.id(partnership)));
		theme = SECRETARY.id("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Thuiszitters\"}");
	}

	@Test
	void readsWhatChangedWithoutLoggingIn() {
		Answer made = SECRETARY.created(FEEDS, opening("AGENDA", agenda));
		String address = made.json().path("address").asString();
		assertThat(address).matches("/feeds/[A-Za-z0-9_-]{43}\\.atom");
		Answer read = APP.get("", address);
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.header("Content-Type")).startsWith("application/atom+xml");
		assertThat(read.body()).contains("het thema ‘Thuiszitters’", "rel=\"self\" href=\"" + address + "\"").doesNotContain("rel=\"next\"");
		String tag = String.valueOf(read.header("ETag"));
		assertThat(APP.get("", address, "If-None-Match", tag).status()).isEqualTo(304);
		SECRETARY.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Vervoer\"}");
		assertThat(APP.get("", address, "If-None-Match", tag).body()).contains("Vervoer");
	}

	@Test
	void isOfAnySubjectAndOfWhatIsOnesOwn() {
		for (String[] of : new String[][] {{"PARTNERSHIP", Client.id(partnership)}, {"THEME", theme}}) {
			assertThat(APP.get("", address(SECRETARY, of[0], of[1])).body()).as(of[0]).contains("Thuiszitters");
		}
		SECRETARY.created("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Vervoer regelen", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Bellen", "of": "WORK"}]}"""
				.formatted(Client.id(partnership), DemoAccounts.PARTICIPANT));
		Answer own = APP.post("deelnemer", FEEDS, "{\"kind\": \"PERSON\"}");
		assertThat(APP.get("", own.json().path("address").asString()).body()).contains("Vervoer regelen").doesNotContain("Thuiszitters");
	}

	@Test
	void tellsWhatTheProgressReportOfItsSubjectCounts() {
		String body = body("TABLE");
		String table = SECRETARY.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel Thuiszitters"}""".formatted(Client.id(partnership), body, theme));
		SECRETARY.created("/api/v1/decisions", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "We gaan door"}""".formatted(Client.id(partnership), body));
		String community = SECRETARY.id("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Monitoring"}""".formatted(Client.id(partnership), body("COMMUNITY"), theme));
		SECRETARY.created("/api/v1/communities/" + community + "/insights", "{\"kind\": \"PRACTICE\", \"words\": \"Meten helpt na een gesprek\"}");
		for (String[] of : new String[][] {{"AGENDA", agenda}, {"THEME", theme}, {"TABLE", table}}) {
			assertThat(APP.get("", address(SECRETARY, of[0], of[1])).body()).as(of[0]).contains("We gaan door");
		}
		for (String[] of : new String[][] {{"AGENDA", agenda}, {"THEME", theme}, {"COMMUNITY", community}}) {
			assertThat(APP.get("", address(SECRETARY, of[0], of[1])).body()).as(of[0]).contains("Meten helpt na een gesprek");
		}
		assertThat(APP.get("", address(SECRETARY, "TABLE", table)).body()).doesNotContain("Meten helpt na een gesprek");
		assertThat(APP.get("", address(SECRETARY, "COMMUNITY", community)).body()).doesNotContain("We gaan door");
	}

	@Test
	void itsPagesFollowEachOther() {
		for (int i = 0; i < 25; i++) {
			SECRETARY.created("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Thema " + i + "\"}");
		}
		String page = APP.get("", address(SECRETARY, "AGENDA", agenda)).body();
		assertThat(page).contains("Thema 24").doesNotContain("Thuiszitters");
		String next = page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
		assertThat(APP.get("", next).body()).contains("Thuiszitters").doesNotContain("Thema 24");
		APP.get("", next + "x").isProblem(400);
	}

	@Test
	void stopsWhenItIsRevoked() {
		Answer made = SECRETARY.created(FEEDS, opening("AGENDA", agenda));
		String path = String.valueOf(made.header("Location"));
		String address = made.json().path("address").asString();
		assertThat(SECRETARY.read(path).has("address")).as("shown once").isFalse();
		assertThat(SECRETARY.read(FEEDS).path("items").valueStream().map(feed -> feed.path("changeFeedId").asString())).contains(Client.id(path));
		APP.get("deelnemer", path).isProblem(404);
		APP.send("deelnemer", "DELETE", path, null).isProblem(404);
		assertThat(APP.get("", address).status()).isEqualTo(200);
		SECRETARY.ended(path);
		APP.get("", address).isProblem(404);
		APP.get("", "/feeds/nonsense.atom").isProblem(404);
	}

	@Test
	void showsNothingToWhoLostHisRight() {
		String ofAgenda = address(PARTICIPANT, "AGENDA", agenda);
		assertThat(APP.get("", ofAgenda).status()).isEqualTo(200);
		APP.send(Running.ADMINISTRATOR, "DELETE", partnership + "/rights/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT", null);
		APP.get("", ofAgenda).isProblem(404);
		APP.post("deelnemer", FEEDS, opening("AGENDA", agenda)).isProblem(404);
	}

	@Test
	void stopsWhenTheAccountIsClosed() {
		Accounts accounts = APP.context().getBean(Accounts.class);
		String address = address(PARTICIPANT, "AGENDA", agenda);
		accounts.close("deelnemer");
		try {
			APP.get("", address).isProblem(404);
		} finally {
			accounts.open("deelnemer", DemoAccounts.PARTICIPANT, DemoAccounts.PASSWORD, false);
		}
		assertThat(APP.get("", address).status()).isEqualTo(200);
	}

	@Test
	void theDatabaseKnowsNoAddress() {
		String secret = address(SECRETARY, "AGENDA", agenda).replaceAll("/feeds/|\\.atom", "");
		assertThat(JdbcClient.create(APP.database().owner()).sql("select row_to_json(f)::text from register.change_feed f").query(String.class).list()).isNotEmpty()
				.noneMatch(row -> row.contains(secret));
	}

	@Test
	void nonsenseIsRefused() {
		assertThat(APP.post("secretaris", FEEDS, "{\"kind\": \"AGENDA\"}").isProblem(400).wrongFields()).containsExactly("subjectId");
		assertThat(APP.post("secretaris", FEEDS, opening("PERSON", agenda)).isProblem(400).wrongFields()).containsExactly("subjectId");
		APP.post("secretaris", FEEDS, opening("TABLE", agenda)).isProblem(404);
		APP.post("", FEEDS, opening("AGENDA", agenda)).isProblem(401);
		String key = Running.unknownId();
		JsonNode first = APP.post("secretaris", FEEDS, opening("AGENDA", agenda), "Idempotency-Key", key).json();
		JsonNode again = APP.post("secretaris", FEEDS, opening("AGENDA", agenda), "Idempotency-Key", key).json();
		assertThat(again.path("changeFeedId")).isEqualTo(first.path("changeFeedId"));
		APP.get("", first.path("address").asString()).isProblem(404);
		assertThat(APP.get("", again.path("address").asString()).status()).isEqualTo(200);
		APP.post("secretaris", FEEDS, opening("THEME", theme), "Idempotency-Key", key).isProblem(422);
	}

	private String body(String kind) {
		return SECRETARY.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "%s", "name": "Overleg"}""".formatted(Client.id(partnership), kind));
	}

	private static String address(Client who, String kind, String subject) {
		return who.created(FEEDS, opening(kind, subject)).json().path("address").asString();
	}

	private static String opening(String kind, String subject) {
		return "{\"kind\": \"%s\", \"subjectId\": \"%s\"}".formatted(kind, subject);
	}
}
