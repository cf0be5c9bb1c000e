package nl.ontwikkelagenda.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** "Komt u structureel fte tekort? Geef dit door": the inventory of the work session of 24 September 2018, asked and answered in a browser. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InventoryPagesTest {

	private static final String QUESTION = "Hoeveel fte leraren komt u structureel tekort?";

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private final String unita = Running.unknownId();
	private final String huizen = Running.unknownId();
	private final String rbl = Running.unknownId();
	private String partnership = "";
	private String action = "";
	private String inventory = "";

	@BeforeAll
	void theWorkSession() {
		String path = app.partnership("Regio van het lerarentekort");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		organisation(path, unita, "Unita");
		organisation(path, huizen, "Gemeente Huizen");
		organisation(path, rbl, "RBL");
		works("\"" + unita + "\"");
		action = secretary.id("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Lerarentekort", "promises": [{"owner": {"kind": "TEAM", "name": "De Regio"}, "what": "De omvang inventariseren"}]}"""
				.formatted(partnership));
	}

	@AfterAll
	void theParticipantWorksNowhereAgain() {
		works("null");
	}

	@Test
	@Order(1)
	void theSecretaryAsksOrganisations() {
		String form = "/inventarisaties/nieuw?partnershipId=" + partnership + "&actionId=" + action;
		assertThat(secretary.page("/acties/" + action)).contains("/inventarisaties/nieuw?partnershipId=" + partnership + "&amp;actionId=" + action);
		assertThat(secretary.page(form)).contains("Unita", "Gemeente Huizen", "value=\"" + action + "\" selected");
		String list = "/inventarisaties?partnershipId=" + partnership;
		Answer wrong = secretary.submit(form, list, Map.of("question", QUESTION, "unit", ""));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("href=\"#vraag-unit\"", "href=\"#vraag-closesOn\"", QUESTION);
		assertThat(secretary.submit(form, list, Map.of("question", QUESTION, "unit", "fte", "closesOn", "2999-11-30")).body()).contains("kies er ten minste één");
		inventory = done(secretary.submit(form, list, Stream.concat(
				Map.of("question", QUESTION, "unit", "fte", "closesOn", "2999-11-30", "actionId", action).entrySet().stream(),
				Stream.of(unita, huizen, rbl).map(one -> Map.entry("organisations", one))).toList()));
		assertThat(participant.page(list)).contains(QUESTION, "0 van de 3 organisaties antwoordden").doesNotContain("Stel een vraag");
		assertThat(participant.page("/")).contains("href=\"" + inventory + "\"");
		assertThat(app.get("deelnemer", form, "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(2)
	void anOrganisationAnswersAndCorrectsItsAnswer() {
		assertThat(participant.page(inventory)).contains("Het antwoord van Unita", "Uw antwoord, in fte", "nog verwacht", "href=\"/acties/" + action + "\"").doesNotContain(
				"Voor de secretaris");
		Answer wrong = participant.submit(inventory, inventory + "/antwoorden", Map.of("organisationId", unita, "eigen", "ja", "amount", "veel"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("href=\"#antwoord-amount\"", "value=\"veel\"");
		assertThat(participant.submit(inventory, inventory + "/antwoorden", Map.of("organisationId", unita, "eigen", "ja", "amount", "-1")).body()).contains("nul of meer");
		done(participant.submit(inventory, inventory + "/antwoorden", Map.of("organisationId", unita, "eigen", "ja", "amount", "6,5", "remark", "Vooral wiskunde en Duits")));
		assertThat(participant.page(inventory)).contains("Unita antwoordde: 6,5 fte", "Vooral wiskunde en Duits", "1 van 3", "door Deelnemer (demo)");
		done(participant.submit(inventory, inventory + "/correcties", Map.of("organisationId", unita, "eigen", "ja", "amount", "7,25", "reason", "Twee vacatures waren vergeten")));
		assertThat(participant.page(inventory)).contains("7,25", "Eerder geantwoord", "6,5 op ", "Twee vacatures waren vergeten");
		assertThat(participant.submit(inventory, inventory + "/antwoorden", Map.of("organisationId", huizen, "amount", "2")).status()).isEqualTo(403);
	}

	@Test
	@Order(3)
	void theSecretaryNotesWhatOthersSayAndCloses() {
		done(secretary.submit(inventory, inventory + "/antwoorden", Map.of("organisationId", huizen, "amount", "1,25")));
		Answer nobody = secretary.submit(inventory, inventory + "/geen-antwoord", Map.of("organisationId", rbl, "reason", ""));
		assertThat(nobody.body()).contains("href=\"#geen-antwoord-reason\"");
		done(secretary.submit(inventory, inventory + "/geen-antwoord", Map.of("organisationId", rbl, "reason", "Heeft geen leraren in dienst")));
		assertThat(secretary.submit(inventory, inventory + "/verlenging", Map.of("closesOn", "2020-01-01", "reason", "Te vroeg")).status()).isEqualTo(409);
		done(secretary.submit(inventory, inventory + "/verlenging", Map.of("closesOn", "2999-12-07", "reason", "Twee scholen vroegen uitstel")));
		done(secretary.submit(inventory, inventory + "/sluiting", Map.of()));
		assertThat(participant.page(inventory)).contains("Gesloten", "8,5 fte", "2 van 3", "Heeft geen leraren in dienst", "Twee scholen vroegen uitstel").doesNotContain(
				"Verbeter het antwoord");
		assertThat(participant.page("/inventarisaties?partnershipId=" + partnership)).contains("8,5 fte", "van 2 van de 3 organisaties");
		Answer file = app.get("deelnemer", inventory + "/bestand?format=csv");
		assertThat(file.body()).contains("Unita", "7,25", "Totaal");
		assertThat(app.get("deelnemer", inventory + "/bestand?format=pdf").status()).isEqualTo(400);
		assertThat(secretary.submit("/meldingen", inventory + "/antwoorden", Map.of("organisationId", rbl, "amount", "1")).status()).isEqualTo(409);
	}

	@Test
	@Order(4)
	void whoMayNotSeeItFindsNothing() {
		for (String page : List.of(inventory, inventory + "/bestand?format=csv", "/inventarisaties?partnershipId=" + partnership)) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
		}
	}

	private void organisation(String path, String id, String name) {
		secretary.created(path + "/organisations", """
				{"organisationId": "%s", "name": "%s", "sector": "EDUCATION"}""".formatted(id, name));
	}

	private void works(String organisation) {
		Answer answer = app.send("beheerder", "PATCH", "/api/v1/people/" + DemoAccounts.PARTICIPANT, """
				{"organisationId": %s}""".formatted(organisation));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "").replaceFirst("\\?.*", "");
	}
}
