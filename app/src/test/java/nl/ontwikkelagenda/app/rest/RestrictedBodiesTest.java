package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.reporting.MakeScheduledReports;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.reporting.readmodel.BodyPaths;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who holds no seat on a restricted body finds nothing of it, whatever else he may do in the partnership: not by its id, in a list, by its words, as of earlier, in a report, a trace
 * or a difference. Asked of every operation of the OpenAPI document, so that a new one is walked by itself. What is hidden is worked out here by itself: whatever names the body, or
 * something that does.
 */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RestrictedBodiesTest {

	private static final String UNSEATED = "zonder-zetel";
	private static final String SEATED = "met-zetel";
	private static final String GUEST = "genodigde";
	private static final String FOLLOWER = "volger";
	private static final String SECRETARY = "secretaris";
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{([a-zA-Z]+)}");
	private static final Map<String, String> COLLECTIONS = Map.of("people", "rights", "traces", "outcomes");
	private static final Set<String> NAMING = Set.of("bodyId", "meetingId", "tableId", "communityId", "actionId", "inventoryId", "outcomeId", "attachedTo", "about", "subjectId");
	private static final int SHORTEST_WORDS = 25;
	private static final int EACH = 2;

	private final JsonMapper json = JsonMapper.shared();
	private Running app;
	private final Map<String, Map<String, JsonNode>> documents = new TreeMap<>();
	private final Map<String, Set<String>> hidden = new TreeMap<>();
	private final Set<String> hiddenIds = new HashSet<>();
	private final Set<String> words = new LinkedHashSet<>();
	private final List<String> feeds = new ArrayList<>();
	private PersonId seated;
	private PersonId guest;
	private PersonId follower;
	private String visited;
	private String held;
	private String item;

	@BeforeAll
	void restrict() {
		app = Running.withDemo("ontwikkelagenda.limits.burst=1000000", "ontwikkelagenda.limits.failed-logins=100000",
				"spring.mail.host=127.0.0.1", "spring.mail.port=9", "ontwikkelagenda.mail.sender=Agenda <agenda@regio.example>");
		PersonId unseated = enter(UNSEATED);
		follower = enter(FOLLOWER);
		seated = enter(SEATED);
		guest = enter(GUEST);
		read();
		of("partnerships").keySet().stream().map(id -> "/api/v1/partnerships/" + id).forEach(partnership -> {
			List.of("PARTICIPANT", "PROJECT_LEAD", "BOARD").forEach(right -> app.give(partnership, unseated, right));
			app.give(partnership, seated, "PARTICIPANT");
			app.give(partnership, guest, "PARTICIPANT");
			app.give(partnership, follower, "PARTICIPANT");
		});
		read();
		work();
		follow();
		bodies().forEach(body -> {
			created(app.post(SECRETARY, "/api/v1/bodies/" + body + "/access", "{\"access\": \"RESTRICTED\"}"));
			created(app.post(SECRETARY, "/api/v1/bodies/" + body + "/seats", """
					{"personId": "%s", "from": "2021-01-01"}""".formatted(seated)));
		});
		read();
		hide();
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	@Order(1)
	void there_is_something_hidden_of_every_kind() {
		Set<String> kinds = ReadModels.ALL.stream().filter(view -> !BodyPaths.of(view).isEmpty()).map(ReadModel::name).collect(Collectors.toCollection(TreeSet::new));
		kinds.remove("participants");
		assertThat(hidden.keySet()).containsAll(kinds);
		assertThat(words).hasSizeGreaterThan(20);
	}

	@Test
	@Order(2)
	void who_holds_no_seat_finds_nothing_of_it() {
		List<String> seen = new ArrayList<>();
		walk(address -> see(address, seen));
		assertThat(seen).isEmpty();
	}

	@Test
	@Order(2)
	void nor_on_pages() {
		List<String> seen = new ArrayList<>();
		List<String> things = hidden.values().stream().flatMap(ids -> ids.stream().limit(1)).filter(id -> UUID.matcher(id).matches()).toList();
		List<String> partnerships = of("partnerships").keySet().stream().limit(2).toList();
		pages().forEach(page -> {
			List<String> addresses = page.contains("{")
					? things.stream().map(id -> page.replaceAll("\\{[^{}]+(\\{\\d+})?}", id)).toList()
					: Stream.concat(Stream.of(page), partnerships.stream().map(id -> page + "?partnershipId=" + id)).toList();
			addresses.forEach(address -> see(address, seen, "Accept", "text/html"));
		});
		words.stream().limit(3).forEach(text -> see("/zoeken?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), seen, "Accept", "text/html"));
		assertThat(pages()).hasSizeGreaterThan(25);
		assertThat(seen).isEmpty();
	}

	@Test
	@Order(2)
	void nor_the_proof_of_a_fact_about_it() {
		List<String> facts = JdbcClient.create(app.database().owner())
				.sql("select min(event_identifier::text) from log.domain_event where aggregate_identifier = any (?) and payload_type like 'agenda.Meeting%' group by payload_type")
				.param(hiddenIds.toArray(String[]::new)).query(String.class).list();
		assertThat(facts).hasSizeGreaterThan(2).allSatisfy(fact -> {
			assertThat(app.get(UNSEATED, "/controle/bewijs/" + fact, "Accept", "text/html").status()).as(fact).isEqualTo(404);
			assertThat(app.get(SECRETARY, "/controle/bewijs/" + fact, "Accept", "text/html").status()).as(fact).isEqualTo(200);
		});
	}

	@Test
	@Order(2)
	void nor_in_feeds_that_were_made_before_in_streams_and_in_reports_by_mail() {
		List<String> seen = new ArrayList<>();
		assertThat(feeds).hasSizeGreaterThan(5);
		feeds.forEach(feed -> tells(feed, app.get("", feed), seen));
		hiddenOf("tables").forEach(table -> app.get(UNSEATED, "/api/v1/changes?tableId=" + table, "Accept", "text/event-stream").isProblem(404));
		hiddenOf("meetings").stream().limit(EACH).forEach(meeting -> app.get(UNSEATED, "/api/v1/changes?meetingId=" + meeting, "Accept", "text/event-stream").isProblem(404));
		app.context().getBean(JdbcClient.class).sql("delete from register.outgoing_mail").update();
		app.context().getBean(JdbcClient.class).sql("update register.report_subscription set subscribed_on = date '2018-01-01'").update();
		app.context().getBean(MakeScheduledReports.class).run();
		Sealer sealer = app.context().getBean(Sealer.class);
		List<String> mails = app.context().getBean(JdbcClient.class).sql("select id, subject, body from register.outgoing_mail where person_id = ?").param(follower.value())
				.query((row, number) -> {
					Sealer.Row mail = sealer.row(SealedTable.OUTGOING_MAIL, row.getString("id"));
					return mail.open("subject", row.getBytes("subject")) + " " + mail.open("body", row.getBytes("body"));
				}).list();
		assertThat(mails).isNotEmpty();
		mails.forEach(mail -> words.stream().filter(mail::contains).findFirst().ifPresent(text -> seen.add("a mail tells " + text)));
		assertThat(seen).isEmpty();
	}

	@Test
	@Order(3)
	void who_is_invited_without_a_seat_sees_that_one_meeting_and_what_is_on_its_agenda() {
		String meeting = "/api/v1/meetings/" + visited;
		assertThat(app.get(GUEST, meeting).status()).isEqualTo(200);
		assertThat(app.get(GUEST, meeting + "/items").json().path("items").toString()).contains("Zilvermeeuwen op de besloten agenda");
		assertThat(app.get(GUEST, "/api/v1/items/" + item).status()).isEqualTo(200);
		assertThat(app.get(GUEST, "/bijeenkomsten/" + visited, "Accept", "text/html").status()).isEqualTo(200);
		assertThat(app.get(GUEST, "/bijeenkomsten/" + visited + "/bijeenkomst.ics").body()).contains("METHOD:REQUEST", "UID:meeting-" + visited);
		app.get(UNSEATED, "/bijeenkomsten/" + visited + "/bijeenkomst.ics").isProblem(404);
		app.get(UNSEATED, meeting).isProblem(404);
		hiddenOf("meetings").stream().filter(other -> !Set.of(visited, held).contains(other)).forEach(other -> app.get(GUEST, "/api/v1/meetings/" + other).isProblem(404));
		hiddenOf("bodies").forEach(body -> app.get(GUEST, "/api/v1/bodies/" + body).isProblem(404));
		hiddenOf("decisions").forEach(decision -> app.get(GUEST, "/api/v1/decisions/" + decision).isProblem(404));
	}

	@Test
	@Order(3)
	void who_was_invited_without_a_seat_does_not_see_what_came_of_it() {
		String meeting = "/api/v1/meetings/" + held;
		JsonNode kept = app.get(SECRETARY, meeting).json();
		assertThat(List.of(kept.path("attendance").size(), kept.at("/headcount/present").intValue(), kept.path("numberOfOutcomes").intValue())).containsExactly(2, 2, 1);
		assertThat(kept.at("/minutes/status").asString()).isEqualTo("DRAFT");
		assertThat(app.get(SECRETARY, meeting + "/groups").body()).contains("Zilvermeeuwen koppelen terug");
		String last = Instant.now().toString();
		for (String moment : List.of("", "?asOf=" + last)) {
			JsonNode seen = app.get(GUEST, meeting + moment).json();
			assertThat(seen.path("title")).isEqualTo(kept.path("title"));
			assertThat(seen.path("attendance")).isEmpty();
			assertThat(List.of(seen.at("/headcount/present").intValue(), seen.path("numberOfOutcomes").intValue())).containsExactly(0, 0);
			assertThat(seen.has("minutes")).isFalse();
			assertThat(app.get(GUEST, meeting + "/groups" + moment).body()).contains("Zilvermeeuwen aan tafel").doesNotContain("koppelen terug");
		}
		for (String path : List.of("/bijeenkomsten/" + held, "/geschiedenis/" + held, "/verschillen?from=2020-01-01&meetingId=" + held, "/zoeken?q=zilvermeeuwen")) {
			Answer page = app.get(GUEST, path, "Accept", "text/html");
			assertThat(page.status()).as(path).isEqualTo(200);
			assertThat(page.body()).as(path).contains("Zilvermeeuwen").doesNotContain("koppelen terug", "Concept", "concept", "1 aanwezig");
		}
	}

	@Test
	@Order(3)
	void nor_finds_it_by_what_he_does_not_see_of_it() {
		for (String question : List.of("/api/v1/groups?search=koppelen%20terug", "/api/v1/meetings/" + held + "/groups?search=koppelen",
				"/api/v1/search?search=koppelen%20terug")) {
			assertThat(app.get(SECRETARY, question).json().path("total").intValue()).as(question).isOne();
			assertThat(app.get(GUEST, question).json().path("total").intValue()).as(question).isZero();
		}
		assertThat(app.get(GUEST, "/api/v1/search?search=besloten%20vergaderd").body()).contains(held);
		assertThat(present(SECRETARY)).contains(seated.toString());
		assertThat(present(GUEST)).doesNotContain(seated.toString());
	}

	@Test
	@Order(4)
	void nor_does_its_history_tell_him_nor_the_answer_to_what_he_says_himself() {
		String history = "/api/v1/histories/" + held;
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/minutes/recording", "{\"recordedOn\": \"2020-02-04\"}"));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/minutes/circulation", "{\"sentOn\": \"2020-02-05\", \"objectionsUntil\": \"2040-01-01\"}"));
		for (String question : List.of("?type=agenda.AttendanceRecorded", "?type=agenda.AttendanceRecorded&about=" + seated, "?type=agenda.OutcomeRecorded",
				"?type=agenda.MinutesDrafted", "?type=agenda.MinutesSentRound", "?type=agenda.GroupReportedBack")) {
			assertThat(total(SECRETARY, history + question)).as(question).isPositive();
			assertThat(total(GUEST, history + question)).as(question).isZero();
		}
		assertThat(total(GUEST, history + "?type=agenda.MeetingHeld")).isOne();
		Answer objected = app.post(GUEST, "/api/v1/meetings/" + held + "/objections", "{\"text\": \"Ik was er eerder\", \"raisedOn\": \"2020-02-06\"}");
		assertThat(objected.status()).as(objected.body()).isEqualTo(201);
		assertThat(objected.json().path("title").asString()).contains("Zilvermeeuwen");
		assertThat(objected.json().path("attendance")).isEmpty();
		assertThat(objected.json().has("minutes")).isFalse();
	}

	private int total(String user, String path) {
		return app.get(user, path).json().path("total").intValue();
	}

	/** Who was at the meetings of the partnership, as its report tells this person. */
	private String present(String user) {
		String partnership = Objects.requireNonNull(of("meetings").get(held)).path("partnershipId").asString();
		JsonNode report = app.get(user, "/api/v1/reports/progress?partnershipId=" + partnership).json();
		String facts = report.findValues("facts").stream().map(JsonNode::asString).filter(address -> address.contains("figure=participation-persons")).findFirst().orElseThrow();
		Answer told = app.get(user, Api.BASE + "/" + facts + "&pageSize=100");
		assertThat(told.status()).isEqualTo(200);
		return told.body();
	}

	@Test
	@Order(3)
	void a_command_for_what_is_hidden_is_answered_as_if_it_were_not_there() {
		String meeting = hiddenOf("meetings").iterator().next();
		long events = app.events();
		app.post(UNSEATED, "/api/v1/meetings/" + meeting + "/cancellation", "{\"reason\": \"Geen zin\"}").isProblem(404);
		assertThat(app.events()).isEqualTo(events);
	}

	@Test
	@Order(4)
	void whoever_holds_a_seat_and_the_secretary_see_all_of_it_until_the_seat_ends() {
		for (String view : List.of("bodies", "meetings", "tables", "items", "outcomes", "decisions", "actions", "attachments", "reflection-rounds")) {
			String address = "/api/v1/" + view + "/" + hiddenOf(view).iterator().next();
			assertThat(app.get(SEATED, address).status()).as(address).isEqualTo(200);
			assertThat(app.get(SECRETARY, address).status()).as(address).isEqualTo(200);
		}
		String body = bodies().getFirst();
		String seat = app.get(SECRETARY, "/api/v1/bodies/" + body + "/seats?personId=" + seated).json().at("/items/0/seatId").asString();
		assertThat(app.send(SECRETARY, "DELETE", "/api/v1/bodies/" + body + "/seats/" + seat, null).status()).isEqualTo(200);
		app.get(SEATED, "/api/v1/bodies/" + body).isProblem(404);
	}

	@Test
	@Order(5)
	void a_body_that_is_opened_is_seen_by_all_with_what_it_did_before() {
		String body = bodies().getFirst();
		app.get(UNSEATED, "/api/v1/bodies/" + body).isProblem(404);
		created(app.post(SECRETARY, "/api/v1/bodies/" + body + "/access", "{\"access\": \"OPEN\"}"));
		assertThat(app.get(UNSEATED, "/api/v1/bodies/" + body).status()).isEqualTo(200);
		assertThat(app.get(UNSEATED, "/api/v1/seats?bodyId=" + body).json().path("total").intValue()).isPositive();
	}

	private void walk(Consumer<String> ask) {
		for (Operation operation : Operation.all(app).stream().filter(operation -> operation.method().equals("GET")).toList()) {
			for (String path : paths(operation.path())) {
				questions(operation).forEach(question -> ask.accept(Api.BASE + path + question));
			}
		}
	}

	private List<String> questions(Operation operation) {
		List<String> parameters = operation.parameters("query");
		List<String> questions = new ArrayList<>(List.of("?"));
		if (parameters.contains("pageSize")) {
			questions.add("?pageSize=100&");
		}
		if (parameters.contains("search")) {
			words.stream().limit(3).forEach(text -> questions.add("?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&"));
		}
		for (String name : parameters) {
			String view = name.equals("reportId")
					? "progress-reports"
					: name.replaceFirst("Id$", "").replaceFirst("y$", "ie").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "s";
			hidden.getOrDefault(view, Set.of()).stream().limit(EACH).forEach(id -> questions.add("?" + name + "=" + id + "&"));
		}
		if (operation.path().startsWith("/reports/progress")) {
			of("partnerships").keySet().forEach(id -> questions.add("?figure=meetings-held&partnershipId=" + id + "&"));
		}
		List<String> moments = parameters.contains("asOf") ? List.of("", "asOf=2026-01-01") : List.of("");
		return questions.stream().flatMap(question -> moments.stream().map(moment -> (question + moment).replaceFirst("[?&]$", ""))).toList();
	}

	private List<String> paths(String path) {
		Matcher variable = VARIABLE.matcher(path);
		if (!variable.find()) {
			return List.of(path);
		}
		String view = COLLECTIONS.getOrDefault(variable.group(1), variable.group(1));
		Stream<String> ids = hidden.containsKey(view) ? hidden.get(view).stream().limit(EACH) : of(view).keySet().stream().limit(1);
		return ids.flatMap(id -> paths(path.replace("{" + variable.group(2) + "}", id)).stream()).toList();
	}

	/** Addresses of all pages, with what is to be filled in. */
	private Set<String> pages() {
		Set<String> pages = new TreeSet<>();
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((request, method) -> {
			boolean ours = method.getBeanType().getPackageName().startsWith("nl.ontwikkelagenda") && request.getMethodsCondition().getMethods().contains(RequestMethod.GET);
			MayRead declared = QuestionInterceptor.mayRead(method);
			boolean ofAdministrator = declared != null && declared.installation();
			request.getPatternValues().stream()
					.filter(pattern -> ours && !ofAdministrator && !pattern.startsWith(Api.BASE) && !pattern.startsWith("/beheer") && !pattern.contains("{secret}"))
					.forEach(pages::add);
		});
		return pages;
	}

	/** Follows everything that will be hidden while it is not yet. */
	private void follow() {
		bodies().forEach(body -> feeds.add(made("calendar-feeds", "BODY", body)));
		of("tables").keySet().stream().limit(EACH).forEach(table -> {
			feeds.add(made("calendar-feeds", "TABLE", table));
			feeds.add(made("change-feeds", "TABLE", table));
		});
		of("partnerships").keySet().forEach(partnership -> {
			feeds.add(made("calendar-feeds", "PARTNERSHIP", partnership));
			feeds.add(made("change-feeds", "PARTNERSHIP", partnership));
			created(app.post(FOLLOWER, "/api/v1/report-subscriptions",
					"{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}, \"rhythm\": \"MONTHLY\"}".formatted(partnership)));
		});
	}

	private String made(String feeds, String kind, String subject) {
		String address = created(app.post(FOLLOWER, "/api/v1/" + feeds, "{\"kind\": \"%s\", \"subjectId\": \"%s\"}".formatted(kind, subject))).json().path("address").asString();
		return address.replaceFirst("^https?://[^/]+", "");
	}

	/** Notes what this answer tells that is hidden. */
	private void see(String address, List<String> seen, String... headers) {
		tells(address, app.get(UNSEATED, address, headers), seen);
	}

	private void tells(String address, Answer answer, List<String> seen) {
		String path = address.replaceFirst("\\?.*", "");
		if (answer.status() >= 500) {
			seen.add(address + ": " + answer.status());
		} else if (answer.status() == 200) {
			String told = Objects.requireNonNull(answer.body());
			UUID.matcher(told).results().map(found -> found.group()).filter(id -> hiddenIds.contains(id) && !address.contains(id)).findFirst()
					.ifPresent(id -> seen.add(address + " shows " + id + " of " + viewOf(id)));
			words.stream().filter(text -> told.contains(text) && !address.contains("search=") && !address.contains("?q=")).findFirst()
					.ifPresent(text -> seen.add(address + " tells " + text));
			if (UUID.matcher(path).results().anyMatch(found -> hiddenIds.contains(found.group()))) {
				seen.add(address + " is answered");
			}
		} else if (answer.status() == 403 && UUID.matcher(address).results().anyMatch(found -> hiddenIds.contains(found.group()))) {
			seen.add(address + " is refused, which tells that it exists");
		}
	}

	private String viewOf(String id) {
		return hidden.entrySet().stream().filter(view -> view.getValue().contains(id)).map(Map.Entry::getKey).collect(Collectors.joining(", "));
	}

	/** A table, a community and the sessions of 2018: their bodies have most of what there is. */
	private List<String> bodies() {
		return of("bodies").entrySet().stream().filter(body -> List.of("TABLE", "COMMUNITY", "WORK_SESSION").contains(body.getValue().path("kind").asString()))
				.filter(body -> !body.getValue().path("name").asString().equals("Elders")).map(Map.Entry::getKey).toList();
	}

	/** What the bodies of the demo have not got yet. */
	private void work() {
		String body = bodies().stream().filter(id -> of("tables").values().stream().anyMatch(table -> table.path("bodyId").asString().equals(id))).findFirst().orElseThrow();
		String partnership = Objects.requireNonNull(of("bodies").get(body)).path("partnershipId").asString();
		String table = of("tables").entrySet().stream().filter(each -> each.getValue().path("bodyId").asString().equals(body)).map(Map.Entry::getKey).findFirst().orElseThrow();
		String place = "\"partnershipId\": \"%s\", \"bodyId\": \"%s\"".formatted(partnership, body);
		made("meeting-series",
				"{%s, \"title\": \"Zilvermeeuwen in een besloten reeks\", \"dates\": [{\"plannedOn\": \"2040-03-01\"}], \"reason\": \"Voor de toets\"}".formatted(place));
		String meeting = made("meetings", "{%s, \"title\": \"Zilvermeeuwen in een besloten vergadering\", \"plannedOn\": \"2040-02-01\"}".formatted(place));
		visited = meeting;
		item = made("meetings/" + meeting + "/items", "{\"title\": \"Zilvermeeuwen op de besloten agenda\"}");
		made("meetings/" + meeting + "/invitations", "{\"personId\": \"%s\"}".formatted(guest));
		made("meetings/" + meeting + "/invitations", "{\"personId\": \"%s\"}".formatted(DemoAccounts.PARTICIPANT));
		held = made("meetings", "{%s, \"title\": \"Zilvermeeuwen hebben besloten vergaderd\", \"plannedOn\": \"2020-02-03\"}".formatted(place));
		made("meetings/" + held + "/invitations", "{\"personId\": \"%s\"}".formatted(guest));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/holding", "{\"happenedOn\": \"2020-02-03\"}"));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/attendance", "{\"personId\": \"%s\"}".formatted(guest)));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/attendance", "{\"personId\": \"%s\"}".formatted(seated)));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/outcomes", "{\"kind\": \"DECISION\", \"title\": \"Zilvermeeuwen mogen blijven\"}"));
		created(app.post(SECRETARY, "/api/v1/meetings/" + held + "/minutes", "{\"text\": \"Zilvermeeuwen hebben gesproken\"}"));
		String group = made("meetings/" + held + "/groups", "{\"name\": \"Zilvermeeuwen aan tafel\", \"members\": []}");
		created(app.post(SECRETARY, "/api/v1/groups/" + group + "/reports", "{\"text\": \"Zilvermeeuwen koppelen terug\"}"));
		made("reflection-rounds", """
				{"partnershipId": "%s", "about": "%s", "title": "Zilvermeeuwen kijken besloten terug", "members": [%s], "closesOn": "2040-01-01"}"""
				.formatted(partnership, table, Stream.of(DemoAccounts.PARTICIPANT, DemoAccounts.SECRETARY, DemoAccounts.PROJECT_LEAD, DemoAccounts.AUDITOR, seated)
						.map(person -> "\"" + person + "\"").collect(Collectors.joining(", "))));
		made("progress-reports", "{\"subject\": {\"kind\": \"TABLE\", \"id\": \"%s\"}, \"from\": \"2021-01-01\", \"to\": \"2021-12-31\"}".formatted(table));
	}

	private String made(String collection, String body) {
		String location = Objects.requireNonNull(created(app.post(SECRETARY, "/api/v1/" + collection, body)).header("Location"));
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private Set<String> hiddenOf(String view) {
		return hidden.getOrDefault(view, Set.of());
	}

	private Map<String, JsonNode> of(String view) {
		return documents.getOrDefault(view, Map.of());
	}

	private void read() {
		documents.clear();
		JdbcClient.create(app.database().owner()).sql("select g.name, d.id, d.body::text from view.document d join view.generation g on g.id = d.generation where g.serving")
				.query(row -> {
					documents.computeIfAbsent(row.getString(1), view -> new TreeMap<>()).put(row.getString(2), json.readTree(row.getString(3)));
				});
	}

	/** Whatever names a body, or something that does. */
	private void hide() {
		Set<String> found = new HashSet<>(bodies());
		for (int before = -1; before < found.size();) {
			before = found.size();
			documents.forEach((view, all) -> all.forEach((id, document) -> {
				if ((!view.equals("comments") && found.contains(id))
						|| NAMING.stream().anyMatch(field -> found.contains(document.path(field).asString("")) && !(view.equals("advice-notes") && field.equals("bodyId")))) {
					found.add(id);
					hidden.computeIfAbsent(view, first -> new TreeSet<>()).add(id);
				}
			}));
		}
		hiddenIds.addAll(found.stream().filter(id -> UUID.matcher(id).matches()).toList());
		// The questions of a reflection are published, so its results may repeat them.
		String visible = Instrument.ALL + documents.entrySet().stream().flatMap(view -> view.getValue().entrySet().stream().filter(document -> !found.contains(document.getKey())))
				.map(document -> document.getValue().toString()).collect(Collectors.joining("\n"));
		hidden.forEach((view, ids) -> ids.forEach(id -> texts(Objects.requireNonNull(of(view).get(id))).filter(text -> text.length() >= SHORTEST_WORDS && !visible.contains(text))
				.filter(text -> !UUID.matcher(text).find()).forEach(words::add)));
	}

	private static Stream<String> texts(JsonNode node) {
		return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(RestrictedBodiesTest::texts);
	}

	private PersonId enter(String username) {
		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new Person(person, username + " (test)", "Tijdelijk", null, username + "@school.example.org", null));
		app.context().getBean(Accounts.class).open(username, person, DemoAccounts.PASSWORD, false);
		return person;
	}

	private static Answer created(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
		return answer;
	}
}
