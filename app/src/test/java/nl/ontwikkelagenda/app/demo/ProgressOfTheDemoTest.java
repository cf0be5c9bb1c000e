package nl.ontwikkelagenda.app.demo;

import static nl.ontwikkelagenda.app.reporting.ReportJson.counts;
import static nl.ontwikkelagenda.app.reporting.ReportJson.figure;
import static nl.ontwikkelagenda.app.reporting.ReportJson.rows;
import static nl.ontwikkelagenda.app.reporting.ReportJson.section;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Progress reports on the history of the source documents; the numbers were worked out from those by hand. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ProgressOfTheDemoTest {

	private static final String REPORTS = "/api/v1/reports/progress?";
	private static final String REGION = "partnershipId=" + WorkSession2018.PARTNERSHIP;
	private static final String ACHTERHOEK = "partnershipId=" + DevelopmentAgenda2021.PARTNERSHIP;
	private static final String[] ACTIONS = {"actions-agreed", "actions-open", "actions-late", "actions-without-deadline", "actions-done"};
	private static final String SECRETARY = "secretaris";
	private static final Pattern LEADING = Pattern.compile("<td class=\"who\"><a href=\"([^\"]+)\"");
	private static final Pattern LINES = Pattern.compile("<a href=\"([^\"]+)\" class=\"lines\"");

	private final Running app = Running.withDemo();
	private final String table = only("/api/v1/tables?" + ACHTERHOEK, "tableId");

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	@Order(1)
	void theEightActionsOf2018AsTheyStoodOnThreeEvenings() {
		assertThat(counts(report(REGION + "&asOf=2018-09-23"), ACTIONS)).as("before the session").containsExactly(0, 0, 0, 0, 0);
		assertThat(counts(report(REGION + "&asOf=2018-09-25"), ACTIONS)).containsExactly(8, 8, 0, 4, 0);
		assertThat(counts(report(REGION + "&asOf=2018-11-30"), ACTIONS)).as("the last day of the autumn").containsExactly(8, 8, 0, 4, 0);
		assertThat(counts(report(REGION + "&asOf=2018-12-01"), ACTIONS)).as("the waiting list had to start, Elan had to invite").containsExactly(8, 8, 2, 4, 0);
		assertThat(counts(report(REGION + "&asOf=2019-08-01"), ACTIONS)).as("all but the vision session and the visits").containsExactly(8, 8, 6, 4, 0);
	}

	@Test
	@Order(2)
	void aPeriodCountsFromItsFirstDayUpToItsLast() {
		String[] numbers = {"actions-agreed", "meetings-held", "meetings-planned", "outcomes-information", "outcomes-decision", "outcomes-action", "actions-open"};
		assertThat(counts(report(REGION + "&period=september 2018".replace(" ", "%20")), numbers)).containsExactly(8, 1, 0, 3, 1, 8, 8);
		assertThat(counts(report(REGION + "&from=2018-09-24&to=2018-09-24"), numbers)).containsExactly(8, 1, 0, 3, 1, 8, 8);
		assertThat(counts(report(REGION + "&from=2018-09-25&to=2018-12-11"), numbers)).as("the day after, up to the day before the talk").containsExactly(0, 0, 0, 0, 0, 0, 8);
		assertThat(counts(report(REGION + "&from=2018-09-01&to=2018-09-23"), numbers)).as("what was agreed later does not count").containsExactly(0, 0, 0, 0, 0, 0, 0);
		assertThat(counts(report(REGION + "&period=2e%20kwartaal%202018-2019"), numbers)).containsExactly(0, 0, 1, 0, 0, 0, 8);
		assertThat(counts(report(REGION + "&period=2017-2018"), numbers)).as("the meeting of June").containsExactly(0, 1, 0, 1, 0, 0, 0);
		assertThat(counts(report(REGION), numbers)).containsExactly(8, 2, 1, 4, 1, 8, 8);
		assertThat(report(REGION + "&period=2018-2019").path("period").path("words").asString()).isEqualTo("schooljaar 2018-2019");
	}

	@Test
	@Order(3)
	void whoCameToTheWorkSession() {
		assertThat(rows(report("meetingId=" + WorkSession2018.WORK_SESSION), "participation")).containsExactly(List.of("Onderwijs", "1", "1"), List.of("Gemeenten", "3", "3"));
		assertThat(counts(report("meetingId=" + WorkSession2018.WORK_SESSION), "participation-organisations", "participation-persons")).containsExactly(4, 4);
		assertThat(counts(report(REGION + "&period=oktober%202018"), "participation-organisations", "participation-persons")).containsExactly(0, 0);
	}

	@Test
	@Order(4)
	void whatBecameOfTheGoalsAndProposalsOfTheTable() {
		String[] numbers = {"goals", "goals-answered", "proposals", "proposals-open", "proposals-drafted", "proposals-submitted", "proposals-partly", "advice-waiting",
				"advice-answered", "meetings-held", "meetings-planned"};
		assertThat(counts(report("tableId=" + table + "&asOf=2021-08-31"), numbers)).containsExactly(2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
		assertThat(counts(report("tableId=" + table + "&asOf=2021-09-15"), numbers)).containsExactly(2, 0, 3, 3, 0, 0, 0, 0, 0, 2, 1);
		assertThat(counts(report("tableId=" + table + "&asOf=2021-10-27"), numbers)).containsExactly(2, 0, 3, 0, 3, 0, 0, 0, 0, 3, 0);
		assertThat(counts(report("tableId=" + table + "&asOf=2021-11-10"), numbers)).containsExactly(2, 0, 3, 0, 0, 3, 0, 1, 0, 3, 0);
		JsonNode end = report("tableId=" + table + "&asOf=2021-12-08");
		assertThat(counts(end, numbers)).containsExactly(2, 1, 3, 0, 0, 0, 3, 0, 1, 3, 0);
		assertThat(rows(end, "goals")).hasSize(2).anySatisfy(row -> assertThat(row.get(2)).startsWith("Voorbeeld van een antwoord: door samen voorlichting te geven"))
				.anySatisfy(row -> assertThat(row.get(2)).isEqualTo("Nog geen antwoord"));
		assertThat(rows(end, "participation")).containsExactly(List.of("Onderwijs", "1", "1"), List.of("Overig", "1", "1"));
		assertThat(counts(report("tableId=" + table + "&period=1e%20kwartaal%202021-2022&asOf=2021-12-08"), "goals-answered-in-period", "proposals-made-in-period",
				"advice-answered", "meetings-held")).as("the answer came in the second quarter").containsExactly(0, 3, 0, 2);
	}

	@Test
	@Order(5)
	void theDecisionsComeFromTheRegisters() {
		String[] numbers = {"decisions-taken", "decisions-without-mandate", "decisions-review-due", "decisions-review-planned"};
		assertThat(counts(report(ACHTERHOEK + "&asOf=2021-12-08"), numbers)).containsExactly(1, 1, 0, 1);
		assertThat(counts(report(ACHTERHOEK + "&asOf=2022-11-30"), numbers)).containsExactly(1, 1, 0, 1);
		assertThat(counts(report(ACHTERHOEK + "&asOf=2022-12-01"), numbers)).containsExactly(1, 1, 1, 0);
		assertThat(counts(report("tableId=" + table), numbers)).as("the AO Jeugd decided, not the table").containsExactly(0, 0, 0, 0);
	}

	@Test
	@Order(6)
	void everyNumberLeadsToExactlyItsFacts() {
		List<String> subjects = new ArrayList<>(List.of(REGION, ACHTERHOEK, "partnershipId=" + MetAndereOgen.PROGRAMME, "agendaId=" + WorkSession2018.AGENDA,
				"meetingId=" + WorkSession2018.WORK_SESSION, "tableId=" + table, "communityId=" + first("/api/v1/communities?sort=title", "communityId"),
				"themeId=" + first("/api/v1/themes?sort=title&" + ACHTERHOEK, "themeId")));
		for (String subject : subjects) {
			for (String when : List.of("", "&asOf=2021-10-01", "&period=2021-2022")) {
				Answer asked = app.get(SECRETARY, REPORTS + subject + when);
				if (when.contains("asOf") && asked.status() == 404) {
					continue;
				}
				followed(asked.json(), subject + when);
			}
		}
	}

	private void followed(JsonNode report, String as) {
		assertThat(ReportJson.figures(report)).as(as).isNotEmpty();
		ReportJson.figures(report).forEach(figure -> assertThat(total(figure.path("facts").asString())).as("%s %s", as, figure).isEqualTo(figure.path("count").longValue()));
		report.path("sections").valueStream().flatMap(section -> section.path("tables").valueStream()).flatMap(each -> each.path("rows").valueStream())
				.flatMap(row -> row.path("cells").valueStream()).filter(cell -> cell.path("facts").asString("").contains("figure="))
				.forEach(cell -> assertThat(total(cell.path("facts").asString())).as("%s %s", as, cell).isEqualTo(cell.path("number").longValue()));
	}

	private long total(String facts) {
		JsonNode listed = read("/api/v1/" + facts + "&pageSize=100");
		assertThat(listed.path("items").size()).isEqualTo((int) Math.min(100, listed.path("total").longValue()));
		return listed.path("total").longValue();
	}

	@Test
	@Order(7)
	void aKeptReportStaysAsItWasAndTheNextTellsWhatChanged() {
		String first = kept("{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(WorkSession2018.PARTNERSHIP));
		String asKept = app.get(SECRETARY, REPORTS + "reportId=" + first).body();
		JsonNode before = report("reportId=" + first);
		assertThat(before.path("reportId").asString()).isEqualTo(first);
		assertThat(before.path("comparedWith").isMissingNode()).isTrue();
		assertThat(counts(before, ACTIONS)).containsExactly(8, 8, 6, 4, 0);
		String bench = first("/api/v1/actions?title=Bankzitters&" + REGION, "actionId");
		created("/api/v1/actions/" + bench + "/completion", "{\"result\": \"De casussen zijn besproken\", \"completedOn\": \"2018-12-31\"}");
		created("/api/v1/actions/" + first("/api/v1/actions?title=Visiesessie&" + REGION, "actionId") + "/progress", "{\"text\": \"Een datum gezocht\"}");
		created("/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Vervolg", "plannedOn": "2030-01-08"}""".formatted(WorkSession2018.PARTNERSHIP));
		whatElseIsCounted();

		assertThat(app.get(SECRETARY, REPORTS + "reportId=" + first).body()).as("the same to the last letter").isEqualTo(asKept);
		assertThat(counts(report("reportId=" + first), ACTIONS)).containsExactly(8, 8, 6, 4, 0);
		JsonNode now = report(REGION);
		assertThat(now.path("comparedWith").path("reportId").asString()).isEqualTo(first);
		assertThat(counts(now, ACTIONS)).containsExactly(8, 7, 5, 4, 1);
		assertThat(figure(now, "actions-done-in-time").path("count").intValue()).isEqualTo(1);
		assertThat(figure(now, "actions-open").path("before").intValue()).isEqualTo(8);
		assertThat(figure(now, "actions-done").path("before").intValue()).isZero();
		assertThat(counts(now, "changes-actions-added", "changes-actions-changed", "changes-actions-done", "changes-meetings-added", "changes-decisions-added")).containsExactly(0,
				1, 1, 1, 0);
		assertThat(rows(now, "changes")).contains(List.of("Actie", "Bankzitters", "Afgerond", "Loopt", "Klaar"), List.of("Actie", "Visiesessie", "Gewijzigd", "Loopt", "Loopt"),
				List.of("Bijeenkomst", "Vervolg", "Nieuw", "-", "Gepland"), List.of("Thema", "Wachttijden", "Nieuw", "-", "Loopt"),
				List.of("Deelnemer van een community", "@[" + DemoAccounts.PARTICIPANT + "]", "Nieuw", "-", "Doet mee"), List.of("Reflectie", "Nulmeting", "Nieuw", "-", "Loopt"),
				List.of("Indicator", "Wachttijd", "Nieuw", "-", "Wordt gemeten"), List.of("Meting", "Wachttijd: 2019-2020", "Nieuw", "-", "9,5")).hasSize(8);
		assertThat(counts(now, "changes-themes-added", "changes-enrolments-added", "changes-reflection-rounds-added", "changes-indicators-added", "changes-measurements-added"))
				.containsExactly(1, 1, 1, 1, 1);
		followed(now, "compared");
		String second = kept("{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(WorkSession2018.PARTNERSHIP));
		String third = kept("{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(WorkSession2018.PARTNERSHIP));
		assertThat(rows(report("reportId=" + third), "changes")).as("nothing since the second").isEmpty();
		assertThat(rows(report("reportId=" + third + "&comparedWith=" + first), "changes")).hasSize(8);
		assertThat(report("reportId=" + third).path("comparedWith").path("reportId").asString()).isEqualTo(second);
		followed(report("reportId=" + third + "&comparedWith=" + first), "kept and compared");
		assertThat(app.get(SECRETARY, "/voortgang?reportId=" + third + "&comparedWith=" + first).body()).contains("Zet dit verslag naast", "<option value=\"" + second + "\"",
				"<option value=\"" + first + "\" selected");
		assertThat(read("/api/v1/progress-reports?subjectId=" + WorkSession2018.PARTNERSHIP).path("total").intValue()).isEqualTo(3);
		assertThat(read("/api/v1/progress-reports?asOf=2023-09-01&" + REGION).path("total").intValue()).isZero();
	}

	/** Of everything else that reports count, one. */
	private void whatElseIsCounted() {
		String partnership = "{\"partnershipId\": \"" + WorkSession2018.PARTNERSHIP + "\", ";
		created("/api/v1/agendas/" + first("/api/v1/agendas?" + REGION, "agendaId") + "/themes", "{\"title\": \"Wachttijden\"}");
		String indicator = made("/api/v1/indicators", partnership + """
				"name": "Wachttijd", "definition": "Van aanmelding tot begin", "unit": "weken", "direction": "DOWN", "rhythm": "SCHOOL_YEAR", "source": "Eigen telling"}""");
		created(indicator + "/measurements", "{\"readings\": [{\"period\": \"2019-2020\", \"amount\": 9.5}]}");
		String body = made("/api/v1/bodies", partnership + "\"kind\": \"COMMUNITY\", \"name\": \"Monitoring\"}");
		String community = made("/api/v1/communities", partnership + "\"bodyId\": \"" + id(body) + "\", \"title\": \"Monitoring\"}");
		created("/api/v1/stakeholders", partnership + "\"personId\": \"" + DemoAccounts.PARTICIPANT + "\", \"sector\": \"EDUCATION\", \"perspective\": \"PRACTICE\"}");
		created(community + "/enrolments", "{\"personId\": \"" + DemoAccounts.PARTICIPANT + "\"}");
		created("/api/v1/reflection-rounds", partnership + "\"title\": \"Nulmeting\", \"closesOn\": \"2999-12-31\", \"members\": [" + Stream
				.of(DemoAccounts.SECRETARY, DemoAccounts.PROJECT_LEAD, DemoAccounts.PARTICIPANT, DemoAccounts.AUDITOR, DemoAccounts.ADMINISTRATOR)
				.map(person -> "\"" + person + "\"").collect(Collectors.joining(", ")) + "]}");
	}

	@Test
	@Order(8)
	void aReportOfAMonthIsComparedWithTheMonthBefore() {
		String subject = "{\"subject\": {\"kind\": \"TABLE\", \"id\": \"" + table + "\"}, ";
		String year = kept(subject + "\"period\": \"2020-2021\"}");
		String july = kept(subject + "\"period\": \"juli 2021\"}");
		String august = kept(subject + "\"from\": \"2021-08-01\", \"to\": \"2021-08-31\"}");
		assertThat(report("reportId=" + august).path("comparedWith").path("reportId").asString()).isEqualTo(july);
		assertThat(report("reportId=" + july).path("comparedWith").isMissingNode()).as("a year is no month").isTrue();
		assertThat(report("tableId=" + table + "&period=2021-2022").path("comparedWith").path("reportId").asString()).isEqualTo(year);
		app.get(SECRETARY, REPORTS + REGION + "&comparedWith=" + july).isProblem(400);
		app.get(SECRETARY, REPORTS + "reportId=" + july + "&comparedWith=" + august).isProblem(400);
	}

	@Test
	@Order(9)
	void whatCannotBeAskedIsRefusedAndChangesNothing() {
		long events = app.events();
		for (String wrong : List.of("", "partnershipId=x", REGION + "&tableId=" + table, REGION + "&period=ooit", REGION + "&from=2018-09-01", REGION + "&to=2018-09-01",
				REGION + "&from=2018-09-02&to=2018-09-01", REGION + "&period=2018-09&from=2018-09-01&to=2018-09-30", REGION + "&nonsense=1", REGION + "&asOf=2999-01-01",
				REGION + "&format=odt")) {
			app.get(SECRETARY, REPORTS + wrong).isProblem(400);
		}
		app.get(SECRETARY, REPORTS + "partnershipId=" + Running.unknownId()).isProblem(404);
		app.get(SECRETARY, REPORTS + "reportId=" + Running.unknownId()).isProblem(404);
		app.get(SECRETARY, REPORTS + REGION + "&asOf=2018-01-01").isProblem(404);
		app.get("", REPORTS + REGION).isProblem(401);
		String facts = "/api/v1/reports/progress/facts?" + REGION;
		app.get(SECRETARY, facts).isProblem(400);
		app.get(SECRETARY, facts + "&figure=nonsense").isProblem(400);
		app.get(SECRETARY, facts + "&figure=actions-open&page=0").isProblem(400);
		String partnership = "\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"" + WorkSession2018.PARTNERSHIP + "\"}";
		for (String wrong : List.of("{}", "{\"subject\": {\"kind\": \"MOON\", \"id\": \"" + Running.unknownId() + "\"}}",
				"{\"subject\": {\"kind\": \"TABLE\", \"id\": \"" + WorkSession2018.PARTNERSHIP + "\"}}", "{" + partnership + ", \"period\": \"ooit\"}",
				"{" + partnership + ", \"from\": \"2018-09-01\"}")) {
			app.post(SECRETARY, "/api/v1/progress-reports", wrong).isProblem(400);
		}
		app.post(SECRETARY, "/api/v1/progress-reports", "{" + partnership + ", \"from\": \"2999-01-01\", \"to\": \"2999-01-31\"}").isProblem(409);
		app.post("deelnemer", "/api/v1/progress-reports", "{" + partnership + "}").isProblem(403);
		assertThat(app.events()).isEqualTo(events);
	}

	@Test
	@Order(10)
	void itIsAFileTooAndAPage() {
		Answer csv = app.get(SECRETARY, REPORTS + ACHTERHOEK + "&format=csv&asOf=2021-12-08");
		assertThat(csv.status()).isEqualTo(200);
		assertThat(csv.body()).contains("Doelen en antwoorden", "Doelen;2;;/api/v1/reports/progress/facts?", "2021-12-08");
		assertThat(app.get(SECRETARY, REPORTS + ACHTERHOEK, "Accept", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").status()).isEqualTo(200);
		assertThat(app.get(SECRETARY, "/voortgang/bestand?format=xlsx&" + ACHTERHOEK).status()).isEqualTo(200);
		String page = app.get(SECRETARY, "/voortgang?" + ACHTERHOEK + "&asOf=2021-12-08").body();
		assertThat(page).contains("In het kort", "Besluiten", "woensdag 8 december 2021", "Deels overgenomen", "/voortgang/feiten?" + ACHTERHOEK).doesNotContain("@[");
		String facts = app.get(SECRETARY, "/voortgang/feiten?" + ACHTERHOEK + "&figure=proposals-partly&asOf=2021-12-08").body();
		assertThat(facts).contains("Voorstellen en wat ervan werd: Deels overgenomen: 3", "Voorlichting organiseren");
		assertThat(app.get(SECRETARY, "/voortgang?" + REGION + "&period=vorige%20maand").status()).isEqualTo(200);
		app.get(SECRETARY, "/voortgang?" + REGION + "&period=ooit").isProblem(400);
		app.get(SECRETARY, "/voortgang/feiten?" + REGION + "&figure=nonsense").isProblem(400);
		assertThat(section(report(REGION), "actions").path("title").asString()).isEqualTo("Acties");
	}

	@Test
	@Order(11)
	void theActionsAreDrawnMonthByMonthAlsoAsAPictureByItself() {
		JsonNode chart = section(report(REGION + "&asOf=2019-08-01"), "actions").at("/charts/0");
		assertThat(chart.path("kind").asString()).isEqualTo("LINES");
		assertThat(chart.at("/lines/0/name").asString()).isEqualTo("afgesproken");
		assertThat(chart.at("/lines/0/values").valueStream().map(JsonNode::intValue).toList()).endsWith(8);
		Answer picture = app.get(SECRETARY, "/api/v1/reports/progress/burn-up.svg?" + REGION + "&asOf=2019-08-01");
		assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
		assertThat(picture.body()).startsWith("<svg").contains("role=\"img\"", "<desc", "afgesproken: sep 2018 8");
		assertThat(app.get(SECRETARY, "/voortgang?" + REGION + "&asOf=2019-08-01").body()).contains("afgesproken: sep 2018 8");
		assertThat(app.get(SECRETARY, "/acties?" + REGION + "&asOf=2019-08-01").body()).contains("Hoe het loopt", "afgesproken: sep 2018 8");
		app.get(SECRETARY, "/api/v1/reports/progress/burn-up.svg?" + REGION + "&asOf=2018-09-24").isProblem(404);
	}

	private JsonNode report(String query) {
		return read(REPORTS + query);
	}

	@Test
	@Order(12)
	void everyNumberLeadsToFactsAndEveryFactToItsPage() {
		Set<String> pages = new TreeSet<>();
		JsonNode report = report(ACHTERHOEK);
		report.path("sections").valueStream().flatMap(section -> section.path("figures").valueStream()).filter(figure -> figure.path("count").intValue() > 0)
				// a person has a page for who keeps the register only
				.map(figure -> figure.path("facts").asString()).filter(facts -> !facts.contains("figure=participation-persons")).forEach(facts -> {
					String list = app.get(SECRETARY, facts.replaceFirst("^.*/facts", "/voortgang/feiten"), "Accept", "text/html").body();
					List<String> leading = LEADING.matcher(list).results().map(fact -> fact.group(1)).toList();
					assertThat(leading).as(facts).isNotEmpty().hasSize(list.split("<td class=\"who\">", -1).length - 1);
					pages.addAll(leading);
				});
		String page = app.get(SECRETARY, "/voortgang?" + ACHTERHOEK, "Accept", "text/html").body();
		List<String> named = report.path("sections").valueStream().flatMap(section -> section.path("tables").valueStream()).flatMap(table -> table.path("rows").valueStream())
				.flatMap(row -> row.path("cells").valueStream()).map(cell -> cell.path("address").asString("")).filter(address -> !address.isEmpty()).toList();
		assertThat(named).extracting(address -> address.replaceFirst("/.*", "")).contains("actions", "decisions", "advice-notes", "tables", "meetings");
		assertThat(LINES.matcher(page).results().map(line -> line.group(1)).toList()).hasSameSizeAs(named).allSatisfy(pages::add);
		assertThat(pages).extracting(each -> each.replaceFirst("^/([a-z]+)/.*", "$1")).contains("acties", "adviezen", "besluiten", "bijeenkomsten", "samenwerkingsverbanden",
				"tafels");
		assertThat(pages).allSatisfy(each -> assertThat(app.get(SECRETARY, each, "Accept", "text/html").status()).as(each).isEqualTo(200));
	}

	private JsonNode read(String path) {
		Answer answer = app.get(SECRETARY, path);
		assertThat(answer.status()).as(path + answer.body()).isEqualTo(200);
		return answer.json();
	}

	private String kept(String body) {
		Answer made = app.post(SECRETARY, "/api/v1/progress-reports", body);
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		assertThat(made.header("Location")).isEqualTo("/api/v1/progress-reports/" + made.json().path("reportId").asString());
		return made.json().path("reportId").asString();
	}

	private String made(String path, String body) {
		Answer made = app.post(SECRETARY, path, body);
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		return String.valueOf(made.header("Location"));
	}

	private static String id(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private void created(String path, String body) {
		Answer made = app.post(SECRETARY, path, body);
		assertThat(made.status()).as(made.body()).isEqualTo(201);
	}

	private String only(String path, String field) {
		JsonNode listed = read(path);
		assertThat(listed.path("total").intValue()).isEqualTo(1);
		return listed.at("/items/0/" + field).asString();
	}

	private String first(String path, String field) {
		return read(path).at("/items/0/" + field).asString();
	}
}
