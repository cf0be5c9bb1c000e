package nl.ontwikkelagenda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A priority round in a real browser: begun on a laptop, dots tapped on a phone, results on the screen in the room. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class PriorityRoundInBrowserTest {

	private final Running app = Running.application();
	private final Chromium chromium = new Chromium();
	private String board = "";

	@BeforeAll
	void anAgendaWithTwoThemes() {
		Client secretary = new Client(app, "secretaris");
		String path = app.partnership("Regio met een scherm in de zaal");
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(path, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		board = "/agendas/" + secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda voor in de zaal"}""".formatted(Client.id(path)));
		secretary.created("/api/v1" + board + "/themes", "{\"title\": \"Thuiszitters\"}");
		secretary.created("/api/v1" + board + "/themes", "{\"title\": \"Lerarentekort\"}");
	}

	@AfterAll
	void close() {
		chromium.close();
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
			PlaywrightAssertions.assertThat(laptop.page().getByLabel("Hoe heet het thema?")).isVisible();
			assertThat(laptop.complaints()).isEmpty();
		}
	}
}
