package nl.ontwikkelagenda.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The pages of actions as a secretary and an owner use them in a browser without JavaScript, and what somebody else sees of them. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ActionPagesTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client owner = new Client(app, "deelnemer");
	private final Client auditor = new Client(app, "auditor");
	private String partnership = "";
	private String school = "";
	private String action = "";
	private String page = "";
	private String mine = "";
	private String ofSchool = "";
	private String meeting = "";

	@BeforeAll
	void anActionOfAMeeting() {
		String path = app.partnership("Regio met actiepagina's");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
		school = new Client(app, Running.ADMINISTRATOR).created(path + "/organisations", """
				{"name": "De Regenboog", "sector": "EDUCATION"}""").json().at("/organisations/0/organisationId").asString();
		meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie", "happenedOn": "2018-09-24"}""".formatted(partnership));
		action = Client.id(secretary.made("/api/v1/meetings/" + meeting + "/outcomes", """
				{"kind": "ACTION", "title": "Leerlingenvervoer & <taxi>", "promises": [
				 {"owner": {"kind": "PERSON", "id": "%s"}, "what": "Een overleg beleggen", "deadline": {"phrase": "voor de kerstvakantie"}},
				 {"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "Beleid uitnodigen"}]}""".formatted(DemoAccounts.PARTICIPANT, school)));
		page = "/acties/" + action;
		mine = read().at("/promises/0/promiseId").asString();
		ofSchool = read().at("/promises/1/promiseId").asString();
	}

	@Test
	@Order(1)
	void theOwnerReadsWhatWasAgreedWhereAndByWhen() {
		assertThat(owner.page(page)).contains("Leerlingenvervoer &amp; &lt;taxi&gt;", "maandag 24 september 2018", "/bijeenkomsten/" + meeting + "#uitkomst-" + action,
				"/keten/" + action,
				"Deelnemer (demo)", "(u)", "Een overleg beleggen", "voor de kerstvakantie (vrijdag 21 december 2018)", "dagen te laat", "De Regenboog", "niets afgesproken",
				"Er is nog niets gemeld.");
		assertThat(owner.page("/acties?partnershipId=" + partnership)).contains("href=\"" + page + "\"", "De Regenboog", "Beleid uitnodigen", "1 actie",
				"href=\"/acties/bestand?partnershipId=" + partnership + "&amp;format=csv\"", "href=\"/acties/actielijst.pdf?partnershipId=" + partnership + "\"");
		assertThat(owner.page(page)).contains("href=\"/geschiedenis/" + page.substring(page.lastIndexOf('/') + 1) + "\"");
	}

	@Test
	@Order(2)
	void theOwnerTakesItOnReportsAndIsStuck() {
		Answer accepted = send(owner, "/toezeggingen/" + mine + "/opnemen", Map.of("personId", DemoAccounts.PARTICIPANT.toString()));
		assertThat(accepted.status()).isEqualTo(303);
		assertThat(accepted.header("Location")).endsWith(page + "?gedaan=opnemen");
		assertThat(owner.page(page + "?gedaan=opnemen")).contains("De toezegging is opgenomen.", "Op zich genomen door Deelnemer (demo)");
		done(send(owner, "/voortgang", Map.of("text", "De gemeente heeft\r\nde zaal toegezegd", "on", "2018-10-02")));
		assertThat(owner.page(page)).contains("dinsdag 2 oktober 2018, Deelnemer (demo)", "de zaal toegezegd");
		assertThat(read().at("/progress/0/text").asString()).as("one line end is one character").isEqualTo("De gemeente heeft\nde zaal toegezegd");
		done(send(owner, "/vast", Map.of("reason", "Geen vervoerder", "by", "De provincie")));
		assertThat(owner.page(page)).contains("Zit vast", "Geen vervoerder", "Wacht op: De provincie");
		assertThat(owner.page("/acties?standing=BLOCKED&partnershipId=" + partnership)).contains(page);
		done(send(owner, "/los", Map.of("how", "")));
		assertThat(owner.page("/acties?standing=BLOCKED&partnershipId=" + partnership)).contains("Er zijn geen acties die hieraan voldoen").doesNotContain("href=\"" + page + "\"");
	}

	@Test
	@Order(3)
	void whatWasTypedStaysWhenItIsWrong() {
		long before = app.events();
		Answer again = send(owner, "/vast", Map.of("reason", "", "by", "De provincie"));
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.body()).contains("role=\"alert\"", "Vul een tekst in.", "value=\"De provincie\"", "aria-invalid=\"true\"", "aria-describedby=\"vast-reason-fout\"");
		assertThat(send(owner, "/voortgang", Map.of("text", "Nog niet gebeurd", "on", "2999-01-01")).body()).contains("Deze dag ligt in de toekomst",
				">Nog niet gebeurd</textarea>");
		assertThat(send(owner, "/voortgang", Map.of("text", "Geen dag", "on", "2018-02-30")).body()).contains("Kies een bestaande dag.");
		Answer refused = send(owner, "/los", Map.of("how", "Vanzelf"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("Deze actie zit niet vast");
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(4)
	void aFormThatIsSentTwiceHasItsEffectOnce() {
		Map<String, String> form = Map.of("text", "Twee keer gedrukt", "sleutel", Running.unknownId());
		String shown = owner.page(page);
		assertThat(shown).contains("name=\"sleutel\"");
		done(send(owner, "/voortgang", form));
		done(send(owner, "/voortgang", form));
		assertThat(read().path("progress").findValuesAsString("text")).containsOnlyOnce("Twee keer gedrukt");
	}

	@Test
	@Order(5)
	void theSecretaryMovesHandsOverAndKeeps() {
		Answer meaning = send(secretary, "/toezeggingen/" + mine + "/verzetten", Map.of("phrase", "over twee weken", "saidOn", "2018-12-10", "lees", "ja"));
		assertThat(meaning.status()).isEqualTo(200);
		assertThat(meaning.body()).contains("value=\"over twee weken\"", "24 december 2018");
		assertThat(read().at("/promises/0/moves").intValue()).as("reading changes nothing").isZero();
		done(send(secretary, "/toezeggingen/" + mine + "/verzetten", Map.of("phrase", "over twee weken", "saidOn", "2018-12-10", "reason", "Griep")));
		done(send(secretary, "/toezeggingen/" + ofSchool + "/termijn", Map.of("phrase", "in februari", "saidOn", "2018-12-10")));
		done(send(secretary, "/toezeggingen/" + ofSchool + "/leiding", Map.of()));
		Answer nobody = send(secretary, "/toezeggingen/" + ofSchool + "/overdragen", Map.of("owner", "", "ownerName", "", "reason", "Fusie"));
		assertThat(nobody.status()).isEqualTo(400);
		assertThat(nobody.body()).contains("Kies wie het doet.", ">Fusie</textarea>");
		done(send(secretary, "/toezeggingen/" + ofSchool + "/overdragen", Map.of("owner", "TEAM", "ownerName", "Kernteam", "reason", "Fusie")));
		done(send(secretary, "/toezeggingen", Map.of("owner", "PERSON/" + DemoAccounts.SECRETARY, "what", "De stukken sturen", "phrase", "over twee weken", "on", "2018-12-05")));
		assertThat(send(secretary, "/toezeggingen", Map.of("owner", "TEAM", "ownerName", "Kernteam", "what", "Later", "on", "2999-01-01")).body())
				.contains("Deze dag ligt in de toekomst");
		String shown = secretary.page(page);
		assertThat(shown).contains("Verzet op maandag 10 december 2018. Eerder was afgesproken: voor de kerstvakantie", "Reden: Griep", "Kernteam",
				"door De Regenboog. Reden: Fusie",
				"Heeft de leiding", "in februari (donderdag 28 februari 2019)", "De stukken sturen", "over twee weken (woensdag 19 december 2018)");
		done(send(secretary, "/toezeggingen/" + ofSchool + "/nakomen", Map.of("result", "Beleid is uitgenodigd", "on", "2019-01-10")));
		assertThat(secretary.page(page)).contains("Nagekomen op donderdag 10 januari 2019: Beleid is uitgenodigd");
		assertThat(owner.page(page)).as("an owner cannot move it himself").doesNotContain("Verzet de termijn", "Draag over aan een ander").contains("Vraag de secretaris");
		assertThat(send(owner, "/toezeggingen/" + mine + "/verzetten", Map.of("phrase", "ooit", "reason", "Geen zin")).status()).isEqualTo(403);
	}

	@Test
	@Order(6)
	void anActionWaitsForAnotherAndCallsForPeople() {
		String first = Client
				.id(String.valueOf(secretary.submit("/acties/nieuw?partnershipId=" + partnership, "/acties/nieuw", Map.of("partnershipId", partnership, "title", "Kaart maken",
						"owner", "ORGANISATION/" + school, "what", "De routes tekenen", "phrase", "", "on", "2018-09-24", "meetingId", meeting)).header("Location")))
				.replaceFirst("\\?.*", "");
		done(send(secretary, "/wachten", Map.of("dependsOn", first, "reason", "")));
		assertThat(secretary.page(page)).contains("Dit moet eerst klaar zijn", "Kaart maken");
		assertThat(secretary.page("/acties/" + first)).contains("Deze acties wachten hierop", "De Regenboog");
		assertThat(send(secretary, "/niet-wachten", Map.of("dependsOn", first)).status()).isEqualTo(303);
		done(send(secretary, "/oproep", Map.of("text", "Wie denkt mee?", "limit", "2", "lastDay", "2999-01-01")));
		done(send(owner, "/oproep/meedoen", Map.of()));
		assertThat(owner.page(page)).contains("Wie denkt mee?", "1 aanmelding", "van de 2 plaatsen", "Meld mij af");
		done(send(owner, "/oproep/afmelden", Map.of()));
		assertThat(owner.page(page)).contains("Ik doe mee");
		done(send(secretary, "/oproep/meedoen", Map.of("personId", DemoAccounts.PROJECT_LEAD.toString(), "organisationId", school)));
		assertThat(secretary.page(page)).contains("Projectleider (demo), De Regenboog");
		assertThat(send(secretary, "/oproep/sluiten", Map.of("callId", read().path("openCall").asString())).status()).isEqualTo(303);
	}

	@Test
	@Order(7)
	void onTheBoardAnActionIsMovedWithItsReason() {
		String board = "/acties?vorm=bord&partnershipId=" + partnership;
		assertThat(owner.page(board)).contains("data-column=\"RUNNING\"", "data-column=\"STUCK\"", "/verplaatsen#actie-" + action, "/js/bord.js");
		Map<String, String> move = new HashMap<>(Map.of("vorm", "bord", "partnershipId", partnership, "to", "DONE", "why", ""));
		Answer without = owner.submit(board, page + "/verplaatsen", move);
		assertThat(without.status()).isEqualTo(400);
		assertThat(without.body()).contains("Er is niets bewaard.", "Vul een tekst in.").containsPattern("value=\"DONE\" selected");
		move.put("why", "Er rijdt een taxi");
		Answer moved = owner.submit(board, page + "/verplaatsen", move);
		assertThat(moved.status()).isEqualTo(303);
		assertThat(moved.header("Location")).contains("/acties?partnershipId=" + partnership + "&vorm=bord&gedaan=verplaatst#actie-" + action);
		assertThat(column(owner.page(board), "DONE")).contains("Er rijdt een taxi");
		assertThat(owner.page(board)).as("only who manages can open it again").doesNotContain("/" + action + "/verplaatsen");
		move.putAll(Map.of("to", "RUNNING", "why", "De taxi is failliet"));
		assertThat(secretary.submit(board, page + "/verplaatsen", move).status()).isEqualTo(303);
		assertThat(secretary.page(page)).contains("Heropend op", "De taxi is failliet");
	}

	@Test
	@Order(8)
	void theListIsAskedByStandingOwnerAndMeeting() {
		String list = "/acties?partnershipId=" + partnership;
		assertThat(owner.page(list + "&standing=LATE&mine=ja")).contains(page, "1 actie");
		assertThat(owner.page(list + "&owner=" + school)).contains("Kaart maken").doesNotContain("href=\"" + page + "\"");
		assertThat(owner.page(list + "&meetingId=" + meeting)).contains("2 acties");
		assertThat(owner.page(list + "&themeId=&owner=&words=taxi&standing=ALL")).contains("1 actie", "value=\"taxi\"");
		assertThat(owner.page(list + "&standing=DONE")).contains("Er zijn geen acties");
		assertThat(owner.page("/acties")).contains("Regio met actiepagina");
		assertThat(app.get("deelnemer", list + "&standing=ONZIN", "Accept", "text/html").status()).isEqualTo(400);
		assertThat(app.get("deelnemer", list + "&asOf=2999-01-01", "Accept", "text/html").status()).isEqualTo(400);
	}

	@Test
	@Order(9)
	void whoMayOnlyReadHasNoButtonsAndWhoIsNotThereFindsNothing() {
		assertThat(auditor.page(page)).contains("Een overleg beleggen").doesNotContain("Meld voortgang", "Rond de actie af", "Voeg een toezegging toe");
		assertThat(auditor.page("/acties?vorm=bord&partnershipId=" + partnership)).doesNotContain("/verplaatsen");
		for (String path : new String[] {page, "/acties?partnershipId=" + partnership, "/acties?vorm=bord&partnershipId=" + partnership,
				"/acties/nieuw?partnershipId=" + partnership, "/acties/" + Running.unknownId()}) {
			assertThat(app.get("projectleider", path, "Accept", "text/html").status()).as(path).isEqualTo(404);
			assertThat(app.get("", path, "Accept", "text/html").status()).as(path).isIn(302, 401);
		}
		assertThat(app.get("deelnemer", "/acties/nieuw?partnershipId=" + partnership, "Accept", "text/html").status()).isEqualTo(403);
		assertThat(new Client(app, "projectleider").page("/acties?standing=ALL")).doesNotContain(action);
		assertThat(app.get("projectleider", "/acties/bestand?format=csv&partnershipId=" + partnership).status()).isEqualTo(404);
		assertThat(app.get("projectleider", "/acties/bestand?format=csv&standing=ALL").body()).contains("Nummer").doesNotContain(action);
		assertThat(app.get("deelnemer", "/acties/bestand?format=odt&partnershipId=" + partnership).status()).isEqualTo(400);
		assertThat(app.get("deelnemer", "/acties/bestand?format=csv&standing=ALL&partnershipId=" + partnership).body()).contains(action, "Beleid uitnodigen");
		assertThat(app.get("deelnemer", "/acties/bestand?format=csv&standing=ALL&asOf=2018-01-01&partnershipId=" + partnership).body()).doesNotContain(action);
		assertThat(app.get("deelnemer", "/acties/actielijst.docx?partnershipId=" + partnership).status()).isEqualTo(200);
		long before = app.events();
		Answer foreign = new Client(app, "projectleider").submit("/", page + "/voortgang", Map.of("text", "Van buiten"));
		assertThat(foreign.status()).isEqualTo(404);
		assertThat(app.post("deelnemer", page + "/voortgang", "text=x", "Content-Type", "application/x-www-form-urlencoded").status()).as("without the token of the page")
				.isEqualTo(403);
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	@Order(10)
	void theDifferenceSinceADayIsTold() {
		assertThat(secretary.page(page + "?since=2018-01-01")).containsPattern("Sinds maandag 1 januari 2018: [1-9][0-9]* nieuw");
		assertThat(secretary.page("/acties?since=2018-01-01&partnershipId=" + partnership)).contains("Sinds maandag 1 januari 2018", "Kaart maken");
		assertThat(app.get("secretaris", page + "?asOf=2018-01-01", "Accept", "text/html").status()).as("it was not recorded then").isEqualTo(404);
	}

	private Answer send(Client user, String path, Map<String, String> form) {
		return user.submit("/", page + path, form);
	}

	private static void done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
	}

	private JsonNode read() {
		return secretary.read("/api/v1/actions/" + action);
	}

	private static String column(String board, String column) {
		Matcher found = Pattern.compile("data-column=\"" + column + "\">(.*?)</section>", Pattern.DOTALL).matcher(board);
		assertThat(found.find()).as(board).isTrue();
		return found.group(1);
	}
}
