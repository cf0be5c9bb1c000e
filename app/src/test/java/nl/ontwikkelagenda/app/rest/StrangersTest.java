package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Running.Answer;

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
	private static final List<String> RIGHTS = List.of("PARTICIPANT", "SECRETARY", "PROJECT_LEAD", "BOARD", "AUDITOR", "ADMINISTRATOR");
	private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	/** Views whose ids are those of persons; who somebody is, is of no partnership. */
	private static final Set<String> OF_PERSONS = Set.of("rights", "holders", "departures");

	private Running app;
	/** Ids of everything in the partnerships of the demo. */
	private Set<String> hidden;

	@BeforeAll
	void settle() {
		app = Running.withDemo("ontwikkelagenda.limits.burst=1000000", "ontwikkelagenda.limits.failed-logins=100000");
		hidden = JdbcClient.create(app.database().owner()).sql("""
				select d.id, g.name from view.document d join view.generation g on g.id = d.generation where g.serving""")
				.query((row, number) -> OF_PERSONS.contains(row.getString(2)) ? "" : row.getString(1)).list().stream().filter(id -> UUID.matcher(id).matches())
				.collect(Collectors.toSet());
		enter(WITHOUT_RIGHTS);
		PersonId person = enter(ELSEWHERE);
		String partnership = app.partnership("Elders");
		RIGHTS.forEach(right -> app.give(partnership, person, right));
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
			for (Operation operation : requests.operations(ofMoments)) {
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
		List<String> partnerships = JdbcClient.create(app.database().owner())
				.sql("select d.id from view.document d join view.generation g on g.id = d.generation where g.serving and g.name = 'partnerships' and d.body ->> 'name' <> 'Elders'")
				.query(String.class).list();
		ReadRequests requests = new ReadRequests(app, new Random(20210329));
		List<Operation> operations = Stream.of(true, false).flatMap(ofMoments -> requests.operations(ofMoments).stream()).toList();
		List<String> otherwise = new ArrayList<>();
		for (Right right : Right.values()) {
			String user = "rol-" + right.name().toLowerCase(Locale.ROOT);
			PersonId person = enter(user);
			partnerships.forEach(partnership -> app.give("/api/v1/partnerships/" + partnership, person, right.name()));
			for (Operation operation : operations) {
				List<HandlerMethod> methods = handlers.getOrDefault(Api.BASE + operation.path(), List.of());
				String address = paths(requests, operation).stream().findFirst().orElseGet(operation::address);
				Answer answer = app.get(user, address);
				if (answer.status() >= 500 || methods.stream().noneMatch(method -> asDeclared(method, right, answer))) {
					otherwise.add(user + " GET " + address + ": " + answer.status());
				}
			}
		}
		assertThat(otherwise).isEmpty();
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
