package nl.ontwikkelagenda.app.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The decision register: looked up, taken along as a file, and kept, as people with a browser without JavaScript do. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DecisionRegisterPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String body = "";
	private String filter = "";
	private String decision = "";

	@BeforeAll
	void aBodyWithMembers() {
		String path = app.partnership("Regio van de besluiten");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "BOARD");
		body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "BOARD", "name": "Bestuurlijk overleg"}""".formatted(partnership));
		filter = "/besluiten?partnershipId=" + partnership;
	}

	@Test
	@Order(1)
	void aDecisionIsRecordedOutsideAMeeting() {
		assertThat(participant.page(filter)).contains("Er zijn geen besluiten gevonden.").doesNotContain("Leg een besluit vast");
		decision = done(
				secretary.submit("/besluiten", "/besluiten", Map.of("bodyId", body, "title", "Geld voor <voorlichting>", "text", "Samen geven we voorlichting.", "decidedOn",
						"2021-12-08", "reviewOn", "2022-12-01")));
		assertThat(participant.page(decision)).contains("2021-1 Geld voor &lt;voorlichting&gt;", "Samen geven we voorlichting.", "woensdag 8 december 2021", "Geldt",
				"Niet vastgelegd hoe het tot stand kwam", "Genomen buiten een bijeenkomst.", "Opnieuw te bezien op donderdag 1 december 2022.",
				"href=\"/keten/" + Client.id(decision) + "\"");
		assertThat(secretary.submit("/besluiten", "/besluiten", Map.of("bodyId", "", "title", "")).body()).contains("href=\"#besluit-bodyId\"", "href=\"#besluit-title\"");
	}

	@Test
	@Order(2)
	void howItCameAboutIsStatedAndConfirmed() {
		Answer wrong = secretary.submit(decision, decision + "/totstandkoming", Map.of("method", "VOTE", "inFavour", "veel", "dissent", "Te snel"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Geef een heel getal van 1 of meer.", "Geef aan hoeveel aanwezigen er anders over dachten.", ">Te snel</textarea>");
		done(secretary.submit(decision, decision + "/totstandkoming", Map.of("method", "VOTE", "inFavour", "7", "against", "2", "dissenting", "2", "dissent", "Het gaat te snel",
				"withoutMandateBecause", "Moet nog bekrachtigd", "amount", "25000")));
		assertThat(participant.page(decision))
				.contains("Na een stemming", ": 7 voor, 2 tegen, 0 onthouding", "2 aanwezigen: Het gaat te snel", "Geen. Moet nog bekrachtigd", "€ 25.000",
						"Geen mandaat")
				.doesNotContain("Bekrachtig het besluit");
		Client board = new Client(app, "auditor");
		done(board.submit(decision, decision + "/bekrachtiging", Map.of("words", "Door het bestuur, in de vergadering")));
		assertThat(participant.page(decision)).contains("Bekrachtigd op ", "Auditor (demo)", "Door het bestuur, in de vergadering").doesNotContain("Geen mandaat");
	}

	@Test
	@Order(3)
	void whatItRestsOnAndWhatCameOfItIsOnThePage() {
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Vergadering van september", "happenedOn": "2022-09-15"}""".formatted(partnership, body));
		secretary.created("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "DECISION", "title": "We werken samen aan @[%s]"}""".formatted(DemoAccounts.PARTICIPANT));
		String page = participant.page(filter + "&year=2022");
		assertThat(page).contains("We werken samen aan Deelnemer (demo)").doesNotContain("voorlichting");
		String born = "/besluiten/" + page.replaceFirst("(?s).*href=\"/besluiten/([0-9a-f-]{36})\".*", "$1");
		assertThat(participant.page(born)).contains("href=\"/bijeenkomsten/" + meeting + "\"", "Vergadering van september", "Waar het op rust", "Wat ervan kwam");
	}

	@Test
	@Order(4)
	void itIsReviewedReplacedAndRevoked() {
		done(secretary.submit(decision, decision + "/herziening", Map.of("finding", "Het werkt", "reviewOn", "2999-01-01")));
		assertThat(participant.page(decision)).contains("Het werkt", "Opnieuw te bezien op dinsdag 1 januari 2999.");
		String next = done(secretary.submit(decision, decision + "/vervanging", Map.of("title", "Meer voorlichting", "decidedOn", "2023-02-01")));
		assertThat(participant.page(next)).contains("2023-1 Meer voorlichting", "Dit besluit vervangt", "href=\"" + decision + "\"");
		assertThat(participant.page(decision)).contains("Vervangen", "Dit besluit is vervangen door", "href=\"" + next + "\"").doesNotContain("Trek het besluit in");
		done(secretary.submit(next, next + "/intrekking", Map.of("reason", "Geen geld meer")));
		assertThat(participant.page(next)).contains("Dit besluit is ingetrokken: Geen geld meer");
		assertThat(secretary.submit(decision, decision + "/herziening", Map.of("finding", "Nog eens")).status()).isEqualTo(409);
	}

	@Test
	@Order(5)
	void theRegisterIsFilteredSearchedAndPaged() {
		assertThat(participant.page(filter)).contains("3 besluiten", "Meer voorlichting", "Bestuurlijk overleg", "Kies hierboven een overlegorgaan");
		assertThat(participant.page(filter + "&status=IN_FORCE&bodyId=&year=&q=&asOf=")).contains("1 besluit<").doesNotContain("Meer voorlichting");
		assertThat(participant.page(filter + "&q=voorlichting+geven&bodyId=" + body)).contains("1 besluit<", "Geld voor", "href=\"/besluiten/besluitenlijst.pdf?bodyId=" + body
				+ "&amp;year=2023\"");
		for (int i = 0; i < 24; i++) {
			secretary.created("/api/v1/decisions", """
					{"partnershipId": "%s", "bodyId": "%s", "title": "Besluit & meer", "decidedOn": "2020-01-01"}""".formatted(partnership, body));
		}
		assertThat(participant.page(filter + "&bodyId=" + body)).contains("27 besluiten", "rel=\"next\"", "&amp;page=2\"").doesNotContain("rel=\"prev\"");
		assertThat(participant.page(filter + "&bodyId=" + body + "&page=2")).contains("Bladzijde 2", "rel=\"prev\"").doesNotContain("rel=\"next\"");
		assertThat(participant.page(filter + "&q=besluit+%26+meer")).contains("q=besluit%20%26%20meer", "24 besluiten");
		assertThat(participant.page(filter + "&asOf=2018-06-01")).contains("U kijkt terug", "Er zijn geen besluiten gevonden.");
		for (String wrong : new String[] {"&page=0", "&status=HUH", "&bodyId=x", "&year=jaar", "&asOf=2999-01-01", "&q=" + "x".repeat(201)}) {
			assertThat(app.get("deelnemer", filter + wrong, "Accept", "text/html").status()).as(wrong).isEqualTo(400);
		}
	}

	@Test
	@Order(6)
	void theRegisterIsTakenAlongAsAFile() {
		Answer csv = app.get("deelnemer", "/besluiten/bestand?partnershipId=" + partnership + "&year=2021&format=csv");
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		assertThat(csv.body()).contains("Nummer", "Waarom ingetrokken", "2021-1", "Geld voor <voorlichting>", "Bestuurlijk overleg", "Na een stemming", "Vervangen")
				.doesNotContain("2020-1");
		assertThat(app.get("deelnemer", "/api/v1/decisions?format=csv&partnershipId=" + partnership + "&year=2022").body()).contains("We werken samen aan Deelnemer (demo)");
		assertThat(app.get("deelnemer", "/besluiten/bestand?partnershipId=" + partnership + "&format=xlsx").header("Content-Disposition")).contains("besluitenlijst.xlsx");
		assertThat(app.get("deelnemer", "/besluiten/besluitenlijst.pdf?bodyId=" + body + "&year=2021").header("Content-Type")).isEqualTo("application/pdf");
		assertThat(app.get("deelnemer", "/besluiten/bestand?format=exe", "Accept", "text/html").status()).isEqualTo(400);
	}

	@Test
	@Order(7)
	void whoMayNotDoOrSeeItIsRefused() {
		assertThat(participant.submit("/meldingen", decision + "/intrekking", Map.of("reason", "Mag niet")).status()).isEqualTo(403);
		assertThat(participant.submit("/meldingen", "/besluiten", Map.of("bodyId", body, "title", "Mag niet")).status()).isEqualTo(403);
		for (String page : new String[] {decision, filter, "/besluiten?bodyId=" + body, "/besluiten/bestand?format=csv&partnershipId=" + partnership,
				"/besluiten/besluitenlijst.pdf?bodyId=" + body}) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
			assertThat(app.get("", page, "Accept", "text/html").status()).as(page).isIn(302, 401);
		}
		assertThat(new Client(app, "projectleider").page("/besluiten?q=voorlichting")).doesNotContain("Regio van de besluiten", "Geld voor", "Bestuurlijk overleg");
		assertThat(new Client(app, "projectleider").submit("/meldingen", "/besluiten", Map.of("bodyId", body, "title", "Mag niet")).status()).isEqualTo(404);
		assertThat(app.get("deelnemer", decision + "?asOf=2018-01-01", "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(8)
	void whatTurnedOutToBeADecisionIsTakenUpWithWhoWereThereAndWhoDidNotAgree() {
		String organisation = Running.unknownId();
		secretary.created("/api/v1/partnerships/" + partnership + "/organisations", """
				{"organisationId": "%s", "name": "Gemeente Aalten", "sector": "MUNICIPALITY"}""".formatted(organisation));
		String mandate = new Client(app, "beheerder").id("/api/v1/partnerships/" + partnership + "/mandates", """
				{"personId": "%s", "subject": "Uitgaven", "maxAmount": 1000, "from": "2020-01-01"}""".formatted(DemoAccounts.PARTICIPANT));
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Heidag", "happenedOn": "2024-03-01"}""".formatted(partnership));
		String other = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Borrel", "happenedOn": "2024-04-01"}""".formatted(partnership));
		String outcome = Client.id(secretary.created("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "DECISION", "title": "We stoppen met papier"}""").header("Location"));
		assertThat(secretary.page(filter)).contains("value=\"" + outcome + "\"", "vrijdag 1 maart 2024: We stoppen met papier", "value=\"" + other + "\"");
		Map<String, String> form = Map.of("bodyId", body, "title", "Geen papier meer", "decidedOn", "2024-03-01", "outcomeId", outcome);
		Map<String, String> elsewhere = new HashMap<>(form);
		elsewhere.put("meetingId", other);
		assertThat(secretary.submit("/besluiten", "/besluiten", elsewhere).body()).contains("href=\"#besluit-outcomeId\"", "Deze uitkomst is van een andere bijeenkomst");
		String taken = done(secretary.submit("/besluiten", "/besluiten", form));
		assertThat(taken).isEqualTo("/besluiten/" + outcome);
		assertThat(participant.page(taken)).contains("Genomen in de bijeenkomst", "Heidag");
		assertThat(secretary.page(filter)).doesNotContain("We stoppen met papier");

		List<Map.Entry<String, String>> stated = new ArrayList<>(List.of(Map.entry("method", "CONSENT"), Map.entry("present", DemoAccounts.PARTICIPANT.toString()),
				Map.entry("present", DemoAccounts.SECRETARY.toString()), Map.entry("mandateId", mandate), Map.entry("person-0", DemoAccounts.SECRETARY.toString()),
				Map.entry("said-0", "Dat gaat te snel")));
		List<Map.Entry<String, String>> more = Stream.concat(stated.stream(), Stream.of(Map.entry("more", "ja"))).toList();
		assertThat(secretary.submit(taken, taken + "/totstandkoming", more).body()).contains("name=\"person-1\"", ">Dat gaat te snel</textarea>");
		List<Map.Entry<String, String>> nobody = Stream.concat(stated.stream(), Stream.of(Map.entry("said-1", "Wie zei dit?"))).toList();
		Answer wrong = secretary.submit(taken, taken + "/totstandkoming", nobody);
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("href=\"#totstandkoming-person-1\"", "Kies wie dit zei");
		stated.addAll(List.of(Map.entry("organisation-1", organisation), Map.entry("said-1", ""), Map.entry("dissenting", "1")));
		done(secretary.submit(taken, taken + "/totstandkoming", stated));
		assertThat(participant.page(taken)).contains("Deelnemer (demo); Secretaris (demo)", "Secretaris (demo): Dat gaat te snel", "Gemeente Aalten", "1 aanwezige",
				"Deelnemer (demo): Uitgaven, tot € 1.000");
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
