package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of actions and the start page in a real browser: in every sight with everything unfolded, and a board on which a card is dragged, or moved with the keyboard. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class ActionsInBrowserTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	private final Running app = Demo.running();
	private final Chromium chromium = new Chromium();
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";

	@BeforeAll
	void aRegion() {
		String path = app.partnership("Regio met een bord");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		secretary.created("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie in het voorjaar", "plannedOn": "2999-04-16"}""".formatted(partnership));
	}

	@AfterAll
	void close() {
		chromium.close();
	}

	@ParameterizedTest
	@MethodSource("nl.ontwikkelagenda.app.browser.Sight#looked")
	void everythingUnfoldedIsForEverybody(Sight sight) {
		String action = action("Alles open " + sight, "voor de kerstvakantie");
		secretary.created("/api/v1/actions/" + action + "/progress", "{\"text\": \"Een bus gezien\"}");
		secretary.created("/api/v1/actions/" + action + "/blocks", "{\"reason\": \"Geen chauffeur\"}");
		secretary.created("/api/v1/actions/" + action + "/calls", "{\"text\": \"Wie rijdt?\"}");
		try (Window window = chromium.window(app, sight).loggedIn("secretaris")) {
			for (String path : List.of("/", "/acties", "/acties?partnershipId=" + partnership, board(), "/acties/nieuw?partnershipId=" + partnership, "/acties/" + action)) {
				assertThat(window.open(path)).as(path).isEqualTo(200);
				if (sight.hasScript()) {
					window.page().evaluate("() => document.querySelectorAll('details').forEach(each => each.open = true)");
					window.look();
				}
				window.picture(PICTURES, "acties" + path.replaceAll("[0-9a-f-]{36}", "").replaceAll("[^a-z]+", "-"));
			}
			window.page().locator("#voortgang textarea").fill("   ");
			window.page().locator("#voortgang form > button:not(.hidden)").click();
			assertThat(window.page().locator("[role=alert]").textContent()).contains("Er is niets bewaard");
			window.look();
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void aCardThatIsDraggedAsksWhyAndMovesThen() {
		String action = action("Kaart slepen", "voor de zomervakantie");
		try (Window window = chromium.window(app, Sight.LIGHT).loggedIn("secretaris")) {
			Page page = window.page();
			page.navigate(board());
			Locator card = page.locator("#actie-" + action);
			card.dragTo(page.locator("[data-column=DONE] h2"));
			assertThat(card.locator("select[name=to]").inputValue()).isEqualTo("DONE");
			assertThat(page.locator("#bord-melding").textContent()).contains("druk op Verplaats");
			assertThat(secretary.read("/api/v1/actions/" + action).path("status").asString()).as("nobody said why yet").isEqualTo("OPEN");
			page.keyboard().type("De kaart hangt");
			card.locator("form button:not(.hidden)").click();
			assertThat(page.locator("[data-column=DONE] #actie-" + action).textContent()).contains("De kaart hangt");
			page.navigate(board());
			page.locator("#actie-" + action).dragTo(page.locator("[data-column=DROPPED] h2"));
			assertThat(page.locator("#bord-melding").textContent()).contains("kan niet naar deze kolom");
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void withTheKeyboardTheSameIsDone() {
		String action = action("Met toetsen", "voor de meivakantie");
		try (Window window = chromium.window(app, Sight.WITHOUT_SCRIPT).loggedIn("secretaris")) {
			Page page = window.page();
			page.navigate(board());
			page.locator("#actie-" + action + " h3 a").focus();
			for (String key : List.of("Tab", "Enter", "Tab", "K", "Tab")) {
				page.keyboard().press(key);
			}
			page.keyboard().type("Klaar zonder muis");
			page.keyboard().press("Tab");
			page.keyboard().press("Enter");
			assertThat(page.locator("[data-column=DONE] #actie-" + action).textContent()).contains("Klaar zonder muis");
		}
	}

	private String board() {
		return "/acties?vorm=bord&partnershipId=" + partnership;
	}

	private String action(String title, String phrase) {
		return Client.id(secretary.made("/api/v1/actions", """
				{"partnershipId": "%s", "title": "%s", "promises": [{"owner": {"kind": "PERSON", "id": "%s"}, "what": "Het doen", "deadline": {"phrase": "%s"}},
				 {"owner": {"kind": "TEAM", "name": "Kernteam"}, "what": "Meedoen"}]}""".formatted(partnership, title, DemoAccounts.SECRETARY, phrase)));
	}
}
