package nl.ontwikkelagenda.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The meeting room: typing as it is said, the connection that drops, two secretaries at once; with the keyboard only, and without JavaScript. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class MeetingRoomInBrowserTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	/** As when somebody comes back to this tab. */
	private static final String COMES_BACK = "() => dispatchEvent(new Event('focus'))";

	private final Running app = Demo.running();
	private final Chromium chromium = new Chromium();
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";
	private String person = "";
	private String room = "";

	@BeforeAll
	void aPartnershipWithTwoSecretaries() {
		String path = app.partnership("Samenwerking met een vergaderzaal");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PROJECT_LEAD, "SECRETARY");
		person = secretary.id("/api/v1/people", "{\"name\": \"Ruben Voorbeeld\", \"function\": \"Contactpersoon\"}");
		app.give(path, person, "PARTICIPANT");
	}

	@BeforeEach
	void aMeetingThatBegan() {
		LocalDate today = LocalDate.now(Today.AMSTERDAM);
		String meeting = secretary.id("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"title\": \"Verder aan de slag\", \"plannedOn\": \"" + today + "\"}");
		secretary.created("/api/v1/meetings/" + meeting + "/holding", "{\"happenedOn\": {\"from\": \"" + today + "\", \"to\": \"" + today + "\"}}");
		secretary.created("/api/v1/meetings/" + meeting + "/attendance", "{\"personId\": \"" + person + "\"}");
		secretary.created("/api/v1/meetings/" + meeting + "/items", "{\"title\": \"Welke projecten lopen er?\", \"minutes\": 15}");
		room = "/bijeenkomsten/" + meeting;
	}

	@AfterAll
	void close() {
		chromium.close();
	}

	@Test
	void anActionIsTypedAsItIsSaid() {
		try (Window window = in("secretaris")) {
			Page page = window.page();
			assertThat(page.getByLabel("Wanneer, zoals het gezegd is")).isHidden();
			page.getByLabel("Wat", exactly()).pressSequentially("/actie Ruben maakt een lijst van alle projecten");
			assertThat(page.getByLabel("Actie", exactly())).isChecked();
			assertThat(page.getByLabel("Wie", exactly())).hasValue("PERSON/" + person);
			page.getByLabel("Wanneer, zoals het gezegd is").pressSequentially("over twee weken");
			assertThat(page.locator(".meaning").first()).not().isEmpty();
			window.look();
			window.picture(PICTURES, "vergaderzaal-typen");
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("Ruben maakt een lijst van alle projecten");
			assertThat(page.getByLabel("Wat", exactly())).isFocused();
			assertThat(page.getByLabel("Wat", exactly())).hasValue("");
			page.getByLabel("Wat", exactly()).pressSequentially("/besluit We maken een sociale kaart");
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("We maken een sociale kaart");
			page.getByText("Nu aan de orde").click();
			assertThat(page.getByRole(AriaRole.TIMER)).containsText("0 van 15 min");
			window.look();
			window.picture(PICTURES, "vergaderzaal");
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void aMeetingIsBegunAndWhoIsTickedPresentIsProposed() {
		LocalDate today = LocalDate.now(Today.AMSTERDAM);
		String meeting = secretary.id("/api/v1/meetings", "{\"partnershipId\": \"" + partnership + "\", \"title\": \"Nog te beginnen\", \"plannedOn\": \"" + today + "\"}");
		secretary.created("/api/v1/meetings/" + meeting + "/invitations", "{\"personId\": \"" + person + "\"}");
		room = "/bijeenkomsten/" + meeting;
		try (Window window = in("secretaris")) {
			Page page = window.page();
			button(page, "Begin de bijeenkomst").click();
			page.getByLabel("Wat", exactly()).fill("/actie Ruben");
			assertThat(page.getByLabel("Wie", exactly())).hasValue("");
			page.locator("#er-PERSON-" + person).click();
			assertThat(page.locator("#aanwezigen")).containsText("1 aanwezig");
			page.getByLabel("Wat", exactly()).fill("Ruben belt de school");
			assertThat(page.getByLabel("Wie", exactly())).hasValue("PERSON/" + person);
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("Ruben belt de school");
			page.locator("a.language").click();
			assertThat(page.locator("html")).hasAttribute("lang", "en");
			page.waitForLoadState();
			page.locator("#words").fill("/actie Ruben schrijft een brief");
			assertThat(page.locator("#who-0")).hasValue("PERSON/" + person);
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void nothingIsLostWhenTheConnectionDrops() {
		try (Window window = in("secretaris")) {
			Page page = window.page();
			page.context().setOffline(true);
			page.getByLabel("Wat", exactly()).fill("Er gebeurt al veel");
			page.keyboard().press("Enter");
			page.getByLabel("Wat", exactly()).fill("Ik ken veel projecten niet");
			page.keyboard().press("Enter");
			assertThat(page.locator(".waiting .row")).hasCount(2);
			page.locator("#af-PERSON-" + person).click();
			page.getByText("Schrijf een algemene tekst").click();
			page.getByLabel("Algemene tekst").fill("De zaal was vol");
			button(page, "Bewaar").last().click();
			assertThat(page.locator(".waiting .row")).hasCount(4);
			assertThat(page.locator(".waiting")).containsText("Geen verbinding");
			page.getByLabel("Wat", exactly()).fill("Half getypt");
			window.look();
			window.picture(PICTURES, "vergaderzaal-zonder-verbinding");
			List<String> asked = new ArrayList<>();
			page.onceDialog(dialog -> {
				asked.add(dialog.message());
				dialog.dismiss();
			});
			button(page, "Uitloggen").click();
			assertThat(asked).singleElement().asString().contains("nog iets dat niet is verstuurd");
			page.context().setOffline(false);
			assertThat(told(page)).containsText("Ik ken veel projecten niet", atLeisure());
			assertThat(page.locator("#aanwezigen")).containsText("Afwezig met bericht", atLeisure());
			assertThat(page.locator(".waiting")).isHidden();
			assertThat(page.getByLabel("Wat", exactly())).hasValue("Half getypt");
			assertThat(page.locator("form[id^=verslag-geheel-] textarea")).hasValue("De zaal was vol");
			page.getByLabel("Actie", exactly()).check();
			page.getByLabel("Wanneer, zoals het gezegd is").fill("over twee weken");
			page.getByLabel("Algemene tekst").fill("De zaal was vol en warm");
			page.reload();
			assertThat(page.getByLabel("Wat", exactly())).hasValue("Half getypt");
			assertThat(page.getByLabel("Wanneer, zoals het gezegd is")).hasValue("over twee weken");
			assertThat(page.getByLabel("Algemene tekst")).hasValue("De zaal was vol en warm");
			button(page, "Bewaar").last().click();
			assertThat(page.locator(".waiting")).isHidden();
			assertThat(secretary.read(api() + "/outcomes").path("total").intValue()).isEqualTo(2);
			assertThat(window.complaints()).as("but that requests failed").allMatch(complaint -> complaint.contains("htmx:"));
		}
	}

	@Test
	void whatTheServerCannotTakeNowIsSentLaterByTheSamePerson() {
		try (Window window = in("secretaris")) {
			Page page = window.page();
			page.route("**/aanwezigheid", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
			page.locator("#af-PERSON-" + person).click();
			assertThat(page.locator(".waiting")).containsText("De server antwoordt nu niet goed");
			assertThat(page.locator(".waiting .row")).containsText("Afgemeld: Ruben Voorbeeld");
			page.unroute("**/aanwezigheid");
			assertThat(page.locator("#aanwezigen")).containsText("Afwezig met bericht", atLeisure());
			assertThat(page.locator(".waiting")).isHidden();

			page.context().clearCookies();
			page.getByLabel("Wat", exactly()).fill("Na de pauze");
			page.keyboard().press("Enter");
			assertThat(page.locator(".waiting")).containsText("U bent niet meer ingelogd");
			Page other = page.waitForPopup(() -> page.locator(".waiting a").click());
			logIn(other, "projectleider");
			page.waitForResponse(answer -> answer.url().endsWith("/uitkomsten"), () -> page.evaluate(COMES_BACK));
			assertThat(page.locator(".waiting")).containsText("U bent niet meer ingelogd");
			assertThat(secretary.read(api() + "/outcomes").path("total").intValue()).as("nothing in the name of another").isZero();
			page.context().clearCookies();
			other.navigate("/inloggen");
			logIn(other, "secretaris");
			page.evaluate(COMES_BACK);
			assertThat(told(page)).containsText("Na de pauze", atLeisure());
			assertThat(page.locator(".waiting")).isHidden();
		}
	}

	@Test
	void whatIsRefusedLaterWaitsForWhoTypedIt() {
		String tooLong = "Wat er bij de carrousel is verteld: " + "veel ".repeat(32) + "en nog meer";
		try (Window window = in("secretaris")) {
			Page page = window.page();
			Locator words = page.getByLabel("Wat", exactly());
			page.context().setOffline(true);
			for (String which : List.of("Eerst. ", "Daarna. ")) {
				words.fill(which + tooLong);
				page.keyboard().press("Enter");
			}
			assertThat(page.locator(".waiting .row")).hasCount(2);
			page.context().setOffline(false);
			assertThat(page.locator(".refusals")).containsText("Daarna. " + tooLong, atLeisure());
			assertThat(words).hasValue("Eerst. " + tooLong);
			window.look();
			window.picture(PICTURES, "vergaderzaal-geweigerd");
			button(page, "Zet terug in het formulier").click();
			assertThat(page.locator(".waiting")).containsText("Leg eerst vast wat u daar aan het typen bent");
			page.reload();
			assertThat(words).hasValue("Eerst. " + tooLong);
			words.fill("Eerst, en kort");
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("Eerst, en kort");
			button(page, "Zet terug in het formulier").click();
			assertThat(words).hasValue("Daarna. " + tooLong);
			words.fill("Daarna, en ook kort");
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("Daarna, en ook kort");
			assertThat(page.locator(".waiting")).isHidden();
			assertThat(window.complaints()).as("but that requests failed").allMatch(complaint -> complaint.contains("htmx:"));
		}
	}

	@Test
	void whoseBrowserKeepsNothingIsTold() {
		try (Window window = in("secretaris")) {
			Page page = window.page();
			page.evaluate("() => Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
			page.context().setOffline(true);
			page.getByLabel("Wat", exactly()).fill("Er gebeurt al veel");
			page.keyboard().press("Enter");
			assertThat(page.locator(".waiting")).containsText("Deze browser kan niets bewaren");
			page.context().setOffline(false);
			assertThat(told(page)).containsText("Er gebeurt al veel", atLeisure());
			assertThat(page.locator(".waiting")).isHidden();
		}
	}

	private static void logIn(Page page, String user) {
		page.getByLabel("Gebruikersnaam").fill(user);
		page.getByLabel("Wachtwoord").fill(DemoAccounts.PASSWORD);
		page.locator("main button").click();
	}

	private static ContainsTextOptions atLeisure() {
		return new ContainsTextOptions().setTimeout(20_000);
	}

	private String api() {
		return "/api/v1" + room.replace("bijeenkomsten", "meetings");
	}

	@Test
	void twoSecretariesSeeEachOtherAndKeepWhatTheyType() {
		try (Window one = in("secretaris"); Window other = in("projectleider")) {
			one.page().getByText("Schrijf een algemene tekst").click();
			Locator text = one.page().getByLabel("Algemene tekst");
			text.fill("Wat ik aan het typen ben");
			other.page().getByLabel("Wat", exactly()).fill("Van de ander");
			other.page().keyboard().press("Enter");
			assertThat(told(other.page())).containsText("Van de ander");
			one.page().getByText("Nu aan de orde").click();
			assertThat(told(one.page())).containsText("Van de ander");
			assertThat(text).hasValue("Wat ik aan het typen ben");
			one.page().getByLabel("Wat", exactly()).focus();
			other.page().getByLabel("Wat", exactly()).fill("En nog iets");
			other.page().keyboard().press("Enter");
			assertThat(told(one.page())).containsText("En nog iets");
			assertThat(text).hasValue("Wat ik aan het typen ben");
			assertThat(one.complaints()).isEmpty();
		}
	}

	@Test
	void withTheKeyboardAMeetingIsRunToItsEnd() {
		try (Window window = in("secretaris")) {
			Page page = window.page();
			window.press("Nu aan de orde: Welke projecten lopen er?");
			assertThat(page.getByRole(AriaRole.TIMER)).isVisible();
			window.tabTo("Wat");
			page.keyboard().type("/besluit We maken een sociale kaart");
			page.keyboard().press("Enter");
			assertThat(told(page)).containsText("We maken een sociale kaart");
			window.press("Behandeld: Welke projecten lopen er?");
			assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Behandeld: Welke projecten lopen er?"))).hasCount(0);
			window.press("Sluit de bijeenkomst");
			assertThat(page.locator("#verslag")).containsText("In concept");
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void withoutScriptAMeetingIsRunToItsEndAndGetsItsPapers() {
		try (Window window = chromium.window(app, Sight.WITHOUT_SCRIPT).loggedIn("secretaris")) {
			Page page = window.page();
			page.navigate(room);
			window.follow(page.locator("[id^=nu-]")::click);
			page.getByLabel("Wat", exactly()).fill("/besluit We maken een sociale kaart");
			window.follow(() -> page.keyboard().press("Enter"));
			assertThat(told(page)).containsText("We maken een sociale kaart");
			window.follow(page.locator("[id^=behandeld-]")::click);
			window.follow(button(page, "Sluit de bijeenkomst")::click);
			assertThat(page.locator("#verslag")).containsText("In concept");
			page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Stukken").setExact(true)).click();
			page.getByLabel("Het bestand").setInputFiles(new FilePayload("Sociale kaart.txt", "text/plain", "Wie doet wat?".getBytes(StandardCharsets.UTF_8)));
			page.locator("details[open] form button:not(.hidden)").first().click();
			assertThat(page.locator("main")).containsText("Sociale kaart.txt");
			assertThat(window.complaints()).isEmpty();
		}
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private Window in(String user) {
		Window window = chromium.window(app, Sight.LIGHT).loggedIn(user);
		assertThat(window.open(room)).isEqualTo(200);
		return window;
	}

	private static Locator told(Page page) {
		return page.locator("#uitkomsten");
	}

	private static Page.GetByLabelOptions exactly() {
		return new Page.GetByLabelOptions().setExact(true);
	}
}
