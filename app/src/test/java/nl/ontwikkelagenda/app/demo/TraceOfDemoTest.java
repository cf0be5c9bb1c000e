package nl.ontwikkelagenda.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks of the demo history where things came from and what came of them. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class TraceOfDemoTest {

	/** What no chain is of, with the reason. */
	private static final Map<String, String> WITHOUT = Map.ofEntries(
			Map.entry("partnershipId", "every chain is within a partnership, and none is of it"),
			Map.entry("organisationId", "who does things is told with the steps"), Map.entry("personId", "who does things is told with the steps"),
			Map.entry("programmeId", "a partnership of regions"), Map.entry("regionId", "a partnership"),
			Map.entry("partnerships", "every chain is within a partnership, and none is of it"),
			Map.entry("holders", "rights of persons in a partnership, by its id"), Map.entry("departures", "who left a partnership, by its id"),
			Map.entry("rights", "rights of a person, by his id"), Map.entry("programmes", "regions of a partnership, by their ids"),
			Map.entry("paragraphId", "stands in its note only, which has the same chain"), Map.entry("objectionId", "stands in the minutes of its meeting only"),
			Map.entry("roleId", "described for a whole partnership"), Map.entry("terms", "explained for a whole partnership"),
			Map.entry("termId", "explained for a whole partnership"),
			Map.entry("stakeholders", "a person who takes part in a partnership"), Map.entry("stakeholderId", "a person who takes part in a partnership"),
			Map.entry("school-holidays", "days of a partnership"), Map.entry("calendarId", "days of a partnership"),
			Map.entry("redactions", "tells of a text that is gone"), Map.entry("redactionId", "tells of a text that is gone"),
			Map.entry("eventId", "a fact, which histories tell"));
	private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	/** Ids of one kind are told apart by nothing that a few of them would not show. */
	private static final int OF_EACH = 3;

	private final Running app = Running.withDemo();
	private String mandate = "";

	/** The demo decides nothing by mandate and has no series; its measurements are of a partnership in which nobody can log in. */
	@BeforeAll
	void decideByMandateAndPlanASeries() {
		JdbcClient.create(app.database().owner())
				.sql("select distinct partnership_id::text from view.document join view.generation on generation.id = generation where serving and name = 'measurements'")
				.query(String.class).list().forEach(partnership -> app.give("/api/v1/partnerships/" + partnership, DemoAccounts.SECRETARY, "SECRETARY"));
		Client secretary = new Client(app, "secretaris");
		JsonNode table = secretary.read("/api/v1/tables").path("items").get(0);
		String where = "\"partnershipId\": \"" + table.path("partnershipId").asString() + "\", \"bodyId\": \"" + table.path("bodyId").asString() + "\"";
		mandate = new Client(app, Running.ADMINISTRATOR).created("/api/v1/partnerships/" + table.path("partnershipId").asString() + "/mandates",
				"{\"personId\": \"" + DemoAccounts.SECRETARY + "\", \"subject\": \"Inkoop\", \"from\": \"2021-01-01\"}").json().path("mandateId").asString();
		secretary.created("/api/v1/decisions", "{" + where + ", \"title\": \"Samen inkopen\", \"particulars\": {\"method\": \"CONSENT\", \"present\": [\"" + DemoAccounts.SECRETARY
				+ "\"], \"mandateId\": \"" + mandate + "\"}}");
		secretary.created("/api/v1/meeting-series",
				"{" + where + ", \"title\": \"Voortgang\", \"lastAnnounced\": false, \"dates\": [{\"plannedOn\": \"2099-01-15\"}, {\"plannedOn\": \"2099-02-15\"}]}");
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	private static String path(String name) {
		return "/api/v1/traces/" + Story.id(name);
	}

	private JsonNode trace(String path) {
		Answer answer = app.get("secretaris", path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	@Test
	void aChainLeadsToThePageOfEveryStepThatHasOne() {
		String page = app.get("secretaris", "/keten/" + Story.id("actie Lerarentekort"), "Accept", "text/html").body();
		List<String> chain = Pattern.compile("<a href=\"(/[^\"]+)\"").matcher(page.substring(page.indexOf("<ol class=\"chain\">"), page.indexOf("</ol>"))).results()
				.map(link -> link.group(1)).toList();
		assertThat(chain).extracting(link -> link.replaceFirst("^/([a-z]+)/.*", "$1")).contains("agendas", "themas", "prioritering", "bijeenkomsten", "acties", "inventarisaties",
				"keten");
		assertThat(chain).allSatisfy(link -> assertThat(app.get("secretaris", link, "Accept", "text/html").status()).as(link).isEqualTo(200));
	}

	private static List<String> steps(JsonNode trace, String side) {
		return trace.path("steps").valueStream().filter(step -> step.path("side").asString().equals(side))
				.map(step -> step.path("kind").asString() + " " + step.path("title").asString())
				.toList();
	}

	@Test
	void anActionOf2018ComesFromItsThemeAndLeadsToWhatWasCounted() {
		JsonNode trace = trace(path("actie Lerarentekort"));
		assertThat(steps(trace, "ITSELF")).containsExactly("OUTCOME Lerarentekort", "ACTION Lerarentekort");
		assertThat(steps(trace, "BEFORE")).contains("AGENDA Samenwerkingsagenda onderwijs – gemeenten", "THEME Lerarentekort",
				"PRIORITY_ROUND Prioriteiten na de projectencarrousel", "MEETING Verder aan de slag met succesvol samenwerken tussen onderwijs en gemeenten",
				"MEETING Bijeenkomst onderwijs en gemeenten");
		assertThat(steps(trace, "AFTER")).contains("PROMISE De omvang van het lerarentekort inventariseren", "INVENTORY Hoeveel fte leraren komt u structureel tekort?",
				"RESULT 7,25 fte", "MEETING Voorbeeld: overleg over het lerarentekort");
		JsonNode session = trace.path("steps").valueStream().filter(step -> step.path("title").asString().startsWith("Verder aan de slag")).findFirst().orElseThrow();
		assertThat(session.path("present")).isNotEmpty();
		assertThat(session.path("on").path("from").asString()).isEqualTo("2018-09-24");
		assertThat(trace.path("leftOut").intValue()).isZero();
	}

	@Test
	void aPromiseIsTracedByItsOwnId() {
		JsonNode trace = trace(path("toezegging lerarentekort 2"));
		assertThat(steps(trace, "ITSELF")).containsExactly("PROMISE Een overleg organiseren over de korte en de langere termijn oplossingen");
		assertThat(steps(trace, "BEFORE")).contains("ACTION Lerarentekort", "THEME Lerarentekort");
		assertThat(steps(trace, "AFTER")).containsExactly("MEETING Voorbeeld: overleg over het lerarentekort");
	}

	@Test
	void aGoalOf2021IsTracedFromIdeaToAnswer() {
		JsonNode trace = trace(path("doel elkaar kennen"));
		assertThat(steps(trace, "BEFORE")).contains("IDEA Vertrouwen in elkaar en denken in mogelijkheden", "THEME Het ‘grijze gebied’ tussen onderwijs en jeugdhulp",
				"TABLE Grijs gebied tussen onderwijs en jeugdhulp");
		assertThat(steps(trace, "AFTER")).anyMatch(step -> step.startsWith("PROPOSAL Voorlichting organiseren"))
				.contains("ADVICE_NOTE Adviesnotitie Grijs gebied tussen onderwijs en jeugdhulp").anyMatch(step -> step.startsWith("ANSWER Voorbeeld van een antwoord"));
		JsonNode before = trace(path("doel elkaar kennen") + "?asOf=2021-09-30");
		assertThat(steps(before, "AFTER")).anyMatch(step -> step.startsWith("PROPOSAL")).noneMatch(step -> step.startsWith("ADVICE_NOTE") || step.startsWith("ANSWER"));
		app.get("secretaris", path("doel elkaar kennen") + "?asOf=2021-02-28").isProblem(404);
	}

	@Test
	void theWholeAgendaOf2021IsInOneChain() {
		JsonNode trace = trace(path("ontwikkelagenda onderwijs jeugdhulp"));
		assertThat(steps(trace, "AFTER")).contains("THEME Het ‘grijze gebied’ tussen onderwijs en jeugdhulp",
				"ADVICE_NOTE Adviesnotitie Grijs gebied tussen onderwijs en jeugdhulp");
		assertThat(trace.path("links").size()).isGreaterThan(20);
	}

	@Test
	void whateverHasAnIdHasAChain() {
		Map<String, Set<String>> kinds = kinds();
		assertThat(kinds).containsKeys("bodies", "seatId", "mandateId", "seriesId", "knowledgeItemId", "measurementId", "enrolmentId", "attachmentId", "promiseId");
		Map<String, Integer> statuses = new TreeMap<>();
		kinds.forEach((kind, ids) -> ids.forEach(id -> {
			int status = app.get("secretaris", "/api/v1/traces/" + id).status();
			if (status != (WITHOUT.containsKey(kind) ? 404 : 200)) {
				statuses.put(kind + " " + id, status);
			}
		}));
		assertThat(statuses).as("A kind of thing that can be part of no chain stands in WITHOUT with the reason; of a part, Wholes says to what it belongs.").isEmpty();
	}

	/** Some ids of the documents of each view, and of each kind of id in documents, where the secretary may look. */
	private Map<String, Set<String>> kinds() {
		Map<String, Set<String>> kinds = new TreeMap<>();
		Set<String> readable = app.get("secretaris", "/api/v1/partnerships?pageSize=100").json().path("items").valueStream().map(one -> one.path("partnershipId").asString())
				.collect(Collectors.toSet());
		JdbcClient.create(app.database().owner())
				.sql("select name, document.id, body::text from view.document join view.generation on generation.id = generation where serving order by 1, 2")
				.query(row -> {
					JsonNode document = JsonMapper.shared().readTree(row.getString(3));
					if (readable.contains(document.path("partnershipId").asString(readable.iterator().next()))) {
						note(kinds, row.getString(1), row.getString(2));
						noteIds(kinds, document);
					}
				});
		return kinds;
	}

	private static void noteIds(Map<String, Set<String>> kinds, JsonNode node) {
		// what a report is about has an id of another kind, under which it is asked too
		node.propertyStream().filter(field -> field.getKey().endsWith("Id") && !field.getKey().equals("subjectId"))
				.forEach(field -> note(kinds, field.getKey(), field.getValue().asString("")));
		node.valueStream().forEach(part -> noteIds(kinds, part));
	}

	private static void note(Map<String, Set<String>> kinds, String kind, String id) {
		Set<String> ids = kinds.computeIfAbsent(kind, any -> new TreeSet<>());
		if (UUID_TEXT.matcher(id).matches() && ids.size() < OF_EACH) {
			ids.add(id);
		}
	}

	@Test
	void aDecisionComesFromItsBodyByTheMandateItRestsOn() {
		JsonNode trace = trace("/api/v1/traces/" + mandate);
		assertThat(steps(trace, "ITSELF")).containsExactly("MANDATE Inkoop");
		assertThat(steps(trace, "BEFORE")).singleElement().asString().startsWith("BODY ");
		assertThat(steps(trace, "AFTER")).singleElement().asString().startsWith("DECISION ").endsWith("Samen inkopen");
		JsonNode decision = trace.path("steps").valueStream().filter(step -> step.path("kind").asString().equals("DECISION")).findFirst().orElseThrow();
		assertThat(steps(trace("/api/v1/traces/" + decision.path("id").asString()), "BEFORE")).contains("MANDATE Inkoop");
	}

	@Test
	void theChainIsAlsoAPicture() {
		Answer picture = app.get("secretaris", path("thema grijs gebied") + "/chain.svg");
		assertThat(picture.status()).isEqualTo(200);
		assertThat(picture.header("Content-Type")).isEqualTo("image/svg+xml");
		assertThat(picture.body()).startsWith("<svg").contains("role=\"img\"", "10 november 2021: Adviesnotitie");
		assertThat(app.get("secretaris", path("thema grijs gebied"), "Accept", "image/svg+xml").body()).isEqualTo(picture.body());
		assertThat(app.get("secretaris", path("thema grijs gebied") + "/chain.svg?asOf=2021-09-30").body()).doesNotContain("Adviesnotitie Grijs gebied");
		Answer page = app.get("secretaris", "/keten/" + Story.id("thema grijs gebied"));
		assertThat(page.body()).contains("<svg", "Stap voor stap", "hierover gaat het");
	}

	@Test
	void whoTakesNoPartSeesNoChain() {
		app.get("", path("thema grijs gebied")).isProblem(401);
		app.get("secretaris", "/api/v1/traces/" + Running.unknownId()).isProblem(404);
		String elsewhere = app.partnership("Elders");
		app.give(elsewhere, DemoAccounts.PROJECT_LEAD, "PROJECT_LEAD");
		Answer agenda = app.post("projectleider", "/api/v1/agendas", """
				{"partnershipId": "%s", "title": "Agenda van elders"}""".formatted(elsewhere.substring(elsewhere.lastIndexOf('/') + 1)));
		String id = agenda.json().path("agendaId").asString();
		assertThat(app.get("projectleider", "/api/v1/traces/" + id).status()).isEqualTo(200);
		app.get("secretaris", "/api/v1/traces/" + id).isProblem(404);
		assertThat(app.get("secretaris", "/keten/" + id).status()).isNotEqualTo(200);
	}
}
