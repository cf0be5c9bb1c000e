package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.Hidden;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.command.AllCommands;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import tools.jackson.databind.JsonNode;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody sees of a partnership in which he has no right: nothing, also no number that is higher for it. Asked of every operation of the OpenAPI document, of every other form that
 * its answers have, and of every page, so that a new one is walked by itself: of who is not logged in, of an account without any right, of those whose rights have ended or begin later,
 * and of one with every right in another partnership. And what each role sees and changes where it is held: what is declared for it, and nothing else.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StrangersTest {

	private static final String WITHOUT_RIGHTS = "zonder-rechten";
	private static final String ELSEWHERE = "elders";
	private static final String EVERYTHING = "alle-rechten";
	private static final String FORMER = "rechten-van-vroeger";
	private static final String LATER = "rechten-van-later";
	private static final String TODAY = "rechten-van-vandaag";
	private static final String ALONE = "alleen";
	private static final int AT_ONCE = 3;
	private static final String JSON = "application/json, */*";
	private static final List<String> RIGHTS = List.of("PARTICIPANT", "SECRETARY", "PROJECT_LEAD", "BOARD", "AUDITOR", "ADMINISTRATOR");
	/** Who keeps or audits a partnership. */
	private static final Set<Right> KEEPERS = EnumSet.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.AUDITOR, Right.ADMINISTRATOR);
	private static final Set<Right> LEADERS = EnumSet.of(Right.SECRETARY, Right.PROJECT_LEAD);
	private static final Set<Right> TAKERS = EnumSet.of(Right.SECRETARY, Right.AUDITOR);
	private static final Set<Right> CHECKERS = EnumSet.of(Right.AUDITOR, Right.ADMINISTRATOR);
	private static final Set<Right> WRITERS = EnumSet.of(Right.SECRETARY, Right.ADMINISTRATOR);
	private static final Set<Right> OF_REGISTER = EnumSet.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR);
	/** Operations that send no command and ask by themselves who may, with who that is. */
	private static final Map<String, Set<Right>> WITHOUT_COMMAND = Map.of("POST /partnerships", Set.of(), "POST /action-imports", Set.of(Right.SECRETARY, Right.PROJECT_LEAD),
			// who is a member answers, whatever his rights
			"POST /reflection-rounds/{id}/answers", Set.of(), "PUT /reflection-rounds/{id}/answers/me", Set.of(),
			// by a job, so that nothing tells who answered last
			"POST /reflection-rounds/{id}/closing", Set.of(Right.SECRETARY, Right.PROJECT_LEAD),
			// what is sent tells of which meeting it is
			"POST /calendar-replies", EnumSet.allOf(Right.class));
	private static final Pattern ABOUT_ONESELF = Pattern.compile("/me(/|$)");
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	private static final Pattern READABLE = Pattern.compile("^text/|json|xml$");
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
	/** What differs between any two installations: ids, moments, places in the log and in registers, addresses. */
	private static final Pattern VARYING = Pattern
			.compile(UUID + "|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|(?<=[0-9]{4} om )[0-9]{2}:[0-9]{2}|127\\.0\\.0\\.1:[0-9]+|(?<=name=\"_csrf\" value=\")[^\"]+|"
					+ "(?<=\"(?:position|accessId)\":)[0-9]+");
	/** Of the register of persons, and how it is with the ledger. */
	private static final Pattern OF_ALL = Pattern.compile("(?s)<option value=\"" + UUID + "\"[^>]*>[^<]*</option>\\s*|<li><a class=\"who\" href=\"/controle.*?</li>");
	private static final String ONE_REGISTER = "who somebody is, is of no partnership: there is one register of persons, for who keeps a partnership";
	private static final String ONE_LEDGER = "there is one ledger, of which digests are for everybody";
	private static final String A_JOB = "sent by a job";
	private static final String AN_AUTOMATION = "sent when something else has happened";
	private static final String NOT_THERE = "there is none of it";
	private static final String NOTHING_WAITS = "no job has anything to do";
	private static final String NOT_ABOUT_HIM = "only who it is about has it";
	private static final String FOR_ALL = "it was published";
	private static final String ABOUT_HIM = "what he asked himself, and in which partnership somebody read about him";
	/** Lists in which ids are found of what is of an account or a partnership, and in no view. */
	private static final List<String> KEPT = List.of("/calendar-feeds", "/change-feeds", "/report-subscriptions", "/access-tokens", "/webhooks", "/report-runs");
	/** Operations that decide by themselves who reads them, with who that is. */
	private static final Map<String, Set<Right>> BY_ITSELF = Map.ofEntries(Map.entry("/audit/accesses", CHECKERS),
			// and whoever takes part himself
			Map.entry("/enrolments/{id}/certificate", LEADERS), Map.entry("/partnerships/{id}/left-behind", KEEPERS),
			// only whose account it is
			Map.entry("/access-tokens", Set.of()), Map.entry("/access-tokens/{id}", Set.of()), Map.entry("/calendar-feeds", Set.of()), Map.entry("/calendar-feeds/{id}", Set.of()),
			Map.entry("/change-feeds", Set.of()), Map.entry("/change-feeds/{id}", Set.of()), Map.entry("/report-subscriptions", Set.of()),
			Map.entry("/report-subscriptions/{id}", Set.of()), Map.entry("/report-runs/{id}", Set.of()),
			Map.entry("/report-runs/{id}/file", Set.of()));
	/** Operations of which nothing is to be read here, with the reason. */
	private static final Map<String, String> UNANSWERED = Stream
			.of(Stream
					.of("/action-imports/{id}", "/actions/{id}/participants", "/actions/{id}/progress", "/actions/{id}/reminders", "/agendas/{id}/comments",
							"/agendas/{id}/editions", "/calls/{id}/participants", "/comments", "/comments/{id}", "/decisions/{id}/reviews", "/indicators/{id}/sources", "/mandates",
							"/mandates/{id}", "/measurements/{id}/corrections", "/partnerships/{id}/attachments", "/partnerships/{id}/departures", "/partnerships/{id}/mandates",
							"/partnerships/{id}/roles", "/people/{id}/changes", "/people/{id}/erasure", "/priority-rounds/{id}/dots", "/projects/{id}/copies", "/redactions",
							"/redactions/{id}", "/school-holidays", "/school-holidays/{id}", "/audit/cosignatures/{id}", "/audit/witnesses", "/audit/witnesses/{id}")
					.map(path -> Map.entry(path, NOT_THERE)),
					Stream.of("/dead-letters/{id}", "/outgoing-mails", "/outgoing-mails/{id}", "/rebuilds/{id}", "/rebuilds/{id}/differences", "/retention-proposals/{id}",
							"/webhooks/{id}/deliveries", "/webhooks/{id}/deliveries/{deliveryId}").map(path -> Map.entry(path, NOTHING_WAITS)),
					Stream.of("/meetings/{id}/invitation.ics", "/people/me/participations", "/people/me/reminders", "/reflection-rounds/{id}/answers/me")
							.map(path -> Map.entry(path, NOT_ABOUT_HIM)))
			.flatMap(each -> each)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	/** Fields that not everybody has who reads an operation, by how their pointers begin, with who has them. */
	private static final Map<String, Map<String, Set<Right>>> FIELDS = Map.of("/histories/{id}", Map.of("/items/*/recordedBy/standing", KEEPERS), "/histories/{id}/facts/{eventId}",
			Map.of("/fact/recordedBy/standing", KEEPERS, "/holders/", KEEPERS, "/whenItHappened/", KEEPERS), "/audit/proofs/{eventId}", Map.of("/event/", TAKERS));
	/** Pages that are not for everybody with a right, with for whom they are. */
	private static final Map<String, Set<Right>> PAGES = Map.ofEntries(Map.entry("/acties/inlezen", LEADERS), Map.entry("/acties/nieuw", LEADERS),
			Map.entry("/bijeenkomsten/{id}/regelen", LEADERS), Map.entry("/inventarisaties/nieuw", LEADERS), Map.entry("/monitor/{id}/bijhouden", LEADERS),
			Map.entry("/reflecties/nieuw", LEADERS), Map.entry("/controle/bundel.zip", TAKERS), Map.entry("/geschiedenis/{id}/bewijsbundel.zip", TAKERS),
			Map.entry("/controle/controles/{id}", CHECKERS), Map.entry("/controle/inzage", CHECKERS), Map.entry("/meldingen/koppelingen/{id}", WRITERS),
			Map.entry("/samenwerkingsverbanden/{id}/lakken", WRITERS), Map.entry("/personen", OF_REGISTER), Map.entry("/personen/{id}", OF_REGISTER),
			Map.entry("/samenwerkingsverbanden/{id}/bijhouden", OF_REGISTER),
			// only who asked for the report
			Map.entry("/voortgang/maken/{id}", Set.of()), Map.entry("/voortgang/maken/{id}/bestand", Set.of()),
			// only who administers the installation
			Map.entry("/beheer", Set.of()), Map.entry("/beheer/accounts", Set.of()), Map.entry("/beheer/bewaartermijnen", Set.of()), Map.entry("/beheer/blijven-liggen", Set.of()),
			Map.entry("/beheer/imports", Set.of()), Map.entry("/beheer/lakken", Set.of()), Map.entry("/beheer/leesmodellen", Set.of()), Map.entry("/beheer/post", Set.of()),
			Map.entry("/beheer/taken", Set.of()), Map.entry("/personen/{id}/wissen", Set.of()));
	/** Pages that nobody is shown here, with the reason. */
	private static final Map<String, String> NOT_SHOWN = Map.of("/acties/inlezen/{id}", "nothing was imported", "/beheer/leesmodellen/{id}", "nothing is built again",
			"/bijeenkomsten/{id}/stukken/{attachment}/{name:bestand\\.[a-z]+}",
			"found by the page of the meeting only", "/deelname/{id}/bewijs.pdf", "only to whose enrolment it is", "/huisstijl/{id}/logo", "there is no logo",
			"/reflecties/{id}/vragen/{place}", "only to who is asked");
	/** What tells of the whole installation, with the reason. */
	private static final Map<String, String> TOLD_OF_ALL = Map.ofEntries(Map.entry("/people", ONE_REGISTER), Map.entry("/personen", ONE_REGISTER),
			Map.entry("/audit/checks", ONE_LEDGER),
			Map.entry("/audit/bundles", ONE_LEDGER), Map.entry("/controle", ONE_LEDGER), Map.entry("/controle/checkpoints", ONE_LEDGER),
			Map.entry("/controle/checkpoint.txt", ONE_LEDGER),
			Map.entry("/controle/bundel.zip", ONE_LEDGER), Map.entry("/openbaar", FOR_ALL), Map.entry("/people/me/data", ABOUT_HIM),
			Map.entry("/mijn-gegevens/gegevens.json", ABOUT_HIM));
	/** What everybody may read, and what somebody is told about himself, with the reason. */
	private static final Map<String, String> OPEN = Map.of("/aanmelden", "for which programmes one can register", "/openbaar", FOR_ALL, "/openbaar/agendas/{id}", FOR_ALL,
			"/openbaar/verslagen/{id}", FOR_ALL, "/mijn-gegevens/gegevens.json", ABOUT_HIM, "/people/me/data", ABOUT_HIM);
	/** Commands that no operation sends, or none that can be made up, with the reason. */
	private static final Map<String, String> NOT_SENT = Map.ofEntries(Map.entry("FoundPartnership", "the operation asks first who administers the installation: WITHOUT_COMMAND"),
			Map.entry("AnswerOwnInvitation", "only when it is one's own, and then everybody may"), Map.entry("CloseReflectionRound", A_JOB), Map.entry("NoteReviewDue", A_JOB),
			Map.entry("RecordReminder", A_JOB), Map.entry("EraseStakeholder", "part of erasing a person"), Map.entry("CarryOverTheme", AN_AUTOMATION),
			Map.entry("EndParticipation", AN_AUTOMATION), Map.entry("EndMergedTheme", AN_AUTOMATION), Map.entry("HandItemOver", AN_AUTOMATION),
			Map.entry("NoteMeetingCancelled", AN_AUTOMATION), Map.entry("PlaceCarriedItem", AN_AUTOMATION), Map.entry("PlanOccurrence", AN_AUTOMATION),
			Map.entry("RaiseThemePart", AN_AUTOMATION), Map.entry("RecordSession", AN_AUTOMATION), Map.entry("RereadDeadlines", AN_AUTOMATION),
			Map.entry("ReviseDecision", AN_AUTOMATION));
	/** Views whose ids are those of persons; who somebody is, is of no partnership. */
	private static final Set<String> OF_PERSONS = Set.of("rights", "holders", "departures");

	@TempDir private static Path ledger;
	private Running app;
	private ReadRequests requests;
	private PageRequests pages;
	/** Of every operation that reads, addresses with ids of the demo where there are some, with what must be asked. */
	private final Map<Operation, List<String>> addresses = new LinkedHashMap<>();
	/** What answers at a path of the API in JSON, or in the one form that there is. */
	private final Map<String, HandlerMethod> readers = new HashMap<>();
	/** Ids of everything in the partnerships of the demo, and of the facts about it. */
	private Set<String> hidden;
	/** Of the demo. */
	private List<String> partnerships;
	/** The partnership in which the stranger holds every right. */
	private String elsewhere;
	private final Map<String, PersonId> persons = new HashMap<>();

	@BeforeAll
	void settle() {
		app = Running.withDemo("ontwikkelagenda.limits.burst=1000000", "ontwikkelagenda.limits.failed-logins=100000", "ontwikkelagenda.audit.checkpoint-every=0s",
				"ontwikkelagenda.audit.directory=" + ledger);
		JdbcClient database = JdbcClient.create(app.database().owner());
		enter(WITHOUT_RIGHTS);
		PersonId person = enter(ELSEWHERE);
		partnerships = database
				.sql("select d.id from view.document d join view.generation g on g.id = d.generation where g.serving and g.name = 'partnerships'").query(String.class).list();
		String partnership = app.partnership("Elders");
		elsewhere = Client.id(partnership);
		RIGHTS.forEach(right -> app.give(partnership, person, right));
		PersonId everything = enter(EVERYTHING);
		PersonId former = enter(FORMER);
		PersonId later = enter(LATER);
		LocalDate today = LocalDate.now(Today.AMSTERDAM);
		give(partnerships.getFirst(), enter(TODAY), Right.SECRETARY, today, today);
		for (Right right : Right.values()) {
			PersonId holder = enter(user(right));
			partnerships.forEach(each -> {
				app.give("/api/v1/partnerships/" + each, holder, right.name());
				app.give("/api/v1/partnerships/" + each, everything, right.name());
				give(each, former, right, LocalDate.of(2018, 1, 1), today.minusDays(1));
				give(each, later, right, today.plusDays(1), null);
			});
		}
		add();
		app.context().getBean(SealEvents.class).run();
		hidden = new HashSet<>(database.sql("""
				select d.id, g.name from view.document d join view.generation g on g.id = d.generation where g.serving and d.partnership_id is distinct from ?::uuid""")
				.param(elsewhere)
				.query((row, number) -> OF_PERSONS.contains(row.getString(2)) ? "" : row.getString(1)).list().stream().filter(id -> UUID.matcher(id).matches()).toList());
		hidden.addAll(database.sql("select event_identifier::text from log.domain_event where aggregate_identifier <> ?").param(elsewhere).query(String.class).list());
		requests = new ReadRequests(app, new Random(20210329), List.of(EVERYTHING, Running.ADMINISTRATOR));
		pages = new PageRequests(app, requests);
		KEPT.forEach(list -> hidden.addAll(requests.kept(list)));
		Stream.of(true, false).flatMap(ofMoments -> requests.operations(ofMoments).stream()).forEach(operation -> addresses.put(operation, addressesOf(operation)));
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				mapping.getPatternValues().stream().filter(path -> !method.hasMethodAnnotation(Hidden.class)).forEach(path -> readers.put(path, method));
			}
		});
	}

	/** The other forms of what stands there: for each that is made by itself a type in which it can be asked. */
	private Stream<String> otherForms(Operation operation) {
		return requests.otherForms(operation).stream().map(StrangersTest::plainest);
	}

	/** That which can be read as it is, if there is one. */
	private static String plainest(List<String> types) {
		return types.stream().filter(type -> type.startsWith("text/")).findFirst().orElseGet(types::getFirst);
	}

	private void give(String partnership, PersonId person, Right right, LocalDate from, @Nullable LocalDate to) {
		Answer given = app.post(Running.ADMINISTRATOR, "/api/v1/partnerships/" + partnership + "/rights", """
				{"personId": "%s", "right": "%s", "from": "%s"%s}""".formatted(person, right, from, to == null ? "" : ", \"to\": \"" + to + "\""));
		assertThat(given.status()).as(given.body()).isEqualTo(201);
	}

	/** What the demo has none of. */
	private void add() {
		Map<String, Object> body = JdbcClient.create(app.database().owner()).sql("""
				select d.id, d.partnership_id::text as place from view.document d join view.generation g on g.id = d.generation where g.serving and g.name = 'bodies' and d.partnership_id::text <> ?
				order by d.id limit 1""").param(elsewhere).query().singleRow();
		Client everybody = new Client(app, EVERYTHING);
		String place = "\"partnershipId\": \"%s\", \"bodyId\": \"%s\"".formatted(body.get("place"), body.get("id"));
		everybody.created("/api/v1/meeting-series", "{%s, \"title\": \"Een reeks\", \"dates\": [{\"plannedOn\": \"2040-03-01\"}], \"reason\": \"Voor de toets\"}".formatted(place));
		String meeting = everybody.made("/api/v1/meetings", "{%s, \"title\": \"Een bijeenkomst\", \"plannedOn\": \"2040-02-01\"}".formatted(place));
		everybody.created(meeting + "/invitations", "{\"personId\": \"%s\"}".formatted(WriteRequests.OTHER));
		String subject = "{\"kind\": \"PARTNERSHIP\", \"subjectId\": \"%s\"}".formatted(body.get("place"));
		everybody.created("/api/v1/calendar-feeds", subject);
		everybody.created("/api/v1/change-feeds", subject);
		everybody.created("/api/v1/report-subscriptions", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}, \"rhythm\": \"MONTHLY\"}".formatted(body.get("place")));
		everybody.created("/api/v1/access-tokens",
				"{\"name\": \"Een sleutel\", \"scope\": \"READ\", \"expiresOn\": \"%s\"}".formatted(LocalDate.now(Today.AMSTERDAM).plusDays(30)));
		everybody.created("/api/v1/webhooks", subject.replace("}", ", \"address\": \"https://93.184.215.14/berichten\"}"));
		assertThat(app.send(EVERYTHING, "POST", "/api/v1/audit/checks", null).status()).isLessThan(300);
		Answer asked = app.post(EVERYTHING, "/api/v1/report-runs", "{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}}".formatted(body.get("place")));
		assertThat(asked.status()).as(asked.body()).isEqualTo(202);
	}

	private static String user(Right right) {
		return "rol-" + right.name().toLowerCase(Locale.ROOT);
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void without_logging_in_only_what_is_declared_so_is_answered() {
		Set<String> declared = new TreeSet<>();
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			MayRead mayRead = QuestionInterceptor.mayRead(method);
			if (mayRead != null && mayRead.withoutLogin()) {
				mapping.getPatternValues()
						.forEach(path -> mapping.getMethodsCondition().getMethods().forEach(does -> declared.add(does + " " + path.substring(Api.BASE.length()))));
			}
		});
		Set<String> open = Operation.all(app).stream()
				.filter(operation -> app
						.send("", operation.method(), operation.address(), operation.body() == null ? null : operation.smallest().toString(), operation.contentType())
						.status() != 401)
				.map(Operation::toString).collect(Collectors.toCollection(TreeSet::new));
		assertThat(open).isEqualTo(declared);
	}

	@Test
	void nothing_of_another_partnership_is_read_now_or_as_of_a_moment() {
		assertThat(hidden).hasSizeGreaterThan(100);
		List<Asking> questions = new ArrayList<>();
		addresses.forEach((operation, its) -> {
			if (!operation.isOpen() && !OPEN.containsKey(operation.path())) {
				List<String> parameters = operation.parameters("query");
				its.forEach(address -> ways(address, parameters).forEach(way -> questions.add(new Asking(ELSEWHERE, way, JSON))));
				otherForms(operation).forEach(type -> questions.add(new Asking(ELSEWHERE, its.getFirst(), type)));
				// of oneself one is told what right one had
				(ABOUT_ONESELF.matcher(operation.path()).find() ? Stream.of(WITHOUT_RIGHTS) : Stream.of(WITHOUT_RIGHTS, FORMER, LATER))
						.forEach(stranger -> questions.add(new Asking(stranger, its.getFirst(), JSON)));
			}
		});
		assertThat(each(questions, this::seen)).isEmpty();
	}

	@Test
	void of_another_partnership_one_is_told_that_somebody_there_read_about_oneself_and_nothing_else() {
		PersonId person = Objects.requireNonNull(persons.get(ELSEWHERE));
		assertThat(app.get(user(Right.AUDITOR), "/api/v1/people/" + person).status()).isEqualTo(403);
		assertThat(app.get(EVERYTHING, "/api/v1/people/" + person).status()).isEqualTo(200);
		app.post(ELSEWHERE, "/api/v1/partnerships/" + partnerships.getFirst() + "/rights", "{\"personId\": \"%s\", \"right\": \"BOARD\"}".formatted(person)).isProblem(404);
		app.get(ELSEWHERE, "/api/v1/partnerships/" + partnerships.getFirst()).isProblem(404);
		JsonNode data = app.get(ELSEWHERE, "/api/v1/people/me/data").json();
		assertThat(tellingOfOthers(data, "")).containsOnly("/registers/auditAccess/*/partnershipId");
		assertThat(data.at("/registers/auditAccess").valueStream().filter(row -> isOfOthers(row.path("partnershipId").asString("")))).isNotEmpty()
				.allSatisfy(row -> assertThat(row.path("scope").toString()).contains(person.toString())).noneSatisfy(row -> assertThat(row.has("personId")).isTrue());
		assertThat(tellingOfOthers(app.get(WITHOUT_RIGHTS, "/api/v1/people/me/data").json(), "")).isEmpty();
	}

	/** Pointers, as those of fields, to what names something of another partnership. */
	private Stream<String> tellingOfOthers(JsonNode node, String at) {
		if (node.isContainer()) {
			return node.isArray()
					? node.valueStream().flatMap(item -> tellingOfOthers(item, at + "/*"))
					: node.propertyStream().flatMap(field -> tellingOfOthers(field.getValue(), at + "/" + field.getKey()));
		}
		return isOfOthers(node.asString("")) ? Stream.of(at) : Stream.empty();
	}

	/** Plainly, all at once, by a word, and as of earlier. */
	private static List<String> ways(String address, List<String> parameters) {
		List<String> ways = new ArrayList<>(List.of(address));
		if (parameters.contains("pageSize")) {
			ways.add(with(address, "pageSize=100"));
		}
		if (parameters.contains("search") && !address.contains("search=")) {
			ways.add(with(address, "search=tafel"));
		}
		if (parameters.contains(Question.AS_OF)) {
			List.copyOf(ways).forEach(way -> ways.add(with(way, "asOf=2026-01-01")));
		}
		return ways;
	}

	private static String with(String address, String parameter) {
		return address + (address.contains("?") ? "&" : "?") + parameter;
	}

	@Test
	void nor_on_pages_in_files_and_by_forms() {
		List<Asking> questions = new ArrayList<>();
		shown().stream().filter(page -> !OPEN.containsKey(page.pattern())).forEach(page -> page.addresses()
				.forEach(address -> List.of(ELSEWHERE, FORMER, LATER).forEach(stranger -> questions.add(new Asking(stranger, address, "text/html, */*")))));
		assertThat(questions).hasSizeGreaterThan(300);
		List<String> seen = new ArrayList<>(each(questions, this::seen));
		List<PageRequests.Page> forms = pages.all(RequestMethod.POST).stream()
				.filter(page -> !OPEN.containsKey(page.pattern()) && page.addresses().stream().anyMatch(this::isOfOthers)).toList();
		assertThat(forms).hasSizeGreaterThan(150);
		Answer own = app.get(ELSEWHERE, "/mijn-toegang", "Accept", "text/html");
		String token = TOKEN.matcher(own.body()).results().map(found -> found.group(1)).findFirst().orElseThrow();
		String cookie = String.valueOf(own.header("Set-Cookie")).split(";")[0];
		seen.addAll(each(forms.stream().flatMap(page -> page.addresses().stream().filter(this::isOfOthers)).toList(), address -> {
			int status = sent(address, token, cookie);
			int unknown = sent(UUID.matcher(address).replaceAll(Running.unknownId()), token, cookie);
			return status == unknown && status >= 400 && status < 500 && status != 403
					? Optional.empty()
					: Optional.of("POST " + address + ": " + status + ", where there is nothing " + unknown);
		}));
		assertThat(seen).isEmpty();
	}

	private int sent(String address, String token, String cookie) {
		return app.post(ELSEWHERE, address, "_csrf=" + token, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html", "Cookie", cookie).status();
	}

	/** What can be looked at, as far as it is not found by a secret address. */
	private List<PageRequests.Page> shown() {
		return pages.all(RequestMethod.GET).stream().filter(page -> !page.pattern().contains("{secret}") && !page.pattern().startsWith("/css/")).toList();
	}

	@Test
	void a_right_is_for_reading_from_its_first_day_to_its_last() {
		String path = "/partnerships/" + partnerships.getFirst();
		assertThat(app.get(TODAY, Api.BASE + path).status()).isEqualTo(200);
		assertThat(app.get(TODAY, Api.BASE + "/partnerships").json().path("total").intValue()).isEqualTo(1);
		assertThat(app.get(TODAY, "/samenwerkingsverbanden/" + partnerships.getFirst(), "Accept", "text/html").status()).isEqualTo(200);
		for (String stranger : List.of(FORMER, LATER)) {
			app.get(stranger, Api.BASE + path).isProblem(404);
			assertThat(app.get(stranger, Api.BASE + "/partnerships").json().path("total").intValue()).isZero();
			assertThat(app.get(stranger, "/samenwerkingsverbanden/" + partnerships.getFirst(), "Accept", "text/html").status()).isEqualTo(404);
		}
	}

	@Test
	void a_proof_is_for_who_may_see_what_happened() {
		Map<String, String> facts = new TreeMap<>();
		JdbcClient.create(app.database().owner()).sql("select payload_type, min(event_identifier::text) from log.domain_event where aggregate_identifier <> ? group by 1")
				.param(elsewhere)
				.query(row -> {
					facts.put(row.getString(1), row.getString(2));
				});
		assertThat(facts).hasSizeGreaterThan(80);
		List<String> otherwise = new ArrayList<>();
		facts.forEach((type, fact) -> {
			String address = "/api/v1/audit/proofs/" + fact;
			Map.of(EVERYTHING, 200, ELSEWHERE, 404, FORMER, 404).forEach((user, wanted) -> {
				int status = app.get(user, address).status();
				if (status != wanted) {
					otherwise.add(user + " GET " + address + " of " + type + ": " + status);
				}
			});
		});
		assertThat(otherwise).isEmpty();
		String given = "/api/v1/audit/proofs/" + Objects.requireNonNull(facts.get("agenda.RightGiven"));
		assertThat(app.get(user(Right.AUDITOR), given).status()).isEqualTo(200);
		app.get(user(Right.PARTICIPANT), given).isProblem(404);
		new Client(app, user(Right.PARTICIPANT))
				.read("/api/v1/histories/" + Client.id(addresses.entrySet().stream().filter(each -> each.getKey().path().equals("/histories/{id}")).findFirst()
						.orElseThrow().getValue().getFirst()) + "?limit=100")
				.path("items").forEach(fact -> assertThat(app.get(user(Right.PARTICIPANT), fact.path("proof").asString()).status()).isEqualTo(200));
	}

	/** Numbers are those that an installation would give in which there is nothing but his own partnership. */
	@Test
	void what_is_told_elsewhere_is_the_same_without_the_others() {
		Running without = Running.application();
		String here = alone(app);
		String there = alone(without);
		List<String> asked = new ArrayList<>();
		addresses.keySet().stream().filter(operation -> !operation.isOpen() && !TOLD_OF_ALL.containsKey(operation.path())).forEach(operation -> {
			String path = operation.path().replaceFirst("^/(partnerships|histories|traces)/\\{id}", "/$1/%s");
			if (!path.contains("{")) {
				String query = requests.required(operation).replaceAll("partnershipId=[^&]*", "partnershipId=%s");
				asked.add(Api.BASE + path + (query.isEmpty() ? "" : "?" + query));
			}
		});
		shown().stream().filter(page -> !TOLD_OF_ALL.containsKey(page.pattern())).flatMap(page -> page.addresses().stream().limit(1))
				.map(address -> address.replace(requests.busiest(), "%s")).filter(address -> !UUID.matcher(address).find()).forEach(asked::add);
		assertThat(asked).hasSizeGreaterThan(140);
		List<String> different = new ArrayList<>();
		for (String address : asked) {
			String told = told(app, address.replace("%s", here));
			String alone = told(without, address.replace("%s", there));
			if (!told.equals(alone)) {
				int at = Math.max(0, Arrays.mismatch(told.toCharArray(), alone.toCharArray()) - 40);
				different.add(address + ": " + told.substring(at, Math.min(told.length(), at + 120)) + " | " + alone.substring(at, Math.min(alone.length(), at + 120)));
			}
		}
		assertThat(different).isEmpty();
	}

	/** The id of a partnership of somebody who holds every right in it and no other. */
	private static String alone(Running app) {
		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new Person(person, "Iemand alleen (test)", "Tijdelijk", null, null, null));
		app.context().getBean(Accounts.class).open(ALONE, person, DemoAccounts.PASSWORD, false);
		String partnership = app.partnership("Alleen");
		RIGHTS.forEach(right -> app.give(partnership, person, right));
		return Client.id(partnership);
	}

	/** Without what differs between any two installations. */
	private static String told(Running app, String address) {
		Answer answer = app.get(ALONE, address, "Accept", address.startsWith(Api.BASE) ? JSON : "text/html, */*");
		boolean readable = READABLE.matcher(String.valueOf(answer.header("Content-Type"))).find();
		return answer.status() + " " + (readable ? VARYING.matcher(OF_ALL.matcher(answer.body()).replaceAll("")).replaceAll("*") : answer.header("Content-Type"));
	}

	@Test
	void each_role_reads_what_is_declared_for_it_and_nothing_else() {
		List<String> otherwise = Collections.synchronizedList(new ArrayList<>());
		Map<String, Map<String, Set<Right>>> differing = new ConcurrentSkipListMap<>();
		Map<String, Integer> unanswered = new ConcurrentSkipListMap<>();
		each(List.copyOf(addresses.keySet()), operation -> {
			Set<Right> declared = declared(operation);
			Optional<String> best = tellingMost(operation, !declared.isEmpty());
			String address = best.orElseGet(() -> Objects.requireNonNull(addresses.get(operation)).getFirst());
			if (best.isEmpty()) {
				unanswered.put(operation.path(), app.get(EVERYTHING, address).status());
			}
			Map<String, Set<Right>> byField = new TreeMap<>();
			Set<Right> answered = EnumSet.noneOf(Right.class);
			for (Right right : Right.values()) {
				Answer answer = app.get(user(right), address);
				boolean reads = answer.status() == 200 && !empty(answer);
				if (reads) {
					answered.add(right);
				}
				if (reads != (best.isPresent() && declared.contains(right)) || !(reads || List.of(200, 403, 404).contains(answer.status()))) {
					otherwise.add(user(right) + (reads ? " reads " : " does not read ") + operation.path() + " at " + address + ": " + answer.status());
				}
				if (reads && String.valueOf(answer.header("Content-Type")).contains("json")) {
					fields(answer.json(), "").forEach(field -> byField.computeIfAbsent(field, first -> EnumSet.noneOf(Right.class)).add(right));
				}
				otherForms(operation).forEach(type -> {
					Answer other = app.get(user(right), address, "Accept", type);
					if (other.status() != answer.status()) {
						otherwise.add(user(right) + " GET " + address + " as " + type + ": " + other.status() + ", and in JSON " + answer.status());
					}
				});
			}
			byField.values().removeIf(answered::equals);
			if (!byField.isEmpty() && !ABOUT_ONESELF.matcher(operation.path()).find()) {
				differing.put(operation.path(), byField);
			}
			return Optional.empty();
		});
		assertSoftly(softly -> {
			softly.assertThat(otherwise).isEmpty();
			softly.assertThat(unanswered.keySet()).as("%s", unanswered).isEqualTo(UNANSWERED.keySet());
			softly.assertThat(addresses.size() - unanswered.values().stream().filter(status -> status != 200).count()).isGreaterThan(200);
			// who may read an operation is declared for all of its fields at once, but for these
			softly.assertThat(undeclared(differing)).isEmpty();
		});
	}

	/** Who reads this operation: as it declares itself, or as it is said here of what decides by itself. */
	private Set<Right> declared(Operation operation) {
		HandlerMethod method = Objects.requireNonNull(readers.get(Api.BASE + operation.path()), operation.path());
		Set<Right> own = BY_ITSELF.get(operation.path());
		if (own != null) {
			return own;
		}
		MayRead declared = QuestionInterceptor.mayRead(method);
		return declared != null ? named(declared) : view(method).map(Readers::declared).orElse(EnumSet.allOf(Right.class));
	}

	/** That of which this shows documents, or parts of them. */
	private static Optional<ReadModel<?, ?>> view(HandlerMethod method) {
		ResolvableType answer = QuestionInterceptor.answer(method);
		Class<?> item = answer.toClass() == Listed.class ? answer.getGeneric(0).toClass() : answer.toClass();
		return QuestionInterceptor.shown(method)
				.or(() -> ReadModels.ALL.stream().<ReadModel<?, ?>>map(view -> view).filter(view -> view.document() == item.getEnclosingClass()).findFirst());
	}

	/** Whether this is a list with nothing on it. */
	private static boolean empty(Answer answer) {
		return answer.status() == 200 && String.valueOf(answer.header("Content-Type")).contains("json") && answer.json().has("items") && answer.json().path("total").asInt(1) == 0;
	}

	@Test
	void each_role_is_shown_the_pages_that_are_declared_for_it_and_no_others() {
		Map<String, Set<Right>> some = new ConcurrentSkipListMap<>();
		List<String> otherwise = each(shown(), page -> {
			Set<Right> shown = EnumSet.noneOf(Right.class);
			String address = page.addresses().isEmpty() ? page.pattern() : page.addresses().getFirst();
			for (Right right : Right.values()) {
				Answer answer = page.addresses().isEmpty() ? null : app.get(user(right), address, "Accept", "text/html, */*");
				if (answer != null && answer.status() >= 500) {
					return Optional.of(user(right) + " GET " + address + ": " + answer.status());
				}
				if (answer != null && answer.status() < 400) {
					shown.add(right);
				}
			}
			if (shown.size() < Right.values().length) {
				some.put(page.pattern(), shown);
			}
			boolean open = !shown.isEmpty() || (!page.addresses().isEmpty() && (isShown(EVERYTHING, address) || isShown(Running.ADMINISTRATOR, address)));
			return open != NOT_SHOWN.containsKey(page.pattern()) ? Optional.empty() : Optional.of((open ? "somebody is shown " : "nobody is shown ") + address);
		});
		NOT_SHOWN.keySet().forEach(some::remove);
		assertSoftly(softly -> {
			softly.assertThat(otherwise).isEmpty();
			softly.assertThat(some).isEqualTo(PAGES);
		});
	}

	private boolean isShown(String user, String address) {
		return app.get(user, address, "Accept", "text/html, */*").status() < 400;
	}

	/** What of this is not as it is declared. */
	private static List<String> undeclared(Map<String, Map<String, Set<Right>>> differing) {
		List<String> otherwise = new ArrayList<>();
		Set<String> found = new HashSet<>();
		differing.forEach((path, fields) -> fields.forEach((pointer, rights) -> {
			Optional<Map.Entry<String, Set<Right>>> declared = FIELDS.getOrDefault(path, Map.of()).entrySet().stream().filter(field -> pointer.startsWith(field.getKey()))
					.findFirst();
			declared.ifPresent(field -> found.add(path + field.getKey()));
			if (declared.isEmpty() || !declared.get().getValue().equals(rights)) {
				otherwise.add(path + " " + pointer + ": " + rights);
			}
		}));
		FIELDS.forEach(
				(path, fields) -> fields.keySet().stream().filter(field -> !found.contains(path + field)).forEach(field -> otherwise.add(path + " " + field + ": for everybody")));
		return otherwise;
	}

	/**
	 * Of the addresses the one with the longest answer for who may read everything, or else for who administers the installation; when they show nothing, another that does.
	 *
	 * @param filled whether an empty list is nothing
	 */
	private Optional<String> tellingMost(Operation operation, boolean filled) {
		List<String> its = Objects.requireNonNull(addresses.get(operation));
		return Stream.of(EVERYTHING, Running.ADMINISTRATOR)
				.flatMap(reader -> its.stream().map(address -> Map.entry(address, app.get(reader, address))).filter(read -> tells(read.getValue(), filled))
						.max(Comparator.comparingInt(read -> read.getValue().body().length())).stream())
				.map(Map.Entry::getKey).findFirst()
				.or(() -> requests.everyPath(operation.path()).stream().map(path -> Api.BASE + path + query(its.getFirst()))
						.filter(address -> tells(app.get(EVERYTHING, address), filled))
						.findFirst());
	}

	private static String query(String address) {
		return address.contains("?") ? address.substring(address.indexOf('?')) : "";
	}

	private static boolean tells(Answer answer, boolean filled) {
		return answer.status() == 200 && !(filled && empty(answer));
	}

	/** Names of all fields that have a value, as pointers in which any item of an array is {@code *}; what was asked for of what was read, of which there is more all the while, is one. */
	private static Stream<String> fields(JsonNode node, String at) {
		if (node.isObject() && !at.endsWith("/scope")) {
			return node.propertyStream().flatMap(field -> fields(field.getValue(), at + "/" + (UUID.matcher(field.getKey()).matches() ? "*" : field.getKey())));
		}
		return node.isArray() ? node.valueStream().flatMap(item -> fields(item, at + "/*")) : node.isNull() ? Stream.empty() : Stream.of(at);
	}

	@Test
	void each_role_changes_what_is_declared_for_it_and_nothing_else() {
		List<Object> sent = Collections.synchronizedList(new ArrayList<>());
		app.context().getBean(SimpleCommandBus.class).registerDispatchInterceptor(messages -> (index, message) -> {
			sent.add(message.getPayload());
			return message;
		});
		Map<String, HandlerMethod> handlers = new HashMap<>();
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> mapping.getPatternValues()
				.forEach(path -> mapping.getMethodsCondition().getMethods().forEach(does -> handlers.putIfAbsent(does + " " + path, method))));
		WriteRequests requests = new WriteRequests(app, elsewhere);
		List<String> otherwise = new ArrayList<>();
		Set<Class<?>> walked = new HashSet<>();
		for (Operation operation : Operation.all(app).stream().filter(each -> !each.method().equals("GET")).toList()) {
			Set<String> known = new HashSet<>();
			Answer last = null;
			for (WriteRequests.Request request : requests.of(operation)) {
				sent.clear();
				last = request.send(app, EVERYTHING);
				Object command = sent.isEmpty() ? null : sent.getFirst();
				if (command != null && known.add(command.getClass().getName() + isAbout(command, EVERYTHING))) {
					walked.add(command.getClass());
					walk(operation, request, allowed(command, isAbout(command, EVERYTHING)), otherwise);
					if (command.getClass().isAnnotationPresent(AlsoForOneself.class) && request.isAboutOther() && known.add(command.getClass().getName() + true)) {
						for (Right right : Right.values()) {
							check(operation, request.about(Objects.requireNonNull(persons.get(user(right)))), right, allowed(command, true).contains(right), otherwise);
						}
					}
				}
			}
			if (known.isEmpty()) {
				byDeclaration(operation, requests.of(operation).getFirst(), Objects.requireNonNull(handlers.get(operation.method() + " " + Api.BASE + operation.path())),
						Objects.requireNonNull(last), otherwise);
			}
		}
		assertThat(otherwise).isEmpty();
		assertThat(AllCommands.find()).filteredOn(command -> !walked.contains(command)).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(NOT_SENT.keySet());
	}

	private static Set<Right> allowed(Object command, boolean oneself) {
		Set<Right> allowed = EnumSet.copyOf(List.of(command.getClass().getAnnotation(AllowedTo.class).value()));
		AlsoForOneself also = command.getClass().getAnnotation(AlsoForOneself.class);
		if (oneself && also != null) {
			allowed.addAll(List.of(also.value()));
		}
		return allowed;
	}

	/** Whether a command names this user as the person that it is about. */
	private boolean isAbout(Object command, String user) {
		return Arrays.stream(command.getClass().getRecordComponents()).filter(component -> component.getName().equals("personId")).anyMatch(component -> {
			try {
				component.getAccessor().setAccessible(true);
				return Objects.equals(persons.get(user), component.getAccessor().invoke(command));
			} catch (ReflectiveOperationException e) {
				throw new LinkageError(e.getMessage(), e);
			}
		});
	}

	private void walk(Operation operation, WriteRequests.Request request, Set<Right> allowed, List<String> otherwise) {
		for (Right right : Right.values()) {
			check(operation, request, right, allowed.contains(right), otherwise);
		}
		for (String stranger : List.of(ELSEWHERE, WITHOUT_RIGHTS)) {
			Answer answer = request.send(app, stranger);
			// of what is named in a field the answer says the same as of what does not exist
			boolean unknown = answer.status() == 404 || (answer.status() == 400 && answer.json().at("/errors/0/message").asString("").contains("bestaat niet"));
			if (!unknown) {
				otherwise.add(stranger + " " + operation + ": " + answer.status() + " " + answer.body());
			}
		}
	}

	private void check(Operation operation, WriteRequests.Request request, Right right, boolean allowed, List<String> otherwise) {
		Answer answer = request.send(app, user(right));
		boolean refused = answer.status() == 403;
		if (answer.status() >= 500 || allowed == refused || (allowed && answer.status() == 404)) {
			otherwise.add(user(right) + (allowed ? " may " : " may not ") + operation + ": " + answer.status() + " " + answer.body());
		}
	}

	private static Set<Right> named(MayRead declared) {
		if (declared.installation()) {
			return Set.of();
		}
		return declared.anyone() || declared.withoutLogin() ? EnumSet.allOf(Right.class) : Set.of(declared.value());
	}

	/** What sends no command: it says itself who may, or stands here. */
	private void byDeclaration(Operation operation, WriteRequests.Request request, HandlerMethod method, Answer answered, List<String> otherwise) {
		MayRead declared = QuestionInterceptor.mayRead(method);
		Set<Right> own = WITHOUT_COMMAND.get(operation.toString());
		if (own == null && declared == null) {
			otherwise.add(operation + " sends no command and says not who may: " + answered.status() + " " + answered.body());
			return;
		}
		Set<Right> allowed = own != null ? own : named(Objects.requireNonNull(declared));
		for (Right right : Right.values()) {
			Answer answer = request.send(app, user(right));
			if (answer.status() >= 500 || allowed.contains(right) == (answer.status() == 403)) {
				otherwise.add(user(right) + " " + operation + ": " + answer.status() + " " + answer.body());
			}
		}
		boolean ofPlace = UUID.matcher(request.address()).results().anyMatch(found -> hidden.contains(found.group()));
		Answer stranger = request.send(app, ELSEWHERE);
		if (ofPlace && stranger.status() != 404) {
			otherwise.add(ELSEWHERE + " " + operation + ": " + stranger.status() + " " + stranger.body());
		}
	}

	/** With ids of the demo where there are some, and for the rest of the path with whatever the document of the API allows. */
	private List<String> addressesOf(Operation operation) {
		List<String> paths = requests.paths(operation.path(), 1000);
		String query = requests.required(operation);
		return (paths.isEmpty() ? List.of(operation.path()) : paths).stream()
				.map(path -> new Operation(operation.method(), path, operation.operation(), operation.document(), operation.body()))
				.map(there -> there.address() + (query.isEmpty() ? "" : "?" + query)).toList();
	}

	private PersonId enter(String username) {
		PersonId person = PersonId.of(Running.unknownId());
		persons.put(username, person);
		app.context().getBean(People.class).enter(new Person(person, username + " (test)", "Tijdelijk", null, null, null));
		app.context().getBean(Accounts.class).open(username, person, DemoAccounts.PASSWORD, false);
		return person;
	}

	private record Asking(String user, String address, String type) {

		@Override
		public String toString() {
			return user + " GET " + address + " as " + type;
		}
	}

	/** Asks several at once; what was found, in their order. */
	private static <T> List<String> each(List<T> all, Function<T, Optional<String>> found) {
		try (ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE)) {
			return all.stream().map(one -> CompletableFuture.supplyAsync(() -> found.apply(one), askers)).toList().stream().flatMap(answer -> answer.join().stream()).toList();
		}
	}

	private boolean isOfOthers(String text) {
		return UUID.matcher(text).results().anyMatch(id -> hidden.contains(id.group()));
	}

	/** What the answer tells of something that the stranger may not know of. */
	private Optional<String> seen(Asking question) {
		Answer answer = app.get(question.user(), question.address(), "Accept", question.type());
		String[] parts = question.address().split("\\?", 2);
		boolean asksOfOthers = isOfOthers(question.address());
		boolean refused = answer.status() == 403 && asksOfOthers
				&& app.get(question.user(), UUID.matcher(question.address()).replaceAll(Running.unknownId()), "Accept", question.type()).status() != 403;
		if (answer.status() >= 500 || refused) {
			return Optional.of(question + " is answered with " + answer.status());
		}
		if (answer.status() != 200) {
			return Optional.empty();
		}
		String told = answer.body();
		Optional<MatchResult> shown = UUID.matcher(told).results().filter(id -> hidden.contains(id.group()) && !question.address().contains(id.group())).findFirst();
		if (shown.isPresent()) {
			return Optional.of(question + " shows " + told.substring(Math.max(0, shown.get().start() - 200), shown.get().end()));
		}
		return asksOfOthers && (isOfOthers(parts[0]) || !empty(answer)) ? Optional.of(question + " is answered") : Optional.empty();
	}

}
