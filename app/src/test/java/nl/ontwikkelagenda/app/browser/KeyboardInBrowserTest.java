package nl.ontwikkelagenda.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A secretary who works without a mouse: an advice that is written, an action that is kept, a history that is played. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class KeyboardInBrowserTest {

	private static final String GOAL = "Elkaar beter leren kennen";
	private static final String PROPOSAL = "Samen voorlichten";
	private static final String OWN_WORDS = "Eigen woorden vooraf (mag leeg)";

	private final Running app = Demo.running();
	private final Chromium chromium = new Chromium();
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";
	private String agenda = "";
	private String table = "";
	private String official = "";

	@BeforeAll
	void aTableThatHasSpoken() {
		String path = app.partnership("Regio zonder muis");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda zonder muis"}""".formatted(partnership));
		String theme = secretary.id("/api/v1/agendas/" + agenda + "/themes", "{\"title\": \"Grijs gebied\"}");
		String body = body("TABLE", "Ontwikkeltafel zonder muis");
		official = body("OFFICIAL", "AO zonder muis");
		table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel zonder muis"}""".formatted(partnership, body, theme));
		secretary.created("/api/v1/tables/" + table + "/goals", "{\"words\": \"" + GOAL + "\"}");
		secretary.created("/api/v1/tables/" + table + "/proposals", "{\"words\": \"" + PROPOSAL + "\", \"goals\": []}");
	}

	private String body(String kind, String name) {
		return secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "%s", "name": "%s"}""".formatted(partnership, kind, name));
	}

	@AfterAll
	void close() {
		chromium.close();
	}

	@Test
	void anAdviceIsPutTogetherAndNothingTypedIsLost() {
		String note = secretary.id("/api/v1/advice-notes", """
				{"partnershipId": "%s", "tableId": "%s", "bodyId": "%s", "title": "Advies zonder muis"}""".formatted(partnership, table, official));
		try (Window window = in("/adviezen/" + note)) {
			Page page = window.page();
			window.tabTo(GOAL);
			page.keyboard().press("Space");
			press(window, "Voeg toe en bewaar", "De tekst is bewaard.");
			window.type(OWN_WORDS, "Wat ons verbindt:");
			window.tabTo("Haal weg: " + GOAL);
			page.keyboard().press("Space");
			press(window, "Bewaar de tekst", "ten minste één alinea");
			assertThat(page.getByLabel(OWN_WORDS)).hasValue("Wat ons verbindt:");
			window.tabTo("Haal weg: " + GOAL);
			page.keyboard().press("Space");
			window.tabTo(PROPOSAL);
			page.keyboard().press("Space");
			press(window, "Voeg toe en bewaar", "De tekst is bewaard.");
			assertThat(page.locator(".editor .card")).hasCount(2);
			assertThat(page.getByLabel(OWN_WORDS).first()).hasValue("Wat ons verbindt:");
			press(window, "Verstuur het advies", "Het advies is verstuurd en ligt nu vast.");
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void anActionGetsStuckGoesOnAndIsDone() {
		String action = secretary.made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "Een bus regelen", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Het doen",
				 "deadline": {"phrase": "voor de zomervakantie"}}]}""".formatted(partnership, DemoAccounts.SECRETARY));
		try (Window window = in("/acties/" + Client.id(action))) {
			window.type("Wat is er gedaan, of wat wilt u kwijt?", "Een bus gezien");
			press(window, "Meld voortgang", "De voortgang is vastgelegd.");
			window.press("Meld dat het vastzit");
			window.type("Waarom zit het vast?", "Geen chauffeur");
			press(window, "Meld dat het vastzit", "Vastgelegd dat de actie vastzit.");
			assertThat(window.page().locator("main")).containsText("Geen chauffeur");
			window.press("Het zit niet meer vast");
			press(window, "Het loopt weer", "De actie loopt weer.");
			window.press("Rond de actie af");
			press(window, "Rond af", "Er is niets bewaard");
			window.type("Wat is ervan gekomen? In één zin", "De bus rijdt");
			press(window, "Rond af", "De actie is afgerond.");
			assertThat(window.page().locator("main")).containsText("De bus rijdt");
			assertThat(window.complaints()).isEmpty();
		}
	}

	/** Presses a button of a form, and is told what became of it without scrolling. */
	private static void press(Window window, String button, String told) {
		window.press(button);
		Locator message = window.page().locator("[role=alert], .utrecht-alert--ok");
		assertThat(message).containsText(told);
		assertThat(message).isInViewport();
		window.look();
	}

	@Test
	void aHistoryIsPlayedForwardAndBackAndToADay() {
		try (Window window = in("/geschiedenis/" + agenda)) {
			Page page = window.page();
			window.press("Eerste");
			assertThat(page.locator("#feit")).containsText("Feit 1:");
			window.press("Volgende");
			assertThat(page.locator("#feit")).containsText("Feit 2:");
			window.press("Vorige");
			assertThat(page.locator("#feit")).containsText("Feit 1:");
			page.locator("#nummer").focus();
			page.keyboard().press("ArrowRight");
			assertThat(page.locator("#nu")).hasText("2");
			assertThat(page.locator("#feit")).containsText("Feit 1:");
			window.press("Ga naar dit feit");
			assertThat(page.locator("#feit")).containsText("Feit 2:");
			page.getByLabel("Zoals vastgelegd tot en met").fill(LocalDate.now(Today.AMSTERDAM).toString());
			window.press("Ga naar deze dag");
			assertThat(page.locator("[rel=next]")).isHidden();
			window.look();
			assertThat(window.complaints()).isEmpty();
		}
	}

	private Window in(String path) {
		Window window = chromium.window(app, Sight.LIGHT).loggedIn("secretaris");
		assertThat(window.open(path)).isEqualTo(200);
		return window;
	}
}
