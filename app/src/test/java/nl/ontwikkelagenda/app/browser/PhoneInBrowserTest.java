package nl.ontwikkelagenda.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
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

/** Who takes part with a phone: a reflection question by question, and the posters of a carousel one by one. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class PhoneInBrowserTest {

	private final Running app = Demo.running();
	private final Chromium chromium = new Chromium();
	private final Client secretary = new Client(app, "secretaris");
	private String partnership = "";

	@BeforeAll
	void everybodyTakesPart() {
		String path = app.partnership("Regio met telefoons");
		partnership = Client.id(path);
		app.give(path, DemoAccounts.SECRETARY, "SECRETARY");
		List.of(DemoAccounts.PARTICIPANT, DemoAccounts.PROJECT_LEAD, DemoAccounts.AUDITOR, DemoAccounts.ADMINISTRATOR).forEach(person -> app.give(path, person, "PARTICIPANT"));
	}

	@AfterAll
	void close() {
		chromium.close();
	}

	@Test
	void aReflectionIsFilledInQuestionByQuestion() {
		String members = List.of(DemoAccounts.SECRETARY, DemoAccounts.PARTICIPANT, DemoAccounts.PROJECT_LEAD, DemoAccounts.AUDITOR, DemoAccounts.ADMINISTRATOR).stream()
				.map(person -> "\"" + person + "\"").collect(Collectors.joining(", "));
		String round = secretary.id("/api/v1/reflection-rounds", """
				{"partnershipId": "%s", "title": "Nulmeting op de telefoon", "members": [%s], "closesOn": "2999-12-31"}""".formatted(partnership, members));
		try (Window phone = on("deelnemer", Sight.PHONE, "/reflecties/" + round); Window screen = on("secretaris", Sight.LIGHT, "/reflecties/" + round)) {
			Page page = phone.page();
			go(phone, AriaRole.LINK, "Begin met de eerste vraag");
			page.getByLabel("2 – Een beetje", new Page.GetByLabelOptions().setExact(true)).check();
			page.getByText("Wilt u er iets bij zeggen?").click();
			page.getByLabel("Uw opmerking (mag leeg)").fill("Nog niet overal");
			go(phone, AriaRole.BUTTON, "Volgende");
			assertThat(page.locator(".lead")).containsText("vraag 2 van 24");
			page.getByLabel("Weet ik niet").check();
			go(phone, AriaRole.BUTTON, "Vorige");
			assertThat(page.getByLabel("2 – Een beetje", new Page.GetByLabelOptions().setExact(true))).isChecked();
			assertThat(page.getByLabel("Uw opmerking (mag leeg)")).hasValue("Nog niet overal");
			go(phone, AriaRole.BUTTON, "Volgende");
			assertThat(page.getByLabel("Weet ik niet")).isChecked();
			go(phone, AriaRole.LINK, "Nulmeting op de telefoon");
			assertThat(page.locator("main")).containsText("U hebt 2 van de 24 vragen beantwoord.");
			for (String user : List.of("secretaris", "projectleider", "auditor", "beheerder")) {
				new Client(app, user).created("/api/v1/reflection-rounds/" + round + "/answers", "{\"answers\": [{\"question\": \"1.1\", \"score\": 4}]}");
			}
			go(screen, AriaRole.BUTTON, "Sluit nu en toon de uitslag");
			assertThat(screen.page().locator("#uitslag svg")).isVisible();
			assertThat(screen.page().locator("#uitslag")).containsText("5 van de 5 mensen antwoordden.");
			assertThat(phone.complaints()).isEmpty();
			assertThat(screen.complaints()).isEmpty();
		}
	}

	@Test
	void thePostersAreWalkedAndWhatIsMissedIsSaid() {
		String agenda = secretary.id("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda met posters"}""".formatted(partnership));
		String meeting = secretary.id("/api/v1/meetings", """
				{"partnershipId": "%s", "agendaId": "%s", "title": "Werksessie met posters", "happenedOn": "2018-09-24"}""".formatted(partnership, agenda));
		for (String title : List.of("De gezonde school", "Kwetsbare jongeren")) {
			String project = secretary.id("/api/v1/projects", """
					{"partnershipId": "%s", "title": "%s", "carriedBy": []}""".formatted(partnership, title));
			secretary.created("/api/v1/projects/" + project + "/presentations", """
					{"meetingId": "%s", "presentedOn": "2018-09-24"}""".formatted(meeting));
		}
		try (Window phone = on("deelnemer", Sight.PHONE, "/bijeenkomsten/" + meeting + "/carrousel")) {
			Page page = phone.page();
			go(phone, AriaRole.LINK, "De gezonde school");
			go(phone, AriaRole.LINK, "Volgende : Kwetsbare jongeren");
			page.getByLabel("Uw opmerking of vraag").fill("Er gebeurt al veel");
			go(phone, AriaRole.BUTTON, "Schrijf op");
			assertThat(page.locator("#reacties")).containsText("Er gebeurt al veel");
			go(phone, AriaRole.LINK, "Poster 2 van 2");
			assertThat(page.locator("#posters + ol")).containsText("Er gebeurt al veel");
			page.getByText("Ik mis een thema").click();
			page.getByLabel("Welk thema?").fill("Lerarentekort");
			go(phone, AriaRole.BUTTON, "Zet het op de agenda");
			assertThat(page.locator("#gemist")).containsText("Lerarentekort");
			assertThat(phone.complaints()).isEmpty();
		}
	}

	/** Taps what leads on, and looks at what is shown then. */
	private static void go(Window window, AriaRole role, String name) {
		window.page().getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).click();
		window.look();
	}

	private Window on(String user, Sight sight, String path) {
		Window window = chromium.window(app, sight).loggedIn(user);
		assertThat(window.open(path)).isEqualTo(200);
		return window;
	}
}
