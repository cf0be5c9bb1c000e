package nl.ontwikkelagenda.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@BesideOthers
class RebuildOverHttpTest {

	private static final String REBUILDS = "/api/v1/rebuilds";
	private static final String PAGE = "/beheer/leesmodellen";
	private static final String FORM = "application/x-www-form-urlencoded";
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static Running app;
	private static String partnership = "";

	@BeforeAll
	static void start() {
		app = Running.with();
		partnership = app.partnership("Achterland");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "ADMINISTRATOR");
	}

	@AfterAll
	static void stop() {
		app.context().close();
	}

	private static Answer ask(String body, String... headers) {
		return app.post(Running.ADMINISTRATOR, REBUILDS, body, headers);
	}

	private static String asked(String body, String... headers) {
		Answer answer = ask(body, headers);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return String.valueOf(answer.header("Location"));
	}

	private static JsonNode now(String rebuild) {
		Answer answer = app.get(Running.ADMINISTRATOR, rebuild);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static JsonNode until(String rebuild, String state) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		JsonNode now = now(rebuild);
		while (!now.path("state").asString().equals(state)) {
			assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
			pause();
			now = now(rebuild);
		}
		return now;
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Newest generations come first, on as many pages as it takes. */
	private static JsonNode serving(String name) {
		return IntStream.iterate(1, page -> page + 1).mapToObj(page -> app.get(Running.ADMINISTRATOR, "/api/v1/read-models?pageSize=100&page=" + page).json().path("items"))
				.takeWhile(items -> !items.isEmpty()).flatMap(JsonNode::valueStream)
				.filter(view -> view.path("name").asString().equals(name) && view.path("serving").booleanValue())
				.findFirst().orElseThrow();
	}

	@Test
	void everythingIsRebuiltWhilePeopleWork() {
		long before = serving("partnerships").path("generation").longValue();
		String rebuild = asked("{}");
		assertThat(app.get("secretaris", partnership).status()).isEqualTo(200);
		String meanwhile = app.partnership("Intussen opgericht");
		JsonNode done = until(rebuild, "TAKEN_OVER");
		assertThat(done.path("cause").asString()).isEqualTo("PERSON");
		assertThat(done.path("personId").asString()).isEqualTo(DemoAccounts.ADMINISTRATOR.toString());
		assertThat(done.path("readModels").size()).isGreaterThan(40);
		done.path("readModels").forEach(view -> {
			assertThat(view.path("error").isMissingNode() || view.path("error").isNull()).as(view.toString()).isTrue();
			assertThat(view.at("/comparison/added").longValue() + view.at("/comparison/missing").longValue() + view.at("/comparison/different").longValue()).as(view.toString())
					.isZero();
		});
		assertThat(serving("partnerships").path("generation").longValue()).isGreaterThan(before);
		assertThat(app.get(Running.ADMINISTRATOR, meanwhile).status()).isEqualTo(200);
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
		assertThat(app.get(Running.ADMINISTRATOR, REBUILDS).json().at("/items/0/id").asString()).isEqualTo(done.path("id").asString());

		assertThat(app.post(Running.ADMINISTRATOR, rebuild + "/return", "").status()).isEqualTo(201);
		until(rebuild, "RETURNED");
		assertThat(serving("partnerships").path("generation").longValue()).isEqualTo(before);
		assertThat(app.get(Running.ADMINISTRATOR, meanwhile).status()).isEqualTo(200);
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
		assertThat(app.post(Running.ADMINISTRATOR, rebuild + "/return", "").isProblem(409).json().path("type").asString()).isEqualTo("/problems/only-the-last-takeover-is-undone");
	}

	@Test
	void oneThatWaitsShowsWhatIsDifferentAndTakesOverWhenTold() {
		String spoiled = app.partnership("Goede naam");
		String id = spoiled.substring(spoiled.lastIndexOf('/') + 1);
		JdbcClient database = app.context().getBean(JdbcClient.class);
		database.sql("update view.document set body = body || '{\"name\": \"Bedorven naam\"}' where id = ? and generation = ?").params(id,
				serving("partnerships").path("generation").longValue()).update();
		String rebuild = asked("""
				{"readModels": ["partnerships"], "takeOver": "WHEN_ASKED"}""");
		JsonNode built = until(rebuild, "BUILT");
		assertThat(built.at("/readModels/0/comparison/different").intValue()).isEqualTo(1);
		assertThat(app.get(Running.ADMINISTRATOR, spoiled).json().path("name").asString()).isEqualTo("Bedorven naam");
		JsonNode difference = app.get(Running.ADMINISTRATOR, rebuild + "/differences?readModel=partnerships").json().at("/items/0");
		assertThat(difference.path("id").asString()).isEqualTo(id);
		assertThat(difference.path("fields").toString()).isEqualTo("[{\"field\":\"name\",\"before\":\"\\\"Bedorven naam\\\"\",\"after\":\"\\\"Goede naam\\\"\"}]");
		assertThat(app.get(Running.ADMINISTRATOR, rebuild + "/differences?readModel=niets").isProblem(400).wrongFields()).containsExactly("readModel");
		assertThat(app.get(Running.ADMINISTRATOR, rebuild + "/differences").isProblem(400).wrongFields()).containsExactly("readModel");
		app.get(Running.ADMINISTRATOR, rebuild + "/differences?readModel=themes").isProblem(404);

		assertThat(ask("{}").isProblem(409).json().path("type").asString()).isEqualTo("/problems/one-rebuild-at-a-time");
		assertThat(app.get(Running.ADMINISTRATOR, PAGE + rebuild.substring(REBUILDS.length()), "Accept", "text/html").body()).contains("Neem in gebruik",
				"Verschillen in Samenwerkingsverbanden",
				"Goede naam", "Bedorven naam");
		assertThat(app.post(Running.ADMINISTRATOR, rebuild + "/takeover", "", "Idempotency-Key", "neem-over").status()).isEqualTo(201);
		assertThat(app.post(Running.ADMINISTRATOR, rebuild + "/takeover", "", "Idempotency-Key", "neem-over").status()).as("again").isEqualTo(201);
		until(rebuild, "TAKEN_OVER");
		assertThat(app.get(Running.ADMINISTRATOR, spoiled).json().path("name").asString()).isEqualTo("Goede naam");
		app.post(Running.ADMINISTRATOR, rebuild + "/cancellation", "").isProblem(409);
		app.post(Running.ADMINISTRATOR, rebuild + "/takeover", "").isProblem(409);
	}

	/** As after a start of a new version, until its own generation is there. */
	@Test
	void whatAnEarlierVersionDidNotWriteIsToComeAndNoFault() {
		String old = app.partnership("Van voor de nieuwe versie");
		JdbcClient database = app.context().getBean(JdbcClient.class);
		long generation = serving("partnerships").path("generation").longValue();
		database.sql("update view.generation set mixed = true where id = ?").param(generation).update();
		assertThat(app.get(Running.ADMINISTRATOR, old).status()).as("what can be read is shown").isEqualTo(200);
		database.sql("update view.document set body = body - 'name' where id = ? and generation = ?").params(old.substring(old.lastIndexOf('/') + 1), generation).update();
		for (String path : new String[] {old, "/api/v1/partnerships?pageSize=100"}) {
			Answer answer = app.get(Running.ADMINISTRATOR, path).isProblem(503);
			assertThat(answer.header("Retry-After")).isNotNull();
			assertThat(answer.body()).contains("Het overzicht 'partnerships' wordt nog opgebouwd.");
		}
		until(asked("{\"readModels\": [\"partnerships\"]}"), "TAKEN_OVER");
		assertThat(app.get(Running.ADMINISTRATOR, old).json().path("name").asString()).isEqualTo("Van voor de nieuwe versie");
	}

	@Test
	void askedTwiceWithOneKeyItIsOneRebuildAndCanBeCancelled() {
		String rebuild = asked("{\"readModels\": [\"themes\"], \"takeOver\": \"WHEN_ASKED\"}", "Idempotency-Key", "herbouw-1");
		assertThat(asked("{\"readModels\": [\"themes\"], \"takeOver\": \"WHEN_ASKED\"}", "Idempotency-Key", "herbouw-1")).isEqualTo(rebuild);
		ask("{\"readModels\": [\"agendas\"]}", "Idempotency-Key", "herbouw-1").isProblem(422);
		until(rebuild, "BUILT");
		Answer cancelled = app.post(Running.ADMINISTRATOR, rebuild + "/cancellation", "");
		assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(201);
		assertThat(cancelled.json().path("state").asString()).isEqualTo("CANCELLED");
	}

	@Test
	void onlyWhoAdministersTheInstallationMay() {
		for (String user : new String[] {"secretaris", "deelnemer", "auditor"}) {
			assertThat(app.post(user, REBUILDS, "{}").isProblem(403).body()).contains("beheerder van deze installatie");
			app.get(user, REBUILDS).isProblem(403);
			app.get(user, "/api/v1/read-models").isProblem(403);
			app.get(user, PAGE).isProblem(403);
		}
		app.post("", REBUILDS, "{}").isProblem(401);
		assertThat(app.get("secretaris", "/", "Accept", "text/html").body()).doesNotContain("/beheer");
		assertThat(app.get(Running.ADMINISTRATOR, "/", "Accept", "text/html").body()).contains("\"/beheer\"");
		assertThat(app.get(Running.ADMINISTRATOR, "/beheer", "Accept", "text/html").body()).contains(PAGE);
	}

	@Test
	void whatIsNotThereIsNotRebuilt() {
		assertThat(ask("{\"readModels\": [\"partnerships\", \"niets\"]}").isProblem(400).wrongFields()).containsExactly("readModels[1]");
		assertThat(ask("{\"takeOver\": \"SOMETIMES\"}").isProblem(400).wrongFields()).containsExactly("takeOver");
		app.get(Running.ADMINISTRATOR, REBUILDS + "/" + Running.unknownId()).isProblem(404);
		app.post(Running.ADMINISTRATOR, REBUILDS + "/" + Running.unknownId() + "/cancellation", "").isProblem(404);
	}

	@Test
	void thePageAsksWatchesAndUndoesWithoutScript() {
		Answer page = app.get(Running.ADMINISTRATOR, PAGE, "Accept", "text/html");
		assertThat(page.status()).as(page.body()).isEqualTo(200);
		assertThat(page.body()).contains("Opnieuw bouwen", "Samenwerkingsverbanden<", "In gebruik");
		assertThat(page.body().substring(page.body().indexOf("<article"))).doesNotContain("<script");
		assertThat(page.header("Refresh")).isNull();
		assertThat(submit(page, PAGE, "overzicht=partnerships").header("Location")).endsWith(PAGE);
		Answer watched = app.get(Running.ADMINISTRATOR, PAGE, "Accept", "text/html");
		boolean moving = watched.body().contains("Herbouw die loopt");
		assertThat(watched.header("Refresh") != null).isEqualTo(moving);
		String rebuild = REBUILDS + "/" + app.get(Running.ADMINISTRATOR, REBUILDS).json().at("/items/0/id").asString();
		until(rebuild, "TAKEN_OVER");
		Answer report = app.get(Running.ADMINISTRATOR, PAGE + rebuild.substring(REBUILDS.length()), "Accept", "text/html");
		assertThat(report.body()).doesNotContain("overzichten zijn klaar").contains("In gebruik genomen", "Gelijk", "Draai terug", "Beheerder (demo)");
		assertThat(submit(report, PAGE + rebuild.substring(REBUILDS.length()) + "/terugdraaien", "").status()).isEqualTo(302);
		until(rebuild, "RETURNED");
		assertThat(submit(page, PAGE, "overzicht=niets").status()).isEqualTo(400);
	}

	private static Answer submit(Answer page, String path, String fields) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(token.find()).isTrue();
		return app.post(Running.ADMINISTRATOR, path, fields + "&_csrf=" + token.group(1), "Content-Type", FORM, "Accept", "text/html", "Cookie",
				String.valueOf(page.header("Set-Cookie")).split(";")[0]);
	}

	@Test
	void onAScheduleWhenOneIsSet() {
		RebuildOnSchedule job = app.context().getBean(RebuildOnSchedule.class);
		assertThat(job.schedule().isDisabled()).as("by default").isTrue();
		job.run();
		job.run();
		JsonNode latest = app.get(Running.ADMINISTRATOR, REBUILDS).json().at("/items/0");
		assertThat(latest.path("cause").asString()).isEqualTo("SCHEDULE");
		until(REBUILDS + "/" + latest.path("id").asString(), "TAKEN_OVER");
		app.context().getBean(DropOldGenerations.class).run();
		assertThat(app.post(Running.ADMINISTRATOR, REBUILDS + "/" + latest.path("id").asString() + "/return", "").status()).as("kept for a week").isEqualTo(201);
		until(REBUILDS + "/" + latest.path("id").asString(), "RETURNED");

		Schedule sundays = scheduled("0 0 3 * * SUN");
		ZonedDateTime next = sundays.getInitialExecutionTime(Instant.parse("2018-09-24T08:00:00Z")).atZone(Today.AMSTERDAM);
		assertThat(next).isEqualTo(ZonedDateTime.of(2018, 9, 30, 3, 0, 0, 0, Today.AMSTERDAM));
		assertThatThrownBy(() -> scheduled("soms")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new RebuildSettings("-", Duration.ofDays(7), 0)).isInstanceOf(IllegalArgumentException.class);
	}

	private static Schedule scheduled(String when) {
		return new RebuildOnSchedule(app.context().getBean(Rebuilds.class), new RebuildSettings(when, Duration.ofDays(7), 30)).schedule();
	}
}
