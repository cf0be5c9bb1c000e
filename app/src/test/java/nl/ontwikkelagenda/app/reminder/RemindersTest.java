package nl.ontwikkelagenda.app.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.Preferences;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A region in the school year 2018-2019, day by day; every test has its own people, so that each gets only what it is about. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class RemindersTest {

	private static final String SECRETARY = "secretaris";
	private static final String MINE = "/api/v1/people/me/reminders";
	private static final LocalDate SAID = LocalDate.of(2018, 9, 24);

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	private final GiveReminders giving = app.context().getBean(GiveReminders.class);
	private final SendMails sending = app.context().getBean(SendMails.class);
	private final RecordReminders recording = app.context().getBean(RecordReminders.class);
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);
	private String partnership = "";
	private String partnershipId = "";
	private final List<String> open = new ArrayList<>();

	@BeforeAll
	void theRegion() {
		stand(SAID, "08:00");
		partnership = app.partnership("Herinneringen");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
	}

	@BeforeEach
	void onTheDayItWasSaid() {
		stand(SAID, "08:00");
		jdbc.sql("delete from register.reminder_day").update();
		server.received();
	}

	@AfterEach
	void nothingIsLeftOpen() {
		open.forEach(action -> created(app.post(SECRETARY, action + "/completion", """
				{"result": "Klaar"}""")));
		open.clear();
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	void aPromiseBeforeTheChristmasHolidaysRemindsItsOwnerUntilItIsDone() {
		String owner = person("anna");
		String action = action("Bankzitters in beeld", promise(owner, "Casussen uitschrijven", "voor de kerstvakantie"));

		Map<LocalDate, List<Received>> mails = live(LocalDate.of(2019, 1, 12));

		assertThat(mails.keySet()).containsExactly(day("2018-12-14"), day("2018-12-21"), day("2018-12-28"), day("2019-01-04"), day("2019-01-11"));
		assertThat(mails.values()).allSatisfy(ofDay -> assertThat(ofDay).hasSize(1).allMatch(mail -> mail.to().equals("anna@school.example.org")));
		Received first = only(mails, "2018-12-14");
		assertThat(first.subject()).isEqualTo("Herinnering: 1 toezegging vraagt uw aandacht");
		assertThat(first.text()).contains("Beste anna,", "1. Bankzitters in beeld", "U zegde toe: Casussen uitschrijven",
				"Wanneer: voor de kerstvakantie (uiterlijk vrijdag 21 december 2018). Nog 7 dagen.",
				"https://agenda.regio.example/acties/" + id(action));
		assertThat(only(mails, "2018-12-21").text()).contains("Vandaag is de laatste dag.");
		assertThat(only(mails, "2019-01-11").text()).contains("De laatste dag was 21 dagen geleden, op vrijdag 21 december 2018.");
		JsonNode reminders = app.get(SECRETARY, action + "/reminders").json();
		assertThat(reminders.path("items").valueStream().map(one -> one.path("kind").asString() + " " + one.path("about").asString() + " " + one.path("sentOn").asString()))
				.containsExactly("WEEK_LEFT 2018-12-21 2018-12-14", "LAST_DAY 2018-12-21 2018-12-21", "OVERDUE 2018-12-28 2018-12-28", "OVERDUE 2019-01-04 2019-01-04",
						"OVERDUE 2019-01-11 2019-01-11");
		assertThat(reminders.path("items").get(0).path("recipients").toString()).isEqualTo("[\"" + owner + "\"]");

		finish(action);
		assertThat(live(LocalDate.of(2019, 2, 1))).isEmpty();
	}

	@Test
	void whatIsDueOnOneDayComesInOneMailAndEachIsSaid() {
		String owner = person("bart");
		action("Eerste", promise(owner, "De enquête rondsturen", "in februari"));
		action("Tweede", promise(owner, "De zaal vastleggen", "uiterlijk 7 februari 2019"), promise(owner, "Meteen beginnen", "zo spoedig mogelijk"));

		Map<LocalDate, List<Received>> mails = live(LocalDate.of(2019, 2, 1));

		assertThat(mails.keySet()).containsExactly(day("2019-01-31"));
		Received mail = only(mails, "2019-01-31");
		assertThat(mail.subject()).isEqualTo("Herinnering: 2 toezeggingen vragen uw aandacht");
		assertThat(mail.text()).contains("1. Eerste", "in februari (vrijdag 1 februari 2019 tot en met donderdag 28 februari 2019). Dat begint morgen.", "2. Tweede",
				"uiterlijk 7 februari 2019 (uiterlijk donderdag 7 februari 2019). Nog 7 dagen.").doesNotContain("Meteen beginnen");
	}

	@Test
	void whoTakesAPromiseOverIsRemindedFromThenOnAndNobodyElse() {
		String former = person("carla");
		String successor = person("daan");
		String action = action("Overdracht", promise(former, "Het protocol schrijven", "voor de kerstvakantie"));
		assertThat(recipients(live(LocalDate.of(2018, 12, 15)))).containsExactly("carla@school.example.org");
		created(app.post(SECRETARY, action + "/promises/" + promiseOf(action) + "/handover", """
				{"owner": {"kind": "PERSON", "id": "%s"}, "reason": "Andere baan"}""".formatted(successor)));

		Map<LocalDate, List<Received>> mails = live(LocalDate.of(2018, 12, 29));

		assertThat(mails.keySet()).containsExactly(day("2018-12-21"), day("2018-12-28"));
		assertThat(recipients(mails)).containsExactly("daan@school.example.org");
	}

	@Test
	void aDeadlineThatMovesBringsNewRemindersAndDropsTheOld() {
		String action = action("Verzet", promise(person("rosa"), "Het advies schrijven", "voor de kerstvakantie"));
		assertThat(live(LocalDate.of(2018, 12, 15)).keySet()).containsExactly(day("2018-12-14"));
		move(action, "in februari");

		assertThat(live(LocalDate.of(2019, 2, 1)).keySet()).as("not on 21 December any more").containsExactly(day("2019-01-31"));

		move(action, "uiterlijk 10 februari 2019");
		assertThat(live(LocalDate.of(2019, 2, 11)).keySet()).containsExactly(day("2019-02-03"), day("2019-02-10"));
	}

	@Test
	void aPromiseThatIsKeptIsNotAskedForAlsoWhenItsActionGoesOn() {
		String action = action("Half klaar", promise(person("sara"), "Tellen", "uiterlijk 9 oktober 2018"), promise(person("thijs"), "Optellen", "uiterlijk 9 oktober 2018"));
		created(app.post(SECRETARY, action + "/promises/" + promiseOf(action) + "/completion", """
				{"result": "Geteld"}"""));
		assertThat(recipients(live(LocalDate.of(2018, 10, 17)))).containsExactly("thijs@school.example.org");
	}

	@Test
	void whoWantsQuietInTheHolidaysHearsOnTheFirstDayAfterWhatStillMatters() {
		String owner = person("eva");
		app.context().getBean(Preferences.class).set(PersonId.of(owner), new Preferences.Preference(true));
		String kept = action("Nog gedaan", promise(owner, "Het verslag rondsturen", "uiterlijk 28 december 2018"));
		action("Blijft liggen", promise(owner, "De begroting maken", "uiterlijk 30 december 2018"));
		action("Na de vakantie", promise(owner, "De kick-off voorbereiden", "op 7 januari 2019"));

		Map<LocalDate, List<Received>> until = live(LocalDate.of(2019, 1, 2));
		assertThat(until.keySet()).as("a week before the first").containsExactly(day("2018-12-21"));
		finish(kept);
		Map<LocalDate, List<Received>> mails = live(LocalDate.of(2019, 1, 8));

		assertThat(mails.keySet()).as("the holidays end on 6 January").containsExactly(day("2019-01-07"));
		assertThat(only(mails, "2019-01-07")).satisfies(mail -> assertThat(mail.text())
				.contains("Blijft liggen", "8 dagen geleden", "Na de vakantie", "Vandaag is de laatste dag.").doesNotContain("Nog gedaan"));
	}

	@Test
	void whoHasTwoEntriesGetsOneMailAndTheQuietThatHeAskedFor() throws InterruptedException {
		String counts = person("quirine");
		String other = person("q.dubbel");
		app.context().getBean(Preferences.class).set(PersonId.of(other), new Preferences.Preference(true));
		String one = action("Als de een", promise(counts, "De enquête maken", "uiterlijk 9 oktober 2018"));
		String two = action("Als de ander", promise(other, "De enquête rondsturen", "uiterlijk 9 oktober 2018"));
		action("In de vakantie", promise(other, "De uitslag tellen", "uiterlijk 28 december 2018"));
		assertThat(live(day("2018-10-02"))).as("until then they are two").containsOnlyKeys(day("2018-10-02"));
		created(app.post(Running.ADMINISTRATOR, "/api/v1/people/" + counts + "/joined-entries", "{\"personId\": \"" + other + "\"}"));
		Thread.sleep(1_100);

		Map<LocalDate, List<Received>> mails = live(day("2018-10-09"));

		assertThat(mails).as("what either was given is not given again").containsOnlyKeys(day("2018-10-09"));
		assertThat(only(mails, "2018-10-09")).satisfies(mail -> {
			assertThat(mail.to()).isEqualTo("quirine@school.example.org");
			assertThat(mail.text()).contains("U zegde toe: De enquête maken", "U zegde toe: De enquête rondsturen");
		});
		finish(one);
		finish(two);
		stand(day("2018-12-20"), "07:30");
		assertThat(live(day("2018-12-29"))).containsOnlyKeys(day("2018-12-21"));
	}

	@Test
	void thePromiseOfAnOrganisationRemindsItsPeopleWhoTakePartAndThatOfATeamWhoNotedIt() {
		String organisation = created(app.post(Running.ADMINISTRATOR, partnership + "/organisations", """
				{"name": "De Regenboog", "sector": "EDUCATION"}""")).json().path("organisations").get(0).path("organisationId").asString();
		String member = person("femke", "\"organisationId\": \"" + organisation + "\"");
		person("gerard", "\"organisationId\": \"" + organisation + "\"");
		app.give(partnership, member, "PARTICIPANT");
		action("School", """
				{"owner": {"kind": "ORGANISATION", "id": "%s"}, "what": "Leerlingen tellen", "deadline": {"phrase": "uiterlijk 1 november 2018"}}""".formatted(organisation));
		app.give(partnership, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		actionOf("projectleider", "Team", """
				{"owner": {"kind": "TEAM", "name": "Kernteam"}, "what": "De agenda maken", "deadline": {"phrase": "uiterlijk 2 november 2018"}}""");

		Map<LocalDate, List<Received>> mails = live(LocalDate.of(2018, 10, 27));

		assertThat(only(mails, "2018-10-25")).satisfies(mail -> {
			assertThat(mail.to()).isEqualTo("femke@school.example.org");
			assertThat(mail.text()).contains("De Regenboog zegde toe: Leerlingen tellen");
		});
		assertThat(only(mails, "2018-10-26")).satisfies(mail -> {
			assertThat(mail.to()).isEqualTo("projectleider@demo.example");
			assertThat(mail.text()).contains("Kernteam zegde toe: De agenda maken");
		});
		JsonNode mine = app.get("projectleider", MINE).json();
		assertThat(mine.path("items").get(0).path("what").asString()).isEqualTo("De agenda maken");
	}

	@Test
	void whoHasNoAddressSeesItInTheApplication() {
		jdbc.sql("update register.person set email = null where id = ?").param(DemoAccounts.PARTICIPANT.value()).update();
		String action = action("Zonder adres", promise(DemoAccounts.PARTICIPANT.toString(), "De lijst nalopen", "uiterlijk 1 november 2018"));

		assertThat(live(LocalDate.of(2018, 10, 26))).isEmpty();

		JsonNode mine = app.get("deelnemer", MINE).json();
		assertThat(mine.path("total").intValue()).isEqualTo(1);
		JsonNode reminder = mine.path("items").get(0);
		assertThat(reminder.path("actionId").asString()).isEqualTo(id(action));
		assertThat(reminder.path("kind").asString()).isEqualTo("WEEK_LEFT");
		assertThat(reminder.path("dueOn").asString()).isEqualTo("2018-10-25");
		assertThat(reminder.path("meaning").asString()).isEqualTo("uiterlijk 1 november 2018 (uiterlijk donderdag 1 november 2018)");
		assertThat(reminder.path("standing").asString()).isEqualTo("Nog 6 dagen.");
		assertThat(app.get("deelnemer", "/").body()).contains("Wat vraagt u nu", "De lijst nalopen", "Nog 6 dagen.", "/acties/" + id(action));
		assertThat(app.get("auditor", MINE).json().path("total").intValue()).isZero();
		app.get("", MINE).isProblem(401);
		assertThat(app.get(SECRETARY, action + "/reminders").json().path("total").intValue()).as("nothing was sent").isZero();
		finish(action);
		assertThat(app.get("deelnemer", MINE).json().path("total").intValue()).isZero();
	}

	@Test
	void aPersonSaysForHimselfThatHeWantsQuiet() {
		String preferences = "/api/v1/people/me/preferences";
		assertThat(app.get("projectleider", preferences).json().path("quietInSchoolHolidays").booleanValue()).isFalse();
		assertThat(app.send("projectleider", "PUT", preferences, """
				{"quietInSchoolHolidays": true}""").json().path("quietInSchoolHolidays").booleanValue()).isTrue();
		assertThat(app.get("projectleider", preferences).json().path("quietInSchoolHolidays").booleanValue()).isTrue();
		assertThat(app.get("auditor", preferences).json().path("quietInSchoolHolidays").booleanValue()).isFalse();
		assertThat(app.send("projectleider", "PUT", preferences, "{}").isProblem(400).wrongFields()).containsExactly("quietInSchoolHolidays");
		app.get("", preferences).isProblem(401);

		Answer page = app.get("auditor", "/");
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body().substring(page.body().indexOf("/voorkeuren")));
		assertThat(token.find()).isTrue();
		Answer saved = app.post("auditor", "/voorkeuren", "quiet=true&_csrf=" + token.group(1), "Content-Type", "application/x-www-form-urlencoded", "Cookie",
				String.valueOf(page.header("Set-Cookie")).split(";")[0]);
		assertThat(saved.status()).isEqualTo(302);
		assertThat(app.get("auditor", preferences).json().path("quietInSchoolHolidays").booleanValue()).isTrue();
	}

	@Test
	void theJobGivesThemOncePerDayFromTheSetTimeOfDayOn() {
		action("Tijdstip", promise(person("hans"), "Bellen", "uiterlijk 9 oktober 2018"));
		stand(day("2018-10-02"), "06:59");
		giving.run();
		sending.run();
		assertThat(server.received()).isEmpty();

		stand(day("2018-10-02"), "07:00");
		giving.run();
		giving.run();
		sending.run();
		stand(day("2018-10-02"), "16:00");
		giving.run();
		sending.run();
		assertThat(server.received()).extracting(Received::to).containsExactly("hans@school.example.org");
	}

	@Test
	void afterDaysOfDowntimeThereIsOneMailWithWhatStillCounts() {
		action("Storing", promise(person("ilse"), "Schrijven", "uiterlijk 9 oktober 2018"), promise(person("joost"), "Lezen", "in november"));
		stand(day("2018-11-14"), "07:30");
		giving.give(day("2018-11-14"));
		sending.run();
		List<Received> mails = server.received();
		assertThat(mails).extracting(Received::to).containsExactlyInAnyOrder("ilse@school.example.org", "joost@school.example.org");
		assertThat(mails).anySatisfy(mail -> assertThat(mail.text()).contains("De laatste dag was 36 dagen geleden"));
		assertThat(mails).anySatisfy(mail -> assertThat(mail.text()).contains("Nog 16 dagen."));
		assertThat(live(LocalDate.of(2018, 11, 19)).keySet()).as("the next week that is overdue").isEmpty();
		assertThat(live(LocalDate.of(2018, 11, 20)).keySet()).containsExactly(day("2018-11-20"));
	}

	@Test
	void twoInstancesAtOnceGiveEachPersonOneMail() throws Exception {
		for (String name : List.of("karin", "lars", "mila", "noor")) {
			action("Tegelijk " + name, promise(person(name), "Een", "uiterlijk 9 oktober 2018"), promise(person(name + "2"), "Twee", "uiterlijk 9 oktober 2018"));
		}
		stand(day("2018-10-09"), "07:30");
		try (var instances = Executors.newFixedThreadPool(4)) {
			List<Future<?>> all = new ArrayList<>();
			for (int instance = 0; instance < 4; instance++) {
				all.add(instances.submit(() -> giving.give(day("2018-10-09"))));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		sending.run();
		assertThat(server.received()).hasSize(8).extracting(Received::to).doesNotHaveDuplicates();
	}

	@Test
	void aRebuildOfTheViewsSendsNothingAndChangesNoReminder() throws InterruptedException {
		String action = action("Opnieuw", promise(person("olaf"), "Rekenen", "uiterlijk 9 oktober 2018"));
		assertThat(live(LocalDate.of(2018, 10, 9))).hasSize(2);
		String before = app.get(SECRETARY, action + "/reminders").body();
		long written = jdbc.sql("select count(*) from register.outgoing_mail").query(Long.class).single();
		long events = app.events();

		app.context().getBean(ReadModelEngine.class).rebuild(List.of(), state -> {
		});
		sending.run();
		recording.run();

		assertThat(server.received()).isEmpty();
		assertThat(jdbc.sql("select count(*) from register.outgoing_mail").query(Long.class).single()).isEqualTo(written);
		assertThat(app.events()).isEqualTo(events);
		assertThat(app.get(SECRETARY, action + "/reminders").body()).isEqualTo(before);
	}

	@Test
	void aReminderIsRecordedOnceAlsoWhenTheInstanceDiedBetweenRecordingAndNotingIt() {
		String action = action("Twee keer", promise(person("petra"), "Tellen", "uiterlijk 9 oktober 2018"));
		assertThat(live(LocalDate.of(2018, 10, 2))).hasSize(1);
		jdbc.sql("update register.reminder set to_record = true where action_id = ?::uuid").param(id(action)).update();
		recording.run();
		assertThat(app.get(SECRETARY, action + "/reminders").json().path("total").intValue()).isEqualTo(1);
	}

	/** Lives every day until and including this one; answers the mails of the days that had any. */
	private Map<LocalDate, List<Received>> live(LocalDate until) {
		Map<LocalDate, List<Received>> received = new TreeMap<>();
		LocalDate today = LocalDate.ofInstant(clock.instant(), Today.AMSTERDAM);
		today.datesUntil(until.plusDays(1)).forEach(day -> {
			stand(day, "07:30");
			giving.give(day);
			sending.run();
			recording.run();
			List<Received> mails = server.received();
			if (!mails.isEmpty()) {
				received.put(day, mails);
			}
		});
		return received;
	}

	/** The one mail of a day. */
	private static Received only(Map<LocalDate, List<Received>> mails, String day) {
		List<Received> ofDay = mails.getOrDefault(day(day), List.of());
		assertThat(ofDay).as(day).hasSize(1);
		return ofDay.getFirst();
	}

	private static Set<String> recipients(Map<LocalDate, List<Received>> mails) {
		return new TreeSet<>(mails.values().stream().flatMap(List::stream).map(Received::to).toList());
	}

	private void stand(LocalDate day, String time) {
		clock.standAt(day.atTime(LocalTime.parse(time)).atZone(Today.AMSTERDAM).toInstant());
	}

	private String person(String name, String... more) {
		String fields = String.join(", ", Stream.concat(Stream.of("\"name\": \"" + name + "\"", "\"function\": \"Leraar\"", "\"email\": \"" + name + "@school.example.org\""),
				Stream.of(more)).toList());
		return id(String.valueOf(created(app.post(Running.ADMINISTRATOR, "/api/v1/people", "{" + fields + "}")).header("Location")));
	}

	private static String promise(String owner, String what, String phrase) {
		return """
				{"owner": {"kind": "PERSON", "id": "%s"}, "what": "%s", "deadline": {"phrase": "%s"}}""".formatted(owner, what, phrase);
	}

	private String action(String title, String... promises) {
		return actionOf(SECRETARY, title, promises);
	}

	private String actionOf(String notedBy, String title, String... promises) {
		String path = String.valueOf(created(app.post(notedBy, "/api/v1/actions", """
				{"partnershipId": "%s", "title": "%s", "agreedOn": "%s", "promises": [%s]}""".formatted(partnershipId, title, SAID, String.join(", ", promises))))
				.header("Location"));
		open.add(path);
		return path;
	}

	private void move(String action, String phrase) {
		created(app.post(SECRETARY, action + "/planning", """
				{"promiseId": "%s", "deadline": {"phrase": "%s"}, "reason": "De cijfers komen later"}""".formatted(promiseOf(action), phrase)));
	}

	/** Id of the first promise. */
	private String promiseOf(String action) {
		return app.get(SECRETARY, action).json().path("promises").get(0).path("promiseId").asString();
	}

	private void finish(String action) {
		open.remove(action);
		created(app.post(SECRETARY, action + "/completion", """
				{"result": "Klaar"}"""));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
