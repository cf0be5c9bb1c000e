package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody sees of a partnership in which he has no right: nothing. Asked of every operation of the OpenAPI document, so that a new one is walked by itself: of who is not logged
 * in, of an account without any right, and of one with every right in another partnership.
 */
@TestInstance(Lifecycle.PER_CLASS)
class StrangersTest {

	private static final String WITHOUT_RIGHTS = "zonder-rechten";
	private static final String ELSEWHERE = "elders";
	private static final String EVERYTHING = "alle-rechten";
	private static final List<String> RIGHTS = List.of("PARTICIPANT", "SECRETARY", "PROJECT_LEAD", "BOARD", "AUDITOR", "ADMINISTRATOR");
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
	/** Views whose ids are those of persons; who somebody is, is of no partnership. */
	private static final Set<String> OF_PERSONS = Set.of("rights", "holders", "departures");

	private Running app;
	/** Ids of everything in the partnerships of the demo. */
	private Set<String> hidden;
	/** Of the demo. */
	private List<String> partnerships;
	/** The partnership in which the stranger holds every right. */
	private String elsewhere;
	private final Map<String, PersonId> persons = new HashMap<>();

	@BeforeAll
	void settle() {
		app = Running.withDemo("ontwikkelagenda.limits.burst=1000000", "ontwikkelagenda.limits.failed-logins=100000");
		hidden = JdbcClient.create(app.database().owner()).sql("""
				select d.id, g.name from view.document d join view.generation g on g.id = d.generation where g.serving""")
				.query((row, number) -> OF_PERSONS.contains(row.getString(2)) ? "" : row.getString(1)).list().stream().filter(id -> UUID.matcher(id).matches())
				.collect(Collectors.toSet());
		enter(WITHOUT_RIGHTS);
		PersonId person = enter(ELSEWHERE);
		partnerships = JdbcClient.create(app.database().owner())
				.sql("select d.id from view.document d join view.generation g on g.id = d.generation where g.serving and g.name = 'partnerships'").query(String.class).list();
		String partnership = app.partnership("Elders");
		elsewhere = Client.id(partnership);
		RIGHTS.forEach(right -> app.give(partnership, person, right));
		PersonId everything = enter(EVERYTHING);
		for (Right right : Right.values()) {
			PersonId holder = enter(user(right));
			partnerships.forEach(each -> {
				app.give("/api/v1/partnerships/" + each, holder, right.name());
				app.give("/api/v1/partnerships/" + each, everything, right.name());
			});
		}
		add();
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
		ReadRequests requests = new ReadRequests(app, new Random(20210329));
		List<String> seen = new ArrayList<>();
		for (boolean ofMoments : new boolean[] {true, false}) {
			for (Operation operation : requests.operations(ofMoments).stream().filter(each -> !each.isOpen()).toList()) {
				for (String path : paths(requests, operation)) {
					List<String> questions = new ArrayList<>(List.of("?"));
					List<String> parameters = operation.parameters("query");
					if (parameters.contains("pageSize")) {
						questions.add("?pageSize=100&");
					}
					if (parameters.contains("search")) {
						questions.add("?search=tafel&");
					}
					questions.forEach(question -> {
						see(ELSEWHERE, path + question.substring(0, question.length() - 1), seen);
						if (ofMoments) {
							see(ELSEWHERE, path + question + "asOf=2026-01-01", seen);
						}
					});
					see(WITHOUT_RIGHTS, path, seen);
				}
			}
		}
		assertThat(seen).isEmpty();
	}

	@Test
	void each_role_reads_what_is_declared_for_it_and_nothing_else() {
		Map<String, List<HandlerMethod>> handlers = new HashMap<>();
		app.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				mapping.getPatternValues().forEach(path -> handlers.computeIfAbsent(path, first -> new ArrayList<>()).add(method));
			}
		});
		ReadRequests requests = new ReadRequests(app, new Random(20210329));
		List<Operation> operations = Stream.of(true, false).flatMap(ofMoments -> requests.operations(ofMoments).stream()).toList();
		List<String> otherwise = new ArrayList<>();
		Map<String, Map<String, Set<Right>>> readers = new TreeMap<>();
		for (Operation operation : operations) {
			List<HandlerMethod> methods = handlers.getOrDefault(Api.BASE + operation.path(), List.of());
			String address = tellingMost(paths(requests, operation)).orElseGet(operation::address);
			Map<String, Set<Right>> byField = new TreeMap<>();
			Set<Right> answered = EnumSet.noneOf(Right.class);
			for (Right right : Right.values()) {
				String user = user(right);
				Answer answer = app.get(user, address);
				if (answer.status() >= 500 || methods.stream().noneMatch(method -> asDeclared(method, right, answer))) {
					otherwise.add(user + " GET " + address + ": " + answer.status());
				}
				if (answer.status() == 200 && String.valueOf(answer.header("Content-Type")).contains("json")) {
					answered.add(right);
					fields(answer.json(), "").forEach(field -> byField.computeIfAbsent(field, first -> EnumSet.noneOf(Right.class)).add(right));
				}
			}
			byField.values().removeIf(answered::equals);
			if (!byField.isEmpty() && !ABOUT_ONESELF.matcher(operation.path()).find()) {
				readers.put(operation.path(), byField);
			}
		}
		assertThat(otherwise).isEmpty();
		// who may read an operation is declared for all of its fields at once
		assertThat(readers).isEmpty();
	}

	/** Of the first of these addresses the one with the longest answer for who may read everything. */
	private Optional<String> tellingMost(List<String> addresses) {
		return addresses.stream().limit(5).max(Comparator.comparingInt(address -> app.get(EVERYTHING, address).body().length()));
	}

	/** Names of all fields that have a value, as pointers in which any item of an array is {@code *}. */
	private static Stream<String> fields(JsonNode node, String at) {
		if (node.isObject()) {
			return node.propertyStream().flatMap(field -> fields(field.getValue(), at + "/" + (UUID.matcher(field.getKey()).matches() ? "*" : field.getKey())));
		}
		return node.isArray() ? node.valueStream().flatMap(item -> fields(item, at + "/*")) : node.isNull() ? Stream.empty() : Stream.of(at);
	}

	/** Whoever holds a right that is declared is not refused; whoever holds none that is, is refused or shown an empty list. What decides by itself may do either. */
	private static boolean asDeclared(HandlerMethod method, Right right, Answer answer) {
		boolean refused = answer.status() == 403;
		MayRead declared = QuestionInterceptor.mayRead(method);
		if (declared != null && !declared.anyone() && !declared.withoutLogin()) {
			return (!declared.installation() && List.of(declared.value()).contains(right)) != refused;
		}
		return QuestionInterceptor.shown(method).filter(view -> declared == null)
				.map(view -> Readers.declared(view).contains(right) ? !refused : refused || answer.status() != 200 || answer.json().path("total").asInt(1) == 0).orElse(true);
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
		assertThat(walked).hasSizeGreaterThan(150);
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

	/** Addresses with ids of the demo where documents with such ids are kept, and for the rest of the path with whatever the document of the API allows. */
	private static List<String> paths(ReadRequests requests, Operation operation) {
		if (!requests.knows(operation.path())) {
			return List.of(operation.address());
		}
		return requests.paths(operation.path(), 1000).stream().map(path -> new Operation(operation.method(), path, operation.operation(), operation.document(), operation.body()))
				.map(Operation::address).toList();
	}

	private PersonId enter(String username) {
		PersonId person = PersonId.of(Running.unknownId());
		persons.put(username, person);
		app.context().getBean(People.class).enter(new Person(person, username + " (test)", "Tijdelijk", null, null, null));
		app.context().getBean(Accounts.class).open(username, person, DemoAccounts.PASSWORD, false);
		return person;
	}

	/** Notes what this answer tells of a document that the stranger may not know of. */
	private void see(String stranger, String address, List<String> seen) {
		Answer answer = app.get(stranger, address);
		if (answer.status() >= 500) {
			seen.add(stranger + " GET " + address + ": " + answer.status());
		} else if (answer.status() == 200) {
			UUID.matcher(Objects.requireNonNull(answer.body())).results().map(found -> found.group()).filter(id -> hidden.contains(id) && !address.contains(id)).findFirst()
					.ifPresent(id -> seen.add(stranger + " GET " + address + " shows " + id));
			if (UUID.matcher(address.replaceFirst("\\?.*", "")).results().anyMatch(found -> hidden.contains(found.group()))) {
				seen.add(stranger + " GET " + address + " is answered");
			}
		} else if (answer.status() == 403 && UUID.matcher(address).results().anyMatch(found -> hidden.contains(found.group()))) {
			seen.add(stranger + " GET " + address + " is refused, which tells that it exists");
		}
	}
}
