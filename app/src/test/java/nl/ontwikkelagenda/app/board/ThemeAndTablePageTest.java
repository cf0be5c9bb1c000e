package nl.ontwikkelagenda.app.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

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

/** A theme and the table that works on it, as people with a browser without JavaScript read and keep them. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ThemeAndTablePageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String agenda = "";
	private String organisation = "";
	private String theme = "";
	private String body = "";
	private String meeting = "";
	private String table = "";

	@BeforeAll
	void aThemeWithATable() {
		String path = app.partnership("Regio van thema en tafel");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		organisation = Running.unknownId();
		secretary.created(path + "/organisations", """
				{"organisationId": "%s", "name": "Gemeente Voorbeeld", "sector": "MUNICIPALITY"}""".formatted(organisation));
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de regio"}""".formatted(partnership));
		theme = "/themas/" + secretary.id("/api/v1/agendas/" + agenda + "/themes", """
				{"title": "Bankzitters", "description": "Van @[%s]"}""".formatted(DemoAccounts.SECRETARY));
		body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Overleg Bankzitters"}""".formatted(partnership));
		table = "/tafels/" + secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel Bankzitters"}""".formatted(partnership, body, Client.id(theme)));
		meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Eerste tafel", "happenedOn": "2021-09-15"}""".formatted(partnership, body));
	}

	@Test
	@Order(1)
	void whatIsKnownOfAThemeIsOnItsPage() {
		secretary.created("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Uitje plannen", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een dag prikken", "of": "WORK",
				"deadline": {"phrase": "voor de kerstvakantie"}}]}""".formatted(DemoAccounts.PARTICIPANT));
		String decision = secretary.id("/api/v1/decisions", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "We gaan door"}""".formatted(partnership, body));
		String page = participant.page(theme);
		assertThat(page).contains("Bankzitters", "Van Secretaris (demo)", "href=\"/agendas/" + agenda + "\"", "href=\"" + table + "\"", "href=\"/bijeenkomsten/" + meeting + "\"",
				"Uitje plannen", "Een dag prikken", "voor de kerstvakantie", "Deelnemer (demo)", "href=\"/besluiten/" + decision + "\"",
				"href=\"/keten/" + Client.id(theme) + "\"", "href=\"/voortgang?themeId=" + Client.id(theme) + "\"", "href=\"/acties/");
	}

	@Test
	@Order(2)
	void everybodyAnswersQuestionsAndContributesIdeas() {
		done(participant.submit(theme, theme + "/antwoorden", Map.of("question", "WHAT_IS_NEEDED", "answer", "Eén plan", "group", "Groep 2")));
		assertThat(participant.page(theme)).contains("Eén plan", "Groep 2, ");
		done(participant.submit(theme, theme + "/ideeen", Map.of("words", "Een buddy", "own", "true", "organisationId", organisation)));
		done(participant.submit(theme, theme + "/ideeen", Map.of("words", "Een maatje", "happenedOn", "2021-03-29")));
		assertThat(participant.page(theme)).contains("Deelnemer (demo), Gemeente Voorbeeld, ", "Een maatje", "maandag 29 maart 2021").doesNotContain("Voeg ideeën samen",
				"Het thema bijhouden");
		assertThat(participant.submit(theme, theme + "/antwoorden", Map.of("question", "HUH", "answer", "Eén plan")).body()).contains("href=\"#antwoord-question\"",
				"Kies een van de mogelijkheden.");
	}

	@Test
	@Order(3)
	void theSecretaryMergesAndSplitsIdeas() {
		String first = idea("Een buddy");
		String second = idea("Een maatje");
		Answer one = secretary.submit(theme, theme + "/ideeen/samenvoegen", Map.of("ideaIds", first, "words", "Samen"));
		assertThat(one.status()).isEqualTo(409);
		assertThat(one.body()).contains("role=\"alert\"", "ten minste twee verschillende ideeën", ">Samen</textarea>");
		secretary.created("/api/v1/themes/" + Client.id(theme) + "/idea-mergers", """
				{"ideaIds": ["%s", "%s"], "words": "Een buddy of maatje"}""".formatted(first, second));
		assertThat(participant.page(theme)).contains("Een buddy of maatje", "Samengevoegd", "waarin het verder gaat");
		done(secretary.submit(theme, theme + "/ideeen/splitsen", Map.of("ideaId", idea("Een buddy of maatje"), "parts", "Een buddy op school\r\n\r\nEen maatje thuis")));
		assertThat(participant.page(theme)).contains("Een buddy op school", "Een maatje thuis", "Gesplitst");
	}

	@Test
	@Order(4)
	void moneyIsMadeKnownAndCorrected() {
		done(secretary.submit(theme, theme + "/geld", Map.of("organisationId", organisation, "schoolYear", "2021-2022", "amount", "12500,50")));
		assertThat(participant.page(theme)).contains("€ 12.500,50", "2021-2022").doesNotContain("Meld geld");
		done(secretary.submit(theme, theme + "/geld/correctie",
				Map.of("organisationId", organisation, "schoolYear", "2021-2022", "amount", "13000", "reason", "Verkeerd gelezen")));
		assertThat(participant.page(theme)).contains("€ 13.000,00", "(was € 12.500,50: Verkeerd gelezen)");
		Answer wrong = secretary.submit(theme, theme + "/geld", Map.of("side", "Het onderwijs", "schoolYear", "2021", "amount", "veel"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Schrijf een schooljaar als 2018-2019.", "Geef een bedrag in euro", "value=\"veel\"");
	}

	@Test
	@Order(5)
	void theTableIsKeptOnItsPage() {
		secretary.created("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "organisationId": "%s", "role": "CHAIR", "from": "2021-09-01"}""".formatted(DemoAccounts.SECRETARY, organisation));
		new Client(app, Running.ADMINISTRATOR).created("/api/v1/partnerships/" + partnership + "/mandates", """
				{"personId": "%s", "organisationId": "%s", "subject": "Besluiten over de tafel", "maxAmount": 25000, "from": "2021-01-01"}"""
				.formatted(DemoAccounts.SECRETARY, organisation));
		String goal = done(secretary.submit(table, table + "/doelen", Map.of("words", "Elkaar kennen", "meetingId", meeting))).replaceFirst(".*#doel-", "");
		done(secretary.submit(table, table + "/doelen/" + goal + "/woorden", Map.of("words", "Elkaar goed kennen", "meetingId", "")));
		String outcome = secretary.page(table).replaceFirst("(?s).*<option value=\"([0-9a-f-]{36})\">[^<]+: Uitje plannen<.*", "$1");
		String proposal = done(secretary.submit(table, table + "/voorstellen", Map.of("words", "Samen voorlichten", "goals", goal, "by", "De gemeenten"))).replaceFirst(
				".*#voorstel-",
				"");
		done(secretary.submit(table, table + "/voorstellen/" + proposal + "/woorden", Map.of("words", "Samen voorlichting geven", "goals", goal, "by", "De gemeenten")));
		done(secretary.submit(table, table + "/doelen/" + goal + "/antwoord", Map.of("answer", "We kennen elkaar", "outcomeId", outcome)));
		assertThat(participant.page(table)).contains("Tafel Bankzitters", "href=\"" + theme + "\"", "Secretaris (demo), Gemeente Voorbeeld", "Voorzitter",
				"Besluiten over de tafel, tot € 25.000",
				"Elkaar goed kennen", "Eerdere woorden", "Samen voorlichting geven", "Voor het doel: Elkaar goed kennen", "De gemeenten", "We kennen elkaar",
				"Op grond van de uitkomst <a href=\"/bijeenkomsten/" + meeting + "#uitkomst-" + outcome + "\">Uitje plannen</a>", "Eerste tafel",
				"Uitje plannen", "We gaan door", "href=\"" + table + "/actielijst.pdf\"").doesNotContain("Formuleer een doel", "Sluit de tafel af");
		assertThat(app.get("deelnemer", table + "/actielijst.pdf").header("Content-Type")).isEqualTo("application/pdf");
		done(secretary.submit(table, table + "/voorstellen/" + proposal + "/intrekking", Map.of("reason", "Het gebeurt al")));
		done(secretary.submit(table, table + "/afsluiting", Map.of("result", "Een werkwijze")));
		assertThat(secretary.page(table)).contains("Het gebeurt al", "Een werkwijze").doesNotContain("Doe een voorstel");
	}

	@Test
	@Order(6)
	void aThemeIsDescribedSplitAndClosed() {
		done(secretary.submit(theme, theme + "/omschrijving", Map.of("description", "Jongeren die op de bank zitten")));
		assertThat(secretary.submit(theme, theme + "/delen", Map.of("parts", "Alleen dit")).status()).isEqualTo(409);
		done(secretary.submit(theme, theme + "/delen", Map.of("parts", "Jongeren tot 18 | Zij gaan naar school\nJongeren vanaf 18")));
		assertThat(participant.page(theme)).contains("Jongeren die op de bank zitten", "Gesplitst", "Jongeren tot 18", "Gaat verder in").doesNotContain("Draag een idee aan");
		String part = participant.page("/agendas/" + agenda).replaceFirst("(?s).*href=\"(/themas/[^\"]+)\">Jongeren tot 18.*", "$1");
		assertThat(participant.page(part)).contains("Ontstaan uit", "Zij gaan naar school", "href=\"" + theme + "\"");
		done(secretary.submit(part, part + "/afsluiting", Map.of("reason", "Klaar")));
		assertThat(participant.page(part)).contains("Dit thema is afgesloten: Klaar");
	}

	@Test
	@Order(7)
	void whoMayNotDoOrSeeItIsRefused() {
		Client stranger = new Client(app, "projectleider");
		assertThat(participant.submit("/meldingen", theme + "/geld", Map.of("side", "Wij", "schoolYear", "2021-2022")).status()).isEqualTo(403);
		assertThat(participant.submit("/meldingen", table + "/afsluiting", Map.of()).status()).isEqualTo(403);
		for (String page : new String[] {theme, table, table + "/actielijst.pdf"}) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
			assertThat(app.get("", page, "Accept", "text/html").status()).as(page).isIn(302, 401);
		}
		assertThat(stranger.submit("/meldingen", theme + "/ideeen", Map.of("words", "Mag niet")).status()).isEqualTo(404);
		assertThat(app.get("deelnemer", "/themas/" + Client.id(table), "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("deelnemer", theme + "?asOf=2018-01-01", "Accept", "text/html").status()).isEqualTo(404);
	}

	private String idea(String words) {
		String page = secretary.page(theme);
		return page.substring(0, page.indexOf(">" + words + "</p>")).replaceFirst("(?s).*id=\"idee-([0-9a-f-]{36})\".*", "$1");
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
