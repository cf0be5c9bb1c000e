package nl.ontwikkelagenda.app.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A partnership that is set up from nothing in the browser: founded, peopled, with a body that has members. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PartnershipPagesTest {

	private static final String ALL = "/samenwerkingsverbanden";

	private final Running app = Running.application();
	private final Client administrator = new Client(app, Running.ADMINISTRATOR);
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String page = "";
	private String body = "";

	@Test
	@Order(1)
	void theAdministratorFoundsItAndGivesTheFirstRights() {
		assertThat(secretary.page(ALL)).doesNotContain("Richt een samenwerkingsverband op");
		long before = app.events();
		Answer wrong = administrator.submit(ALL, ALL, Map.of("name", " ", "kind", "REGION", "schoolRegion", "MIDDEN", "foundedOn", "2018-02-30"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("Er is niets bewaard", "Vul een tekst in.", "Kies een bestaande dag.");
		assertThat(secretary.submit("/meldingen", ALL, Map.of("name", "Mag niet", "kind", "REGION", "schoolRegion", "MIDDEN", "foundedOn", "2018-01-01")).status()).isEqualTo(403);
		assertThat(app.events()).isEqualTo(before);
		page = done(administrator.submit(ALL, ALL, Map.of("name", "Samenwerking & opbouw", "kind", "REGION", "schoolRegion", "MIDDEN", "foundedOn", "2018-01-01")));
		give(DemoAccounts.SECRETARY, "SECRETARY");
		give(DemoAccounts.PARTICIPANT, "PARTICIPANT");
		assertThat(administrator.page(page)).contains("Samenwerking &amp; opbouw", "Secretaris</span>", "Geef iemand een recht");
	}

	@Test
	@Order(2)
	void theSecretaryAddsOrganisationsAndPeople() {
		done(secretary.submit(page, page + "/organisaties", Map.of("name", "De Regio", "sector", "MUNICIPALITY", "joinedOn", "2018-01-01")));
		assertThat(secretary.page(page)).contains("De Regio", "Gemeente", "Voeg een organisatie toe").doesNotContain("Geef iemand een recht");
		Answer wrong = secretary.submit(page, page + "/personen", Map.of("name", "Ruben Voorbeeld", "function", "", "email", "ruben", "phone", "bel maar"));
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.body()).contains("value=\"Ruben Voorbeeld\"", "Schrijf een e-mailadres als naam@organisatie.example.", "Schrijf een telefoonnummer");
		done(secretary.submit(page, page + "/personen", Map.of("name", "Ruben Opbouw", "function", "Contactpersoon", "email", "ruben@regio.example.org")));
		assertThat(secretary.page(page)).doesNotContain("ruben@regio.example.org");
		assertThat(participant.page(page)).contains("De Regio", "Wie welke rechten heeft, zien de secretaris").doesNotContain("Ruben Opbouw", "Voeg een organisatie toe");
		assertThat(participant.submit("/meldingen", page + "/personen", Map.of("name", "Mag niet", "function", "x")).status()).isEqualTo(403);
		assertThat(participant.submit("/meldingen", page + "/organisaties", Map.of("name", "Mag niet", "sector", "OTHER", "joinedOn", "2018-01-01")).status()).isEqualTo(403);
	}

	@Test
	@Order(3)
	void aBodyGetsMembersAndRules() {
		body = done(secretary.submit(page, page + "/overleggen", Map.of("name", "Werksessie", "kind", "WORK_SESSION", "access", "OPEN")));
		String ruben = found(secretary.page(body), "value=\"([0-9a-f-]{36})\">Ruben Opbouw");
		done(secretary.submit(body, body + "/zetels", Map.of("personId", ruben, "role", "CHAIR", "from", "2018-01-01", "organisationId", "", "to", "")));
		assertThat(secretary.submit(body, body + "/zetels", Map.of("personId", "", "role", "MEMBER", "from", "")).body()).contains("Maak een keuze.");
		done(secretary.submit(body, body + "/regels", Map.of("quorum", "2", "minutesAdoption", "IN_WRITING", "objectionDays", "14", "agreedOn", "2018-01-02")));
		assertThat(participant.page(body)).contains("Ruben Opbouw", "Voorzitter", "ten minste 2 leden", "Bezwaar kan 14 dagen.").doesNotContain("Voeg een lid toe");
		String seat = found(secretary.page(body), "zetels/([0-9a-f-]{36})/vertrek");
		String organisation = found(secretary.page(page), "organisaties/([0-9a-f-]{36})/vertrek");
		done(secretary.submit(body, body + "/zetels/" + seat + "/overdracht",
				Map.of("personId", DemoAccounts.PARTICIPANT.toString(), "organisationId", organisation, "reason", "Andere baan", "handedOverOn", "2019-01-01")));
		assertThat(participant.page(body)).contains("Deelnemer (demo), ", "Wie er eerder zaten", "Ruben Opbouw, tot en met maandag 31 december 2018");
		done(secretary.submit(body, body + "/toegang", Map.of("access", "TRANSPARENT")));
		assertThat(participant.page(body)).containsIgnoringCase("gesloten, iedereen kan meelezen");
		done(secretary.submit(body, body + "/opheffing", Map.of("reason", "Opgegaan in een ander overleg", "dissolvedOn", "2020-01-01")));
		assertThat(secretary.page(body)).contains("Opgeheven op woensdag 1 januari 2020", "Opgegaan in een ander overleg").doesNotContain("Hef dit overleg op");
	}

	@Test
	@Order(4)
	void mandatesAndRightsAreGivenAndWithdrawn() {
		done(administrator.submit(page, page + "/mandaten",
				Map.of("personId", DemoAccounts.SECRETARY.toString(), "organisationId", "", "subject", "Kleine uitgaven", "maxAmount", "2500", "from", "2018-01-01", "to", "")));
		assertThat(participant.page(page)).contains("Kleine uitgaven, tot € 2.500");
		String mandate = found(administrator.page(page), "mandaten/([0-9a-f-]{36})/intrekken");
		assertThat(administrator.submit(page, page + "/mandaten/" + mandate + "/intrekken", Map.of("reason", "")).body()).contains("Vul een tekst in.");
		done(administrator.submit(page, page + "/mandaten/" + mandate + "/intrekken", Map.of("reason", "Niet meer nodig", "on", "2018-06-01")));
		assertThat(administrator.read("/api/v1/mandates/" + mandate).path("to").asString()).isEqualTo("2018-05-31");
		assertThat(participant.page(page)).doesNotContain("Kleine uitgaven");
		done(administrator.submit(page, page + "/rechten/" + DemoAccounts.PARTICIPANT + "/PARTICIPANT/intrekken", Map.of()));
		assertThat(app.get("deelnemer", page, "Accept", "text/html").status()).isEqualTo(404);
		assertThat(app.get("deelnemer", body, "Accept", "text/html").status()).isEqualTo(404);
	}

	@Test
	@Order(5)
	void whoWasThereEarlierIsStillTold() {
		String organisation = found(secretary.page(page), "organisaties/([0-9a-f-]{36})/vertrek");
		done(secretary.submit(page, page + "/organisaties/" + organisation + "/vertrek", Map.of("reason", "Gemeentelijke herindeling", "leftOn", "2020-01-01")));
		assertThat(secretary.page(page)).contains("Er doen nog geen organisaties mee.", "Wie eerder meededen", "De Regio, tot woensdag 1 januari 2020");
	}

	private void give(Object person, String right) {
		done(administrator.submit(page, page + "/rechten", Map.of("personId", person.toString(), "right", right, "from", "2018-01-01", "to", "")));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
	}

	private static String found(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
		return matcher.group(1);
	}
}
