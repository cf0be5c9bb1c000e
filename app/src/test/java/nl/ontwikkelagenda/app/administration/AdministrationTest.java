package nl.ontwikkelagenda.app.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import tools.jackson.databind.JsonNode;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What who administers the installation does in the browser and over REST: an administrator who has no right in any partnership but those that he founded. */
@BesideOthers
class AdministrationTest {

	private static final List<String> PAGES = List.of("/beheer", "/beheer/taken", "/beheer/post", "/beheer/imports", "/beheer/lakken", "/beheer/blijven-liggen",
			"/beheer/leesmodellen");

	private static Running app;
	private static Client administrator;
	private static String partnership = "";

	/** Stands in the way of what comes after it, as long as it is out of order. */
	@DisallowReplay
	@ProcessingGroup("GreetOrganisations")
	static class GreetOrganisations {

		private static volatile boolean outOfOrder;

		@EventHandler
		void on(OrganisationJoined event) {
			if (outOfOrder) {
				throw new IllegalStateException("Out of order");
			}
		}
	}

	@BeforeAll
	static void start() {
		app = Running.with(beans -> beans.registerBean(GreetOrganisations.class), "ontwikkelagenda.jobs.recurring=true", "ontwikkelagenda.limits.burst=100000");
		administrator = new Client(app, Running.ADMINISTRATOR);
		partnership = app.partnership("Gouwestreek");
	}

	@AfterAll
	static void stop() {
		app.context().close();
	}

	@Test
	void everythingIsInOnePlaceForWhoAdministersTheInstallationOnly() {
		String overview = administrator.page("/beheer");
		assertThat(overview).contains("Hoe het ervoor staat", "helemaal bij", "GB vrij", "Er worden geen reservekopieën gemaakt");
		for (String page : PAGES) {
			assertThat(administrator.page(page)).as(page).contains("href=\"/beheer\"");
			assertThat(app.get("secretaris", page, "Accept", "text/html").status()).as(page).isEqualTo(403);
		}
		assertThat(overview).contains("/beheer/taken", "/beheer/post", "/beheer/imports", "/beheer/lakken", "/beheer/blijven-liggen", "/beheer/leesmodellen", "/controle",
				"/meldingen/koppelingen");
		assertThat(new Client(app, "secretaris").page("/")).doesNotContain("href=\"/beheer\"");
		for (String path : List.of("/installation", "/jobs", "/dead-letters", "/action-imports", "/erasures")) {
			app.get("secretaris", "/api/v1" + path).isProblem(403);
		}
		JsonNode state = administrator.read("/api/v1/installation");
		assertThat(state.path("viewsBehind").longValue()).isZero();
		assertThat(state.path("disk").path("total").longValue()).isPositive();
	}

	@Test
	void emptyListsSayWhatIsMissing() {
		assertThat(administrator.page("/beheer/imports")).contains("Er is nog niets ingelezen.");
		assertThat(administrator.page("/beheer/lakken")).contains("Er is nog niemand gewist.", "Er zijn geen gelakte teksten");
		assertThat(administrator.page("/beheer/post?stand=SENT")).contains("Er zijn geen mails die hieraan voldoen.", "Er is geen mailserver ingesteld.");
	}

	@Test
	void aJobIsBegunAndItIsSeenHowItWent() {
		String name = "ForgetOldKeys";
		JsonNode before = administrator.read("/api/v1/jobs/" + name);
		assertThat(before.path("schedule").asString()).isEqualTo("elk uur");
		assertThat(administrator.page("/beheer/taken")).contains(before.path("does").asString(), "elke dag om 04:30", "elke 30 seconden");
		assertThat(administrator.submit("/beheer/taken", "/beheer/taken/" + name + "/beginnen", Map.of()).status()).isEqualTo(303);
		await(() -> administrator.read("/api/v1/jobs/" + name).has("lastSuccessAt"));
		assertThat(administrator.page("/beheer/taken")).contains("Het laatst gelukt");
		assertThat(app.send(Running.ADMINISTRATOR, "POST", "/api/v1/jobs/" + name + "/starts", null).status()).isIn(201, 409);
		app.send(Running.ADMINISTRATOR, "POST", "/api/v1/jobs/Niets/starts", null).isProblem(404);
		app.send("secretaris", "POST", "/api/v1/jobs/" + name + "/starts", null).isProblem(403);
	}

	@Test
	void everyJobAndAutomationIsToldInDutch() {
		assertThat(app.context().getBeansOfType(RecurringJob.class).values()).allMatch(job -> AdministrationWords.knows(AopUtils.getTargetClass(job).getSimpleName()));
		assertThat(administrator.read("/api/v1/installation").path("automations").valueStream().map(one -> one.path("name").asString())
				.filter(name -> !name.equals("GreetOrganisations")).filter(name -> !AdministrationWords.knows(name))).isEmpty();
	}

	@Test
	void whatCouldNotBeDoneIsSeenTriedAgainAndGivenUpWithAReason() {
		GreetOrganisations.outOfOrder = true;
		join("Eerste");
		join("Tweede");
		await(() -> administrator.read("/api/v1/dead-letters").path("total").intValue() == 2);
		JsonNode waiting = administrator.read("/api/v1/dead-letters").path("items");
		String first = waiting.get(0).path("deadLetterId").asString();
		String second = waiting.get(1).path("deadLetterId").asString();
		assertThat(waiting.get(0).path("first").booleanValue()).isTrue();
		assertThat(waiting.get(1).path("first").booleanValue()).isFalse();
		assertThat(administrator.page("/beheer")).contains("Er bleef werk liggen");
		assertThat(administrator.page("/beheer/blijven-liggen")).contains("Out of order", "Wacht op het vorige", "Organisatie");

		Client.refused(app.send(Running.ADMINISTRATOR, "POST", "/api/v1/dead-letters/" + second + "/attempts", null), "only-the-first-letter-is-settled");
		assertThat(app.send(Running.ADMINISTRATOR, "POST", "/api/v1/dead-letters/" + first + "/attempts", null).json().path("succeeded").booleanValue()).isFalse();
		String path = "/beheer/blijven-liggen/";
		assertThat(administrator.submit("/beheer/blijven-liggen", path + first + "/opnieuw", Map.of()).body()).contains("Het is weer niet gelukt");
		assertThat(administrator.submit("/beheer/blijven-liggen", path + first + "/opgeven", Map.of("reason", " ")).body()).contains("Vul een tekst in.");
		assertThat(administrator.submit("/beheer/blijven-liggen", path + first + "/opgeven", Map.of("reason", "Met de hand gedaan")).status()).isEqualTo(303);
		assertThat(administrator.page("/beheer/blijven-liggen")).contains("Met de hand gedaan", "Beheerder (demo)");
		assertThat(administrator.read("/api/v1/dead-letters/" + first).path("dropped").path("reason").asString()).isEqualTo("Met de hand gedaan");
		Client.refused(app.post(Running.ADMINISTRATOR, "/api/v1/dead-letters/" + first + "/dropping", "{\"reason\": \"nog eens\"}"), "a-dropped-letter-stays-dropped");

		GreetOrganisations.outOfOrder = false;
		assertThat(app.send(Running.ADMINISTRATOR, "POST", "/api/v1/dead-letters/" + second + "/attempts", null).json().path("succeeded").booleanValue()).isTrue();
		assertThat(administrator.read("/api/v1/dead-letters").path("total").intValue()).isZero();
		assertThat(administrator.page("/beheer/blijven-liggen")).contains("Er bleef niets liggen.");
		app.get(Running.ADMINISTRATOR, "/api/v1/dead-letters/" + second).isProblem(404);
	}

	@Test
	void aMailThatWasGivenUpIsTriedAgain() {
		PersonId to = DemoAccounts.SECRETARY;
		app.context().getBean(OutgoingMails.class).write(to, "Uitnodiging", "De tekst ziet de beheerder niet");
		JdbcClient.create(app.database().owner()).sql("update register.outgoing_mail set state = 'FAILED', settled_at = now(), error = 'Postbus vol'").update();
		String page = administrator.page("/beheer/post?stand=FAILED");
		assertThat(page).contains("Uitnodiging", "Postbus vol", "Secretaris (demo)").doesNotContain("De tekst ziet");
		String id = administrator.read("/api/v1/outgoing-mails?state=FAILED").path("items").get(0).path("mailId").asString();
		assertThat(administrator.submit("/beheer/post", "/beheer/post/" + id + "/opnieuw", Map.of()).status()).isEqualTo(303);
		assertThat(administrator.page("/beheer/post?stand=WAITING")).contains("Uitnodiging");
	}

	private static void join(String name) {
		administrator.created(partnership + "/organisations", """
				{"name": "%s", "sector": "EDUCATION", "joinedOn": "2018-01-01"}""".formatted(name));
	}

	private static void await(BooleanSupplier condition) {
		for (int i = 0; i < 300 && !condition.getAsBoolean(); i++) {
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
		assertThat(condition.getAsBoolean()).isTrue();
	}
}
