package nl.ontwikkelagenda.app.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

/** The page of a community, with its buttons, as a browser without JavaScript uses it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CommunityPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String programme = "";
	private String body = "";
	private String path = "";
	private String page = "";
	private String first = "";

	@BeforeAll
	void aCommunityWithOneSeat() {
		String partnership = String.valueOf(new Client(app, Running.ADMINISTRATOR).created("/api/v1/partnerships", """
				{"kind": "PROGRAMME", "name": "Programma met pagina's", "schoolRegion": "MIDDEN", "foundedOn": "2018-11-01"}""").header("Location"));
		programme = Client.id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(partnership, DemoAccounts.AUDITOR, "AUDITOR");
		body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Poreuze randen"}""".formatted(programme));
		path = secretary.made("/api/v1/communities", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Poreuze randen & <zorg>", "minimum": 1, "maximum": 2, "kept": [{"sector": "HEALTH", "seats": 1}]}"""
				.formatted(programme, body));
		page = "/communities/" + Client.id(path);
		first = person("Anna Voorbeeld");
		secretary.created(path + "/enrolments", "{\"personId\": \"" + first + "\"}");
	}

	@Test
	@Order(1)
	void whoIsNoStakeholderIsShownHowToBecomeOne() {
		assertThat(participant.page(page)).contains("Poreuze randen &amp; &lt;zorg&gt;", "/aanmelden?programma=" + programme).doesNotContain("Meld mij aan", "Anna Voorbeeld");
		assertThat(participant.page("/")).contains(page, "1 van de 2 plaatsen bezet");
	}

	@Test
	@Order(2)
	void theBalanceIsShownWithAndWithoutTheReader() {
		stakeholder(DemoAccounts.PARTICIPANT.toString(), "HEALTH", "POLICY");
		String shown = participant.page(page);
		assertThat(shown).contains("Meld mij aan", "Er is een plaats voor u.", "Bezet met u erbij", "Met u erbij");
		assertThat(shown).as("on a phone every number says what it is").contains("<td data-label=\"Vrijgehouden\">1</td>", "<td data-label=\"Met u erbij\">1</td>");
		assertThat(shown.replaceAll(" data-label=\"[^\"]*\"|\\s+", "")).contains("<td>Gezondheidszorg</td><td>0</td><td>1</td><td>1</td><td>1</td>",
				"<td>Onderwijs</td><td>1</td><td>0</td><td>0</td><td>1</td>",
				"<td>Beleid</td><td>0</td><td>1</td>");
	}

	@Test
	@Order(3)
	void anInvitationIsDeclinedOrAcceptedWithAButton() {
		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"TRANSPARENT\"}");
		assertThat(participant.page(page)).contains("Deze community is gesloten. U kunt alles lezen.").doesNotContain("Meld mij aan");
		app.post("deelnemer", path + "/enrolments", "{}").isProblem(403);
		app.post("deelnemer", path + "/insights", "{\"kind\": \"PRACTICE\", \"words\": \"Van buiten\"}").isProblem(403);
		secretary.created(path + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(participant.page(page)).contains("Neem de uitnodiging aan", "Sla de uitnodiging af");
		assertThat(press("afslaan").header("Location")).endsWith(page);
		assertThat(participant.page(page)).contains("U: uitnodiging afgeslagen");
		secretary.created(path + "/invitations", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		assertThat(press("aanmelden").status()).isEqualTo(303);
		assertThat(participant.page(page)).contains("U: doet mee", "Meld mij af").doesNotContain("Met u erbij");
		assertThat(participant.page("/deelname")).contains("href=\"" + page + "\"");
		secretary.created("/api/v1/bodies/" + body + "/access", "{\"access\": \"OPEN\"}");
	}

	@Test
	@Order(4)
	void whoPressesTwiceIsToldSoAndNothingChanges() {
		long before = app.events();
		Answer again = press("aanmelden");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.body()).contains("role=\"alert\"", "heeft al een plaats");
		assertThat(app.events()).isEqualTo(before);
		assertThat(app.post("deelnemer", page + "/afmelden", "", "Content-Type", "application/x-www-form-urlencoded").status()).as("without the token of the page")
				.isEqualTo(403);
	}

	@Test
	@Order(5)
	void whoWaitsSeesHisPlaceAndOnlyStaffSeesNames() {
		press("afmelden");
		String second = person("Bart Voorbeeld");
		assertThat(secretary.created(path + "/enrolments", "{\"personId\": \"" + second + "\"}").json().path("place").intValue()).as("the free seat is kept").isEqualTo(1);
		stakeholder(DemoAccounts.AUDITOR.toString(), "EDUCATION", "PRACTICE");
		secretary.created(path + "/enrolments", "{\"personId\": \"" + DemoAccounts.AUDITOR + "\"}");
		assertThat(new Client(app, "auditor").page(page)).contains("U: op de wachtlijst", ", op plaats 2").doesNotContain("Bart Voorbeeld", "Haal mij van de wachtlijst");
		assertThat(secretary.page(page)).contains("<li>Bart Voorbeeld</li>");
		assertThat(participant.page(page)).doesNotContain("Bart Voorbeeld");
	}

	@Test
	@Order(6)
	void whatItDidIsOnThePage() {
		secretary.created(path + "/start", "{}");
		String held = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Eerste bijeenkomst", "happenedOn": "2020-04-16"}""".formatted(programme, body));
		secretary.created("/api/v1/meetings", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "Nog te houden", "plannedOn": "2999-04-16"}""".formatted(programme, body));
		secretary.created(path + "/insights", """
				{"kind": "EXPERIENCE", "words": "Eén aanspreekpunt in de klas."}""");
		secretary.created("/api/v1/barriers", """
				{"partnershipId": "%s", "rule": "Jeugdwet", "hinders": "Hulp aan een groep", "bodyId": "%s"}""".formatted(programme, body));
		List<String> members = IntStream.range(0, 5).mapToObj(number -> "\"" + person("Lid " + number) + "\"").toList();
		secretary.created("/api/v1/reflection-rounds", """
				{"partnershipId": "%s", "about": "%s", "title": "Nulmeting", "members": %s, "closesOn": "2999-12-31"}""".formatted(programme, Client.id(path), members));
		assertThat(participant.page(page)).contains("/bijeenkomsten/" + held, "Nog te houden", "Ervaring", "Eén aanspreekpunt in de klas.", "Jeugdwet", "Gemeld", "Nulmeting",
				"In te vullen tot en met");
	}

	@Test
	@Order(7)
	void whoKeepsItInvitesCertifiesAndConcludes() {
		String list = "/communities?partnershipId=" + programme;
		String other = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Overleg van een tweede community"}""".formatted(programme));
		assertThat(participant.page(list)).contains("href=\"" + page + "\"", "van de 2 plaatsen bezet").doesNotContain("Richt een community op", "Aandeelhouders");
		assertThat(secretary.submit(list, list, Map.of("title", "")).body()).contains("href=\"#community-bodyId\"", "href=\"#community-title\"");
		String second = done(secretary.submit(list, list, Map.of("title", "Interprofessioneel samenwerken", "bodyId", other, "minimum", "1", "maximum", "1", "sessions", "4")));
		String roomy = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "COMMUNITY", "name": "Overleg van een ruime community"}""".formatted(programme));
		String third = done(secretary.submit(list, list, Map.of("title", "Met plek voor scholen", "bodyId", roomy, "maximum", "20", "sessions", "4", "sessionsNeeded", "2",
				"kept-EDUCATION", "7")));
		assertThat(secretary.page(third)).contains("De community komt 4 keer bijeen. Voor een bewijs van deelname bent u er ten minste 2 keer bij.",
				"name=\"kept-EDUCATION\" value=\"7\"");
		done(secretary.submit(list, "/communities/aandeelhouders?partnershipId=" + programme,
				Map.of("personId", DemoAccounts.PROJECT_LEAD.toString(), "sector", "EDUCATION", "perspective", "POLICY")));
		assertThat(secretary.page(list)).contains("Projectleider (demo)", "href=\"" + second + "\"");
		done(secretary.submit(second, second + "/uitnodigingen", Map.of("personId", first)));
		assertThat(secretary.page(second)).contains("Anna Voorbeeld", "Uitgenodigd", "Nodig iemand uit");
		done(secretary.submit(second, second + "/uitnodigingen", Map.of("personId", first, "meteen", "ja", "on", "2020-03-02")));
		assertThat(secretary.page(second)).contains("sinds maandag 2 maart 2020");
		done(secretary.submit(second, second + "/uitnodigingen", Map.of("personId", DemoAccounts.PROJECT_LEAD.toString(), "meteen", "ja")));
		assertThat(secretary.page(second)).contains("<li>Projectleider (demo)</li>");
		done(secretary.submit(second, second + "/plaatsen", Map.of("minimum", "1", "maximum", "2", "kept-HEALTH", "")));
		assertThat(secretary.page(second)).as("who waited has a seat").doesNotContain("<li>Projectleider (demo)</li>");
		assertThat(secretary.submit(second, second + "/plaatsen", Map.of("minimum", "3", "maximum", "x")).status()).isEqualTo(400);
		done(secretary.submit(second, second + "/deelnemers/" + DemoAccounts.PROJECT_LEAD + "/afmelden", Map.of()));
		done(secretary.submit(second, second + "/begin", Map.of("startedOn", "2020-03-12")));
		assertThat(secretary.submit(second, second + "/deelnemers/" + first + "/bewijs", Map.of()).status()).as("nobody attended a session").isEqualTo(409);
		done(participant.submit(page, page + "/inzichten", Map.of("kind", "PRACTICE", "words", "Samen op huisbezoek scheelt weken")));
		assertThat(participant.page(page)).contains("Samen op huisbezoek scheelt weken").doesNotContain("Wie meedoen");
		assertThat(participant.submit(page, page + "/afsluiting", Map.of()).status()).isEqualTo(403);
		done(secretary.submit(second, second + "/afsluiting", Map.of("result", "Een handreiking")));
		assertThat(participant.page(second)).contains("Een handreiking", "Afgesloten").doesNotContain("Deel een inzicht");
		done(secretary.submit(list, "/communities/aandeelhouders/" + DemoAccounts.PROJECT_LEAD + "/uitschrijven?partnershipId=" + programme, Map.of()));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}

	@Test
	@Order(8)
	void whoCannotReadItFindsNothing() {
		assertThat(app.get("projectleider", page, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("", page, "Accept", "text/html").status()).isIn(302, 401);
		assertThat(app.get("deelnemer", "/communities/x", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("deelnemer", "/communities/" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
		secretary.created(path + "/conclusion", "{\"result\": \"Een plaats voor iedereen\"}");
		assertThat(participant.page(page)).contains("Een plaats voor iedereen", "Deze community is afgesloten").doesNotContain("Meld mij aan");
		assertThat(press("aanmelden").body()).contains("kies een community die nog loopt");
	}

	private Answer press(String button) {
		return participant.submit(page, page + "/" + button, Map.of());
	}

	private String person(String name) {
		String person = secretary.id("/api/v1/people", """
				{"name": "%s", "function": "Leraar"}""".formatted(name));
		stakeholder(person, "EDUCATION", "PRACTICE");
		return person;
	}

	private void stakeholder(String person, String sector, String perspective) {
		secretary.created("/api/v1/stakeholders", """
				{"partnershipId": "%s", "personId": "%s", "sector": "%s", "perspective": "%s"}""".formatted(programme, person, sector, perspective));
	}
}
