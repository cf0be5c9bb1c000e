package nl.ontwikkelagenda.app.reminder;

import static nl.ontwikkelagenda.app.reporting.ReportJson.count;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.agenda.EightActions;
import nl.ontwikkelagenda.app.job.CloseInventoriesThatAreDue;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The eight actions of 24 September 2018 from the day they were agreed to the end of the school year, every day of it: what is asked of whom, what moves, and what the reports say. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SchoolYear2018Test {

	private static final String SECRETARY = "secretaris";
	private static final String DIRECTOR = "directeur-d@school.example.org";
	private static final String SUCCESSOR = "opvolger@school.example.org";

	private final MailServer server = new MailServer();
	private final Running app = server.application();
	private final RecordingClock clock = app.context().getBean(RecordingClock.class);
	/** Per reader the days on which a mail came, with the number of promises in it. */
	private final Map<String, List<String>> mails = new TreeMap<>();
	private String partnership = "";
	private String partnershipId = "";
	private String region = "";
	private String rbl = "";
	private String unita = "";
	private String director = "";
	private String successor = "";
	private String meeting = "";
	private String inventory = "";

	@BeforeAll
	void theRegion() {
		at("2018-09-03");
		partnership = app.partnership("Schooljaar 2018-2019");
		partnershipId = id(partnership);
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		region = organisation("De Regio", "MUNICIPALITY");
		rbl = organisation("RBL", "MUNICIPALITY");
		unita = organisation("Unita", "EDUCATION");
		director = person("Directeur D", DIRECTOR);
		successor = person("Opvolger", SUCCESSOR);
		meeting = made("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Werksessie onderwijs en gemeenten", "plannedOn": "2018-09-24"}""".formatted(partnershipId));
	}

	@AfterAll
	void close() {
		clock.runAgain();
		app.context().close();
		server.close();
	}

	@Test
	@Order(1)
	void onTheDayItselfEveryPromiseSaysWhatACarefulReaderWouldSay() {
		at("2018-09-24");
		created(post(meeting + "/holding", """
				{"happenedOn": "2018-09-24"}"""));
		String agenda = made("/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Samenwerkingsagenda onderwijs – gemeenten"}""".formatted(partnershipId));
		String teachers = id(made(agenda + "/themes", """
				{"title": "Lerarentekort", "noticedAsMissing": true}"""));
		EightActions.of(region, rbl, director, teachers).forEach(action -> created(post(meeting + "/outcomes", action)));

		assertThat(deadlines("Lerarentekort")).containsExactly("NONE UNKNOWN", "BEFORE DERIVED ..2018-12-21");
		assertThat(deadlines("Bankzitters")).containsExactly("BEFORE DERIVED ..2018-12-31");
		assertThat(deadlines("Visiesessie")).containsExactly("NONE UNKNOWN");
		assertThat(deadlines("Leerlingenvervoer")).containsExactly("BEFORE DERIVED ..2018-12-21");
		assertThat(deadlines("Wachtlijst voor JGGZ")).containsExactly("STARTS DERIVED 2018-09-01..2018-11-30");
		assertThat(deadlines("Elan & Co")).containsExactly("DURING DERIVED 2018-11-01..2018-11-30");
		assertThat(deadlines("Werkbezoeken en samen professionaliseren")).containsExactly("NONE UNKNOWN");
		assertThat(deadlines("Transparantie over financiën en organisatie")).containsExactly("DURING DERIVED 2018-08-01..2019-07-31", "DURING DERIVED 2018-08-01..2019-07-31",
				"DURING DERIVED 2019-02-01..2019-02-28");
		assertThat(read("/api/v1/actions?withoutDeadline=true&partnershipId=" + partnershipId).path("total").intValue()).as("nobody invented a day").isEqualTo(3);
	}

	@Test
	@Order(2)
	void theCallForTheVisionSessionFillsUp() {
		at("2018-09-25");
		String vision = path("Visiesessie");
		String call = made(vision + "/calls", """
				{"text": "Wil jij hier graag bij zijn of wil je dit helpen organiseren?", "limit": 2, "lastDay": "2018-10-31"}""");
		String first = person("Bestuurder A", "bestuurder-a@school.example.org");
		sign(vision, first);
		sign(vision, person("Bestuurder B", "bestuurder-b@school.example.org"));
		String third = person("Bestuurder C", "bestuurder-c@school.example.org");
		problem(post(vision + "/participants", """
				{"personId": "%s"}""".formatted(third)), "a-full-call-takes-no-more");
		assertThat(read(call).path("full").booleanValue()).isTrue();
		assertThat(app.send(SECRETARY, "DELETE", vision + "/participants/" + first, null).status()).isEqualTo(200);
		sign(vision, third);
	}

	@Test
	@Order(3)
	void theInventoryAsksAllAndClosesByItself() {
		at("2018-10-01");
		inventory = made("/api/v1/inventories", """
				{"partnershipId": "%s", "actionId": "%s", "question": "Komt u structureel fte tekort?", "unit": "fte", "organisations": ["%s", "%s", "%s"],
				 "closesOn": "2018-11-30"}""".formatted(partnershipId, id(path("Lerarentekort")), region, rbl, unita));
		answer(unita, "6.5");
		live("2018-11-05");
		answer(region, "2.25");
		live("2018-11-28");
		done("Elan & Co", "Uitnodiging verstuurd aan alle scholen");
		created(post(path("Wachtlijst voor JGGZ") + "/progress", """
				{"text": "De eerste twintig leerlingen zijn bekeken"}"""));
		live("2018-12-03");
		JsonNode closed = read(inventory);
		assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
		assertThat(closed.path("total").decimalValue()).isEqualByComparingTo("8.75");
		assertThat(closed.at("/nonResponse/0").asString()).isEqualTo(rbl);
		keep("Lerarentekort", 0, "In drie organisaties geteld, 8,75 fte");
	}

	@Test
	@Order(4)
	void anActionIsMovedWithAReasonAndAnotherIsDone() {
		live("2018-12-17");
		created(post(path("Leerlingenvervoer") + "/planning", """
				{"promiseId": "%s", "deadline": {"phrase": "in maart"}, "reason": "De vervoerders kunnen niet eerder"}""".formatted(promise("Leerlingenvervoer", 0))));
		live("2018-12-20");
		done("Bankzitters", "Vijf casussen besproken met de consultant van Huizen");
		keep("Lerarentekort", 1, "Overleg gehouden op 20 december");
		created(post(path("Lerarentekort") + "/completion", """
				{"result": "Omvang bekend en besproken"}"""));
		live("2019-02-15");
		assertThat(mails.get(DIRECTOR)).as("a week before the holidays; then it was moved to March").containsExactly("2018-12-14");
		assertThat(mails.get("secretaris@demo.example")).as("what organisations and teams promised, to who noted it").contains("2018-10-31", "2018-11-23", "2018-12-14",
				"2019-01-31");
	}

	@Test
	@Order(5)
	void theReportOfFebruaryIsRight() {
		JsonNode report = report("");
		assertThat(numbers(report)).containsExactly(8, 5, 3, 0);
		assertThat(count(report, "actions-late")).as("nothing is late in the middle of February").isZero();
		assertThat(count(report, "actions-without-deadline")).as("the vision session and the visits").isEqualTo(2);
		assertThat(line(report, "Leerlingenvervoer").get(2)).isEqualTo("Loopt");
		JsonNode transport = action("Leerlingenvervoer");
		assertThat(transport.at("/promises/0/moves").intValue()).isEqualTo(1);
		assertThat(transport.at("/promises/0/earlierDeadlines/0/deadline/phrase").asString()).isEqualTo("voor de kerstvakantie");
		assertThat(transport.at("/promises/0/earlierDeadlines/0/reason").asString()).isEqualTo("De vervoerders kunnen niet eerder");
	}

	@Test
	@Order(6)
	void whoTakesOverIsRemindedFromThenOn() {
		live("2019-03-04");
		created(post(path("Leerlingenvervoer") + "/promises/" + promise("Leerlingenvervoer", 0) + "/handover", """
				{"owner": {"kind": "PERSON", "id": "%s"}, "reason": "De directeur heeft een andere baan"}""".formatted(successor)));
		live("2019-04-08");
		assertThat(mails.get(DIRECTOR)).containsExactly("2018-12-14", "2019-02-28");
		assertThat(mails.get(SUCCESSOR)).as("a week before, on the last day, and weekly after it").containsExactly("2019-03-24", "2019-03-31", "2019-04-07");
		assertThat(read("/api/v1/actions?overdue=true&partnershipId=" + partnershipId).path("items").valueStream().map(action -> action.path("title").asString()))
				.containsExactlyInAnyOrder("Leerlingenvervoer", "Transparantie over financiën en organisatie");
		done("Leerlingenvervoer", "Regionaal overleg gehouden op 8 april");
		keep("Transparantie over financiën en organisatie", 2, "Informatiebijeenkomst gehouden");
		live("2019-06-20");
		created(post(path("Visiesessie") + "/cancellation", """
				{"reason": "Gaat op in de nieuwe samenwerkingsagenda"}"""));
		done("Wachtlijst voor JGGZ", "Alle leerlingen zijn bekeken");
		live("2019-07-31");
		assertThat(mails.get(SUCCESSOR)).as("nothing after it was done").hasSize(3);
	}

	@Test
	@Order(7)
	void theReportOfJulyIsRightAndThatOfFebruaryStaysAsItWas() {
		JsonNode july = report("");
		assertThat(numbers(july)).containsExactly(8, 2, 5, 1);
		assertThat(count(july, "actions-late")).as("31 July is the last day of the school year").isZero();
		assertThat(count(july, "actions-without-deadline")).isEqualTo(1);
		assertThat(line(july, "Bankzitters").get(3)).isEqualTo("Vijf casussen besproken met de consultant van Huizen");
		at("2019-08-01");
		assertThat(count(report(""), "actions-late")).isEqualTo(1);
		JsonNode february = report("&asOf=2019-02-15");
		assertThat(numbers(february)).containsExactly(8, 5, 3, 0);
		assertThat(line(february, "Leerlingenvervoer").get(1)).startsWith("@[" + director + "]: ");
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	/** Every day until and including this one, with what jobs do on it. */
	private void live(String until) {
		LocalDate today = LocalDate.ofInstant(clock.instant(), Today.AMSTERDAM);
		today.plusDays(1).datesUntil(LocalDate.parse(until).plusDays(1)).forEach(day -> {
			at(day.toString());
			Stream.of(GiveReminders.class, SendMails.class, RecordReminders.class, CloseInventoriesThatAreDue.class).forEach(job -> app.context().getBean(job).run());
			server.received().forEach(mail -> mails.computeIfAbsent(mail.to(), reader -> new ArrayList<>()).add(day.toString()));
		});
	}

	private void at(String day) {
		clock.standAt(LocalDate.parse(day).atTime(LocalTime.of(8, 0)).atZone(Today.AMSTERDAM).toInstant());
	}

	private JsonNode report(String more) {
		return read("/api/v1/reports/progress?partnershipId=" + partnershipId + more);
	}

	/** All, open, done, dropped. */
	private static List<Integer> numbers(JsonNode report) {
		return ReportJson.counts(report, "actions-agreed", "actions-open", "actions-done", "actions-dropped");
	}

	/** What the report says of an action: who does what, where it stands, the latest about it. */
	private static List<String> line(JsonNode report, String title) {
		return ReportJson.rows(report, "actions").stream().filter(row -> row.getFirst().equals(title)).findFirst().orElseThrow();
	}

	private List<String> deadlines(String title) {
		return action(title).path("promises").valueStream().map(promise -> promise.path("deadline")).map(deadline -> {
			String window = deadline.path("earliest").asString("") + ".." + deadline.path("latest").asString("");
			return deadline.path("kind").asString() + " " + deadline.path("certainty").asString() + (window.equals("..") ? "" : " " + window);
		}).toList();
	}

	private JsonNode action(String title) {
		return read("/api/v1/actions?pageSize=100&partnershipId=" + partnershipId).path("items").valueStream().filter(action -> action.path("title").asString().equals(title))
				.findFirst().orElseThrow();
	}

	private String path(String title) {
		return "/api/v1/actions/" + action(title).path("actionId").asString();
	}

	private String promise(String title, int place) {
		return action(title).path("promises").get(place).path("promiseId").asString();
	}

	private void keep(String title, int place, String result) {
		created(post(path(title) + "/promises/" + promise(title, place) + "/completion", """
				{"result": "%s"}""".formatted(result)));
	}

	private void done(String title, String result) {
		created(post(path(title) + "/completion", """
				{"result": "%s"}""".formatted(result)));
	}

	private void answer(String organisation, String amount) {
		created(post(inventory + "/answers", """
				{"organisationId": "%s", "amount": %s}""".formatted(organisation, amount)));
	}

	private void sign(String action, String person) {
		created(post(action + "/participants", """
				{"personId": "%s"}""".formatted(person)));
	}

	private String organisation(String name, String sector) {
		JsonNode organisations = created(post(partnership + "/organisations", """
				{"name": "%s", "sector": "%s"}""".formatted(name, sector))).json().path("organisations");
		return organisations.get(organisations.size() - 1).path("organisationId").asString();
	}

	private String person(String name, String email) {
		return id(made("/api/v1/people", """
				{"name": "%s", "function": "Directeur", "email": "%s"}""".formatted(name, email)));
	}

	private static void problem(Answer answer, String rule) {
		assertThat(answer.isProblem(409).json().path("type").asString()).isEqualTo("/problems/" + rule);
	}

	private Answer post(String path, String body) {
		return app.post(SECRETARY, path, body);
	}

	private String made(String path, String body) {
		return String.valueOf(created(post(path, body)).header("Location"));
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer;
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
