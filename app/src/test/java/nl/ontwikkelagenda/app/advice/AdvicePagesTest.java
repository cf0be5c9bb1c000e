package nl.ontwikkelagenda.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
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

/** The advice note that the table of 15 September 2021 makes for the AO Jeugd, as its secretary writes it in a browser without JavaScript. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AdvicePagesTest {

	private static final String KNOW_EACH_OTHER = "We moeten elkaar beter leren kennen en dezelfde taal spreken. Waar zijn we mee bezig en wat hoort bij wie?";
	private static final String INFORM = "Voorlichting organiseren op het niveau van de samenwerkingsverbanden";
	private static final String FINDING_PLACE = "Onderzoeken hoe de school meer als vind- en werkplaats gezien kan worden";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String partnership = "";
	private String officials = "";
	private String table = "";
	private final String goal = Running.unknownId();
	private final String inform = Running.unknownId();
	private final String findingPlace = Running.unknownId();
	private final String culture = Running.unknownId();
	private String note = "";

	@BeforeAll
	void theTableHasSpoken() {
		String path = app.partnership("Onderwijs en Jeugdhulp, adviezen");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		String agenda = secretary.made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Ontwikkelagenda Onderwijs Jeugdhulp", "openedOn": "2021-03-29"}""".formatted(partnership));
		String theme = secretary.id(agenda + "/themes", """
				{"title": "Grijs gebied tussen onderwijs en jeugdhulp", "raisedOn": "2021-03-29"}""");
		String body = body("TABLE", "Ontwikkeltafel Grijs gebied");
		officials = body("OFFICIAL", "AO Jeugd");
		table = secretary.made("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel Grijs gebied", "openedOn": "2021-04-23"}""".formatted(partnership, body,
				Client.id(theme)));
		secretary.created(table + "/goals", """
				{"id": "%s", "words": "%s", "formulatedOn": "2021-06-16"}""".formatted(goal, KNOW_EACH_OTHER));
		propose(inform, INFORM);
		propose(findingPlace, FINDING_PLACE);
		String meeting = secretary.made("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Ontwikkeltafel na de zomer", "happenedOn": "2021-09-15"}""".formatted(partnership, body));
		secretary.created(meeting + "/outcomes", """
				{"id": "%s", "kind": "INFORMATION", "title": "Cultuur van samenwerken",
				 "text": "Er is met name behoefte aan een verandering in de cultuur van samenwerken."}""".formatted(culture));
		secretary.created(meeting + "/outcomes", """
				{"kind": "DECISION", "title": "De tafel komt nog één keer bijeen"}""");
	}

	@Test
	@Order(1)
	void theSecretaryBeginsTheAdviceFromThePageOfTheTable() {
		String page = secretary.page("/tafels/" + Client.id(table));
		assertThat(page).contains("De tafel heeft nog geen advies gegeven.", "href=\"/adviezen?tableId=" + Client.id(table) + "#beginnen\"");
		String list = "/adviezen?tableId=" + Client.id(table);
		assertThat(secretary.page(list)).contains("AO Jeugd", "<option value=\"" + Client.id(table) + "\" selected");
		Answer wrong = secretary.submit(list, "/adviezen", Map.of("tableId", Client.id(table), "bodyId", "", "title", "Adviesnotitie"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("href=\"#advies-bodyId\"", "Maak een keuze.", "value=\"Adviesnotitie\"");
		note = done(
				secretary.submit(list, "/adviezen", Map.of("tableId", Client.id(table), "bodyId", officials, "title", "Adviesnotitie Grijs gebied", "draftedOn", "2021-10-27")));
		assertThat(secretary.page(note))
				.contains("Adviesnotitie Grijs gebied", "AO Jeugd", "Doelen van de tafel", KNOW_EACH_OTHER, "Voorstellen", INFORM, "Cultuur van samenwerken",
						"Besluiten op haar bijeenkomsten", "De tafel komt nog één keer bijeen", "Ontwikkeltafel na de zomer")
				.doesNotContain("Verstuur het advies");
	}

	@Test
	@Order(2)
	void itIsPutTogetherFromWhatTheTableSaidWithOwnWordsBetween() {
		assertThat(secretary.submit(note, note + "/tekst", Map.of()).body()).contains("Een advies heeft ten minste één alinea");
		compile(Map.of("bron-OUTCOME", culture, "deel", "YIELD"));
		compile(Map.of("bron-PROPOSAL", inform, "deel", "OPPORTUNITIES"));
		compile(Map.of("bron-PROPOSAL", findingPlace, "deel", "OPPORTUNITIES"));
		compile(Map.of("bron-GOAL", goal, "deel", "CHALLENGES", "woorden-" + paragraph(culture), "Wat de tafel heeft opgehaald:"));
		String page = secretary.page(note);
		assertThat(page).contains("Wat de tafel heeft opgehaald:", "De tafel komt nog één keer bijeen",
				"href=\"/tafels/" + Client.id(table) + "#voorstel-" + inform + "\"", "#uitkomst-" + culture);
		assertThat(page.indexOf(INFORM)).isLessThan(page.indexOf(FINDING_PLACE));
		compile(Map.of("omhoog", paragraph(findingPlace)));
		String moved = secretary.page(note);
		assertThat(moved.indexOf(FINDING_PLACE)).isLessThan(moved.indexOf(INFORM));
		assertThat(moved).contains("Wat de tafel heeft opgehaald:");
		compile(Map.of("deel-" + paragraph(findingPlace), "CHALLENGES"));
		assertThat(secretary.read("/api/v1/advice-notes/" + Client.id(note)).path("paragraphs").valueStream().map(each -> each.path("part").asString())).containsExactly("YIELD",
				"OPPORTUNITIES", "CHALLENGES", "CHALLENGES");
		assertThat(participant.page(note)).contains("Wat de tafel heeft opgehaald:", INFORM).doesNotContain("Bewaar de tekst");
	}

	@Test
	@Order(3)
	void twoSecretariesDoNotOverwriteEachOther() {
		Map<String, String> first = form();
		compile(Map.of("woorden-" + paragraph(inform), "Hier is draagvlak voor:"));
		first.put("woorden-" + paragraph(goal), "Nog niet af:");
		Answer late = secretary.submit(note, note + "/tekst", first);
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.body()).contains("Een ander was u voor", "Nog niet af:");
		assertThat(secretary.page(note)).contains("Hier is draagvlak voor:").doesNotContain("Nog niet af:");
	}

	@Test
	@Order(4)
	void whatTheTableSaysAnewIsShownAndWhatItWithdrewIsTakenOut() {
		secretary.created(table + "/proposals/" + inform + "/wordings", """
				{"words": "Samen voorlichting organiseren", "goals": ["%s"], "amendedOn": "2021-10-28"}""".formatted(goal));
		secretary.created(table + "/proposals/" + findingPlace + "/withdrawal", """
				{"reason": "Dit komt later", "withdrawnOn": "2021-10-28"}""");
		assertThat(secretary.page(note)).contains("De tafel heeft dit daarna anders verwoord", "Samen voorlichting organiseren", "De tafel heeft dit voorstel ingetrokken");
		compile(Map.of("weg", paragraph(findingPlace)));
		assertThat(secretary.page(note)).contains("Samen voorlichting organiseren").doesNotContain("anders verwoord", FINDING_PLACE);
	}

	@Test
	@Order(5)
	void itIsSentAndTheBodyAsksAndThenAnswers() {
		done(secretary.submit(note, note + "/indiening", Map.of("submittedOn", "2021-11-10")));
		assertThat(secretary.submit(note, note + "/tekst", Map.of("bron-GOAL", goal, "deel", "YIELD")).body()).contains("ligt vast");
		assertThat(secretary.page("/")).contains("href=\"" + note + "\"");
		assertThat(secretary.submit(note, note + "/teruggave", Map.of("questions", "")).status()).isEqualTo(400);
		done(secretary.submit(note, note + "/teruggave", Map.of("questions", "Wie organiseert de voorlichting?", "returnedOn", "2021-11-17")));
		assertThat(secretary.page(note)).contains("AO Jeugd vraagt: ", "Wie organiseert de voorlichting?");
		compile(Map.of("woorden-" + paragraph(inform), "De gemeenten en de samenwerkingsverbanden doen dit:"));
		done(secretary.submit(note, note + "/indiening", Map.of("submittedOn", "2021-11-24")));
		Answer half = secretary.submit(note, note + "/antwoord", Map.of("answer", "PARTLY", "reasons", "Dit jaar is er weinig geld.", "reasons-" + paragraph(inform), "Goed plan"));
		assertThat(half.body()).contains("Kies ook wat het overleg met deze alinea doet.", "Goed plan");
		done(secretary.submit(note, note + "/antwoord", Map.of("answer", "PARTLY", "reasons", "Dit jaar is er weinig geld.", "answer-" + paragraph(inform), "ADOPTED",
				"answeredOn", "2021-12-08")));
		assertThat(participant.page(note)).contains("Antwoord van AO Jeugd", "Deels overgenomen op woensdag 8 december 2021", "Dit jaar is er weinig geld.", ">Overgenomen<",
				"versie 2");
		assertThat(participant.page(note + "?versie=1")).contains("Hier is draagvlak voor:").doesNotContain("doen dit:", "weinig geld");
		assertThat(participant.page("/adviezen?status=ANSWERED&partnershipId=" + partnership)).contains("href=\"" + note + "\"", "Deels overgenomen op");
	}

	@Test
	@Order(6)
	void itIsTakenAlongAsAPaper() {
		assertThat(app.get("deelnemer", note + "/notitie.pdf").header("Content-Type")).isEqualTo("application/pdf");
		String html = app.get("deelnemer", "/api/v1/advice-notes/" + Client.id(note) + "/paper?format=html", "Accept", "text/html").body();
		assertThat(html).contains("Adviesnotitie Grijs gebied", "Opbrengst", "Wat de tafel heeft opgehaald:", "Samen voorlichting organiseren", "Antwoord van AO Jeugd");
		assertThat(app.get("deelnemer", "/api/v1/advice-notes/" + Client.id(note) + "/paper?format=html&version=9").status()).isEqualTo(404);
	}

	@Test
	@Order(7)
	void whoMayNotDoOrSeeItIsRefused() {
		String other = done(secretary.submit("/adviezen", "/adviezen", Map.of("tableId", Client.id(table), "bodyId", officials, "title", "Een tweede advies")));
		assertThat(participant.submit("/meldingen", other + "/tekst", Map.of("bron-GOAL", goal, "deel", "YIELD")).status()).isEqualTo(403);
		assertThat(app.get("projectleider", note, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("projectleider", note + "/notitie.pdf").status()).isEqualTo(404);
		done(secretary.submit(other, other + "/intrekking", Map.of("reason", "Dubbel")));
		assertThat(participant.page(other)).contains("Ingetrokken op", "Dubbel");
	}

	/** Saves the form as it stands on the page, with these fields changed. */
	private void compile(Map<String, String> changed) {
		Map<String, String> form = form();
		form.putAll(changed);
		done(secretary.submit(note, note + "/tekst", form));
	}

	private Map<String, String> form() {
		Map<String, String> form = new HashMap<>();
		form.put("versie", String.valueOf(app.get("secretaris", "/api/v1/advice-notes/" + Client.id(note)).header("ETag")).replace("\"", ""));
		secretary.read("/api/v1/advice-notes/" + Client.id(note)).path("paragraphs").forEach(paragraph -> {
			String id = paragraph.path("paragraphId").asString();
			form.put("deel-" + id, paragraph.path("part").asString());
			form.put("woorden-" + id, paragraph.path("connection").asString(""));
		});
		return form;
	}

	private String paragraph(String source) {
		return secretary.read("/api/v1/advice-notes/" + Client.id(note)).path("paragraphs").valueStream().filter(each -> each.at("/source/id").asString().equals(source))
				.findFirst()
				.orElseThrow().path("paragraphId").asString();
	}

	private String body(String kind, String name) {
		return secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "%s", "name": "%s"}""".formatted(partnership, kind, name));
	}

	private void propose(String id, String words) {
		secretary.created(table + "/proposals", """
				{"id": "%s", "words": "%s", "goals": ["%s"], "madeOn": "2021-09-15"}""".formatted(id, words, goal));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "").replaceFirst("\\?.*", "");
	}
}
