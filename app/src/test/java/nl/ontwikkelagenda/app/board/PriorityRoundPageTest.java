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

/** A priority round: participants place dots with buttons on their phone, the room sees the results. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class PriorityRoundPageTest {

	private final Running app = Running.application();
	private final Client secretary = new Client(app, "secretaris");
	private final Client participant = new Client(app, "deelnemer");
	private String agenda = "";
	private String first = "";
	private String second = "";
	private String round = "";

	@BeforeAll
	void anAgendaWithTwoThemes() {
		String path = app.partnership("Regio van de ronde");
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		app.give(path, DemoAccounts.AUDITOR, "AUDITOR");
		agenda = "/agendas/" + secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van de ronde"}""".formatted(Client.id(path)));
		first = secretary.id("/api/v1" + agenda + "/themes", "{\"title\": \"Thuiszitters\"}");
		second = secretary.id("/api/v1" + agenda + "/themes", "{\"title\": \"Lerarentekort\"}");
	}

	@Test
	@Order(1)
	void theSecretaryBeginsARoundFromTheBoard() {
		assertThat(participant.page(agenda)).doesNotContain("Begin een prioriteitenronde");
		round = done(secretary.submit(agenda, agenda + "/prioritering", Map.of("title", "Waar beginnen we?", "dotsPerParticipant", "3", "maxPerTheme", "2")));
		assertThat(round).startsWith("/prioritering/");
		assertThat(participant.page(agenda)).contains("Er loopt een <dfn", "href=\"" + round + "\"");
		assertThat(participant.page(round))
				.contains("<strong>3</strong>", "stippen te verdelen, van de 3", "hoogstens 2 op één thema", "Zet een stip op Thuiszitters", "Stand tot nu toe")
				.doesNotContain("Haal weg", "Sluit de ronde", "voor iemand zonder account");
	}

	@Test
	@Order(2)
	void aParticipantTapsDots() {
		assertThat(tap("/stippen", first)).isEqualTo(round + "#thema-" + first);
		tap("/stippen", first);
		String page = participant.page(round);
		assertThat(page).contains("<strong>1</strong>", "stip te verdelen, van de 3", "aria-label=\"2 eigen stippen\"", "Haal uw stippen van Thuiszitters",
				"<span>2 stippen</span>");
		assertThat(page.replaceAll("\\s+", " ")).as("two is the most for one theme").contains("aria-label=\"Zet een stip op Thuiszitters\" disabled=\"disabled\"");
		Answer third = participant.submit(round, round + "/stippen", Map.of("themeId", first));
		assertThat(third.status()).isEqualTo(409);
		assertThat(third.body()).contains("role=\"alert\"", "hoogstens 2 stippen op één thema");
		tap("/stippen", second);
		assertThat(participant.page(round)).contains("<strong>0</strong>");
		done(participant.submit(round, round + "/verplaatsen", Map.of("from", first, "to", second)));
		assertThat(participant.page(round)).contains("aria-label=\"1 eigen stip\"", "aria-label=\"2 eigen stippen\"");
		tap("/stippen/weg", second);
		assertThat(participant.page(round)).contains("<strong>2</strong>");
	}

	@Test
	@Order(3)
	void nobodySeesWhoseDotsAreWhere() {
		String page = secretary.page(round);
		assertThat(page).contains("<strong>3</strong>", "<span>1 stip</span>").doesNotContain("eigen stip\"");
		assertThat(secretary.page(round + "/uitslag")).contains("Stand tot nu toe", "<span>1 stip</span>", "data-open=\"true\"");
	}

	@Test
	@Order(4)
	void theSecretaryPlacesDotsForSomeoneWithoutAnAccount() {
		assertThat(secretary.page(round)).contains("Zet stippen voor iemand zonder account", "Auditor (demo)");
		done(secretary.submit(round, round + "/stippen/namens", Map.of("personId", DemoAccounts.AUDITOR.toString(), "themeId", second, "dots", "2")));
		assertThat(participant.page(round)).contains("<span>2 stippen</span>");
		assertThat(secretary.submit(round, round + "/stippen/namens", Map.of("personId", "", "themeId", second, "dots", "nul")).body()).contains("Maak een keuze.",
				"Geef een heel getal van 1 of meer.");
	}

	@Test
	@Order(5)
	void aClosedRoundShowsItsResultAndIsCompared() {
		done(secretary.submit(round, round + "/sluiting", Map.of()));
		assertThat(participant.page(round)).contains("Uitslag", "2 deelnemers zetten stippen.", "2 stippen, 1e plaats", "1 stip, 2e plaats", "data-open=\"false\"")
				.doesNotContain("Zet een stip op");
		assertThat(participant.submit("/meldingen", round + "/stippen", Map.of("themeId", first)).body()).contains("Deze ronde is gesloten");
		assertThat(participant.page(agenda)).contains("2 stippen, 1e plaats", "2 deelnemers");
		String next = done(secretary.submit(agenda, agenda + "/prioritering", Map.of("title", "Nog eens", "dotsPerParticipant", "")));
		done(participant.submit(next, next + "/stippen", Map.of("themeId", first)));
		assertThat(participant.page(next + "?met=" + Client.id(round))).contains("100,0%", "33,3%", "+66,7");
	}

	@Test
	@Order(6)
	void whoMayNotDoOrSeeItIsRefused() {
		String open = participant.page(agenda).replaceFirst("(?s).*class=\"utrecht-button-link [^\"]*\" href=\"(/prioritering/[^\"]+)\".*", "$1");
		assertThat(new Client(app, "auditor").page(open)).contains("Stand tot nu toe").doesNotContain("Zet een stip op");
		assertThat(new Client(app, "auditor").submit(open, open + "/stippen", Map.of("themeId", first)).status()).isEqualTo(403);
		assertThat(participant.submit("/meldingen", open + "/stippen/namens", Map.of("personId", DemoAccounts.AUDITOR.toString(), "themeId", first, "dots", "1")).status())
				.isEqualTo(403);
		assertThat(participant.submit("/meldingen", open + "/sluiting", Map.of()).status()).isEqualTo(403);
		for (String page : new String[] {open, open + "/uitslag"}) {
			assertThat(app.get("projectleider", page, "Accept", "text/html").status()).as(page).isEqualTo(404);
			assertThat(app.get("", page, "Accept", "text/html").status()).as(page).isIn(302, 401);
		}
		assertThat(new Client(app, "projectleider").submit("/meldingen", open + "/stippen", Map.of("themeId", first)).status()).isEqualTo(404);
		assertThat(participant.submit("/meldingen", open + "/stippen", Map.of("themeId", "\"><script>")).body()).contains("Maak een keuze.");
		assertThat(app.get("deelnemer", open + "?met=" + Running.unknownId(), "Accept", "text/html").status()).isEqualTo(404);
	}

	private String tap(String button, String theme) {
		return done(participant.submit(round, round + button, Map.of("themeId", theme)));
	}

	private static String done(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(303);
		return String.valueOf(answer.header("Location")).replaceFirst("^http://[^/]+", "");
	}
}
