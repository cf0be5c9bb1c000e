package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
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

/** Work at an agenda in a real browser: its pages in every sight, also with every form open, and a priority round on a laptop, a phone and the screen in the room. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class AgendaInBrowserTest {

	private static final Path PICTURES = Path.of("target", "pictures");

	private final Running app = Demo.running();
	private final Chromium chromium = new Chromium();
	private final List<String> pages = new ArrayList<>();
	private String board = "";

	@BeforeAll
	void anAgendaWithAllThatBelongsToIt() {
		Client secretary = new Client(app, "secretaris");
		String path = app.partnership("Regio met een scherm in de zaal");
		String partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		board = agenda(secretary, partnership, "Agenda voor in de zaal");
		String full = agenda(secretary, partnership, "Agenda met alles erop");
		String theme = secretary.read("/api/v1" + full + "/themes").path("items").path(0).path("themeId").asString();
		secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Een idee\"}");
		secretary.created("/api/v1/themes/" + theme + "/ideas", "{\"words\": \"Nog een idee\"}");
		secretary.created("/api/v1/themes/" + theme + "/answers", "{\"question\": \"WHAT_FOR\", \"answer\": \"Voor elk kind\"}");
		secretary.created("/api/v1/themes/" + theme + "/funding", "{\"side\": \"Het onderwijs\", \"schoolYear\": \"2021-2022\", \"amount\": 1000}");
		String body = secretary.id("/api/v1/bodies", """
				{"partnershipId": "%s", "kind": "TABLE", "name": "Overleg in de zaal"}""".formatted(partnership));
		String table = secretary.id("/api/v1/tables", """
				{"partnershipId": "%s", "bodyId": "%s", "themeId": "%s", "title": "Tafel in de zaal"}""".formatted(partnership, body, theme));
		secretary.created("/api/v1/tables/" + table + "/goals", "{\"words\": \"Minder kinderen thuis\"}");
		secretary.created("/api/v1/tables/" + table + "/proposals", "{\"words\": \"Samen voorlichten\", \"goals\": []}");
		secretary.created("/api/v1/bodies/" + body + "/seats", """
				{"personId": "%s", "role": "CHAIR", "from": "2021-09-01"}""".formatted(DemoAccounts.SECRETARY));
		String decision = secretary.id("/api/v1/decisions", """
				{"partnershipId": "%s", "bodyId": "%s", "title": "We gaan door"}""".formatted(partnership, body));
		String round = secretary.id("/api/v1/priority-rounds", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Waar beginnen we?"}""".formatted(partnership, Client.id(full)));
		secretary.created("/api/v1/priority-rounds/" + round + "/dots", "{\"themeId\": \"" + theme + "\"}");
		pages.addAll(List.of("/agendas", full, "/themas/" + theme, "/tafels/" + table, "/prioritering/" + round, "/prioritering/" + round + "/uitslag", "/besluiten?bodyId=" + body,
				"/besluiten/" + decision, "/zoeken?q=zaal"));
	}

	private static String agenda(Client secretary, String partnership, String title) {
		String agenda = "/agendas/" + secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "%s"}""".formatted(partnership, title));
		secretary.created("/api/v1" + agenda + "/themes", "{\"title\": \"Thuiszitters\"}");
		secretary.created("/api/v1" + agenda + "/themes", "{\"title\": \"Lerarentekort\"}");
		return agenda;
	}

	@AfterAll
	void close() {
		chromium.close();
	}

	@ParameterizedTest
	@MethodSource("nl.ontwikkelagenda.app.browser.Sight#looked")
	void everyPageIsForEverybody(Sight sight) {
		try (Window window = chromium.window(app, sight).loggedIn("secretaris")) {
			for (String path : pages) {
				assertThat(window.open(path)).as(path).isEqualTo(200);
				window.picture(PICTURES, "agenda" + path.replaceAll("[0-9a-f-]{36}", "").replaceAll("[^a-z]+", "-"));
			}
			assertThat(window.complaints()).isEmpty();
		}
	}

	@Test
	void whatIsTappedOnThePhoneShowsOnTheScreen() {
		try (Window laptop = chromium.window(app, Sight.LIGHT).loggedIn("secretaris"); Window phone = chromium.window(app, Sight.PHONE_DARK).loggedIn("deelnemer")) {
			laptop.open(board);
			Page page = laptop.page();
			page.getByText("Begin een prioriteitenronde").click();
			page.getByLabel("Hoe heet de ronde?").fill("Waar beginnen we?");
			page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Begin de ronde")).click();
			String round = page.url().replaceFirst("^http://[^/]+", "");
			laptop.open(round + "/uitslag");
			phone.open(round);
			phone.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Zet een stip op Thuiszitters")).click();
			phone.look();
			PlaywrightAssertions.assertThat(phone.page().locator("#stippen [role=status]")).containsText("2 stippen te verdelen");
			PlaywrightAssertions.assertThat(page.locator("#uitslag li").first()).containsText("1 stip");
			assertThat(laptop.complaints()).isEmpty();
			assertThat(phone.complaints()).isEmpty();
		}
	}

	@Test
	void aFormThatIsWrongCanBeReadByEverybody() {
		try (Window laptop = chromium.window(app, Sight.LIGHT).loggedIn("secretaris")) {
			laptop.open(board);
			laptop.page().getByText("Draag een thema aan").click();
			laptop.look();
			laptop.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Draag het thema aan")).click();
			laptop.look();
			laptop.page().getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Vul een tekst in.")).click();
			Locator title = laptop.page().getByLabel("Hoe heet het thema?");
			PlaywrightAssertions.assertThat(title).isVisible();
			title.fill("Jonge kinderen");
			laptop.page().keyboard().press("Enter");
			PlaywrightAssertions.assertThat(laptop.page().locator(".recorded")).isInViewport();
			laptop.look();
			laptop.page().reload();
			PlaywrightAssertions.assertThat(laptop.page().locator(".recorded")).not().isVisible();
			assertThat(laptop.complaints()).isEmpty();
		}
	}
}
