package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;
import static org.junit.jupiter.api.parallel.ResourceAccessMode.READ;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Operation.Kind;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in: a problem, never a 500, and nothing has changed. All of this is tried on every operation of the OpenAPI document. */
class BadInputTest {

	/** Whoever holds nothing to be changed does so together with the others, and not with who changes something. */
	private static final String EVENTS = "events";
	private static final Running APP = Running.application();
	/** What cannot stand in any address. */
	private static final Set<String> UNREADABLE = Set.of("%00", "%ff");
	private static String partnership = "";

	@BeforeAll
	static void found() {
		partnership = APP.partnership("Slechte invoer");
		APP.give(partnership, DemoAccounts.AUDITOR, "AUDITOR");
	}

	/**
	 * An operation that takes a body.
	 *
	 * @param valid    the smallest body that is right in itself
	 * @param text     a text field that it can have at the top, or empty; so for the others
	 */
	record Endpoint(Operation operation, String valid, String text, String choice, String date, String id) {

		Endpoint(Operation operation) {
			this(operation, operation.smallest().toString(), operation.first(Kind.TEXT), operation.first(Kind.CHOICE), operation.first(Kind.DATE), operation.first(Kind.ID));
		}

		/** This body with another value for one field, as it is written. */
		String with(String field, String value) {
			return operation.smallest().put(field, "@").toString().replace("\"@\"", value);
		}

		@Override
		public String toString() {
			return operation.toString();
		}
	}

	static List<Endpoint> endpoints() {
		return Operation.all(APP).stream().filter(operation -> operation.body() != null).map(Endpoint::new).toList();
	}

	/** What is wrong with a request to any of these, and what is to be said about it. */
	record Fault(String name, int status, Change change, @Nullable String field, String... headers) {

		@FunctionalInterface
		interface Change {
			String of(Endpoint endpoint);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	static List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		faults.add(new Fault("no body", 400, e -> "", "body"));
		faults.add(new Fault("null", 400, e -> "null", "body"));
		faults.add(new Fault("a list", 400, e -> "[" + e.valid + "]", "body"));
		faults.add(new Fault("a word", 400, e -> "\"tekst\"", "body"));
		faults.add(new Fault("broken JSON", 400, e -> e.valid.substring(0, e.valid.length() - 1), "body"));
		faults.add(new Fault("single quotes", 400, e -> "{'a': 'b'}", "body"));
		faults.add(new Fault("something after the end", 400, e -> e.valid + " {}", "body"));
		faults.add(new Fault("an unknown field", 400, e -> with(e, "\"colour\": \"red\""), "colour"));
		faults.add(new Fault("a field twice", 400, e -> "{\"a\": 1, \"a\": 1}", null));
		faults.add(new Fault("a prototype", 400, e -> with(e, "\"__proto__\": {\"x\": 1}"), "__proto__"));
		faults.add(new Fault("a class name", 400, e -> with(e, "\"@class\": \"java.lang.Runtime\""), "@class"));
		faults.add(new Fault("deep nesting", 400, e -> with(e, "\"x\": " + "[".repeat(2000) + "]".repeat(2000)), null));
		faults.add(new Fault("a text that is a number", 400, e -> text(e, "5"), "text"));
		faults.add(new Fault("a text that is an object", 400, e -> text(e, "{\"text\": \"a\", \"salt\": \"b\"}"), "text"));
		faults.add(new Fault("a text that is a list", 400, e -> text(e, "[null]"), "text"));
		faults.add(new Fault("a blank text", 400, e -> text(e, "\"  \\t \""), "text"));
		faults.add(new Fault("a NUL in a text", 400, e -> text(e, "\"a\\u0000b\""), "text"));
		faults.add(new Fault("an escape in a text", 400, e -> text(e, "\"a\\u001b[2Jb\""), "text"));
		faults.add(new Fault("half a character in a text", 400, e -> text(e, "\"a\\ud800b\""), "text"));
		faults.add(new Fault("a switch of direction in a text", 400, e -> text(e, "\"a\\u202eb\""), "text"));
		faults.add(new Fault("a raw control character", 400, e -> text(e, "\"a\u0001b\""), "body"));
		faults.add(new Fault("a text of almost a megabyte", 400, e -> text(e, "\"" + "x".repeat(1_000_000) + "\""), "text"));
		faults.add(new Fault("more than a megabyte", 413, e -> with(e, "\"x\": \"" + "x".repeat(1_100_000) + "\""), null));
		faults.add(new Fault("a number of a million digits", 400, e -> with(e, "\"x\": " + "9".repeat(900_000)), null));
		faults.add(new Fault("a choice that does not exist", 400, e -> choice(e, "\"PURPLE\""), "choice"));
		faults.add(new Fault("a choice by number", 400, e -> choice(e, "0"), "choice"));
		faults.add(new Fault("a choice in small letters", 400, e -> choice(e, "\"region\""), "choice"));
		for (String date : List.of("\"2021-02-30\"", "\"2021-13-01\"", "\"29-03-2021\"", "\"2021-03-29T00:00:00Z\"", "\"+12021-01-01\"", "20210329", "[2021, 3, 29]", "\"\"")) {
			faults.add(new Fault("the date " + date, 400, e -> e.with(e.date, date), "date"));
		}
		for (String id : List.of("\"1-1-1-1-1\"", "\"nobody\"", "5", "\"{0190-x}\"", "{\"value\": \"x\"}", "\"'; drop table log.domain_event; --\"")) {
			faults.add(new Fault("the id " + id, 400, e -> e.with(e.id, id), "id"));
		}
		faults.add(new Fault("XML", 415, e -> "<x/>", null, "Content-Type", "application/xml"));
		faults.add(new Fault("a form", 415, e -> "name=x", null, "Content-Type", "application/x-www-form-urlencoded"));
		faults.add(new Fault("an unreadable content type", 415, e -> e.valid, null, "Content-Type", "nonsense"));
		faults.add(new Fault("another character set", 415, e -> e.valid, null, "Content-Type", "application/json;charset=UTF-16"));
		faults.add(new Fault("only XML wanted", 406, e -> e.valid, null, "Accept", "application/xml"));
		faults.add(new Fault("an unreadable Accept", 406, e -> e.valid, null, "Accept", "nonsense"));
		faults.add(new Fault("a forged If-Match", 400, e -> e.valid, "If-Match", "If-Match", "\"5\" or 1=1"));
		faults.add(new Fault("an If-Match without quotes", 400, e -> e.valid, "If-Match", "If-Match", "5"));
		faults.add(new Fault("a weak If-Match", 400, e -> e.valid, "If-Match", "If-Match", "W/\"5\""));
		faults.add(new Fault("an endless If-Match", 400, e -> e.valid, "If-Match", "If-Match", "\"99999999999999999999\""));
		faults.add(new Fault("an Idempotency-Key with spaces", 400, e -> e.valid, "Idempotency-Key", "Idempotency-Key", "a b"));
		faults.add(new Fault("an endless Idempotency-Key", 400, e -> e.valid, "Idempotency-Key", "Idempotency-Key", "x".repeat(256)));
		faults.add(new Fault("an unknown query parameter", 400, e -> e.valid, "?colour"));
		faults.add(new Fault("a wrong password", 401, e -> e.valid, null, "Authorization", "Basic YmVoZWVyZGVyOm5lZQ=="));
		faults.add(new Fault("forged credentials", 401, e -> e.valid, null, "Authorization", "Basic !!!"));
		return faults;
	}

	static Stream<Arguments> faultsOfEndpoints() {
		return endpoints().stream().flatMap(endpoint -> faults().stream().filter(fault -> applies(fault, endpoint)).map(fault -> Arguments.of(endpoint, fault)));
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("faultsOfEndpoints")
	void a_bad_request_is_a_problem_and_changes_nothing(Endpoint endpoint, Fault fault) {
		long events = APP.events();
		String query = "?colour".equals(fault.field) ? "?colour=red" : "";
		boolean ownCredentials = List.of(fault.headers).contains("Authorization");
		Answer answer = APP.send(ownCredentials ? "" : "beheerder", endpoint.operation.method(), endpoint.operation.address() + query, fault.change.of(endpoint), fault.headers);
		answer.isProblem(fault.status);
		if (fault.field != null) {
			assertThat(answer.wrongFields()).contains(field(fault, endpoint));
		}
		assertThat(APP.events()).isEqualTo(events);
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("endpoints")
	void every_field_refuses_what_it_cannot_hold(Endpoint endpoint) {
		long events = APP.events();
		Operation operation = endpoint.operation;
		for (Operation.Wrong wrong : operation.wrongs()) {
			Answer answer = APP.send("beheerder", operation.method(), operation.address(), wrong.body());
			assertThat(answer.status()).as("%s with %s: %s: %s", operation, wrong.fields(), wrong.what(), answer.body()).isEqualTo(400);
			List<String> named = answer.isProblem(400).wrongFields();
			assertThat(wrong.fields()).as("%s with %s, of which are named %s", operation, wrong.what(), named)
					.allMatch(field -> named.stream().anyMatch(name -> name.equals(field) || name.startsWith(field + ".") || name.startsWith(field + "[")));
		}
		assertThat(APP.events()).isEqualTo(events);
	}

	static List<Operation> operations() {
		return Operation.all(APP);
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("operations")
	void every_address_refuses_what_it_does_not_know(Operation operation) {
		long events = APP.events();
		String body = operation.body() == null ? null : operation.smallest().toString();
		String address = operation.address();
		String user = operation.asker(APP);
		Set<String> own = Set.copyOf(operation.parameters("query"));
		List<List<String>> queries = new ArrayList<>(List.of(List.of("search=%00"), List.of("%ff=x"), List.of("=x")));
		// names and values beside each other at once, as all that is wrong with either is told at once
		for (List<String> beside : List.of(List.of("colour=red", "asOf=2999-01-01", "page=0", "pageSize=101", "sort=colour"),
				List.of("asOf=gisteren", "page=-1", "pageSize=0", "sort="),
				List.of("asOf=2021-02-30", "page=x"))) {
			queries.addAll(beside.stream().collect(Collectors.partitioningBy(pair -> own.contains(name(pair)))).values());
		}
		List.of("", "%00", "%80", "x".repeat(300), "%E2%80%AE").forEach(value -> queries.add(own.stream().map(name -> name + "=" + value).toList()));
		queries.removeIf(List::isEmpty);
		queries.forEach(query -> {
			List<String> named = refused(operation, user, query, body);
			// what is read after something else that is wrong is tried alone
			query.stream().filter(pair -> query.size() > 1 && !named.contains(name(pair))).forEach(pair -> refused(operation, user, List.of(pair), body));
		});
		for (String parameter : operation.parameters("path")) {
			for (String value : List.of("iemand", "1-1-1-1-1", "0", "%00", "%ff", "x".repeat(1_000), "%E2%80%AE", "person:x")) {
				Answer answer = APP.send(user, operation.method(), operation.address(parameter, value), body, operation.contentType());
				// nothing is wrong with a name that nothing has
				int wanted = operation.isNamedBy(parameter) && !UNREADABLE.contains(value) ? 404 : 400;
				assertThat(answer.status()).as("%s {%s} = %s: %s", operation, parameter, value, answer.body()).isEqualTo(wanted);
				answer.isProblem(wanted);
			}
		}
		APP.send(user, operation.method(), address + "/", body).isProblem(404);
		if (!operation.isOpen()) {
			APP.send("", operation.method(), address, body).isProblem(401);
		}
		Answer notXml = APP.send(user, operation.method(), address, body,
				Stream.concat(Stream.of("Accept", "application/xml"), Stream.of(operation.contentType())).toArray(String[]::new));
		// What is not there is not there in any form.
		notXml.isProblem(operation.method().equals("GET") && notXml.status() < 406 ? notXml.status() : 406);
		assertThat(APP.events()).isEqualTo(events);
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("operations")
	void every_address_says_which_methods_it_has(Operation operation) {
		List<String> there = operations().stream().filter(other -> other.path().equals(operation.path())).map(Operation::method).toList();
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
			if (!there.contains(method)) {
				Answer answer = APP.send("beheerder", method, operation.address(), method.equals("GET") || method.equals("DELETE") ? null : "{}").isProblem(405);
				assertThat(List.of(String.valueOf(answer.header("Allow")).split(", "))).containsAll(there);
			}
		}
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("endpoints")
	void a_body_that_is_cut_off_changes_nothing(Endpoint endpoint) throws IOException {
		long events = APP.events();
		String head = endpoint.operation.method() + " " + endpoint.operation.address() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
				+ Running.authorization("beheerder") + "\r\nContent-Type: application/json\r\n";
		String body = endpoint.operation.largest().toString();
		for (String cut : List.of(head + "Content-Length: " + (body.length() + 1) + "\r\n\r\n" + body,
				head + "Content-Length: " + body.length() + "\r\n\r\n" + body.substring(0, body.length() / 2),
				head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n",
				head + "Content-Length: 3\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)) {
			assertThat(raw(cut)).startsWith("HTTP/1.1 400 ").contains("Content-Type: application/problem+json", "API-Version: 1.0.0", "\"detail\":");
		}
		assertThat(APP.events()).isEqualTo(events);
	}

	/** Who believes such headers can be led to send a link to somewhere else, or to take one client for another. */
	@ResourceLock(EVENTS)
	@ParameterizedTest
	@MethodSource("operations")
	void forged_headers_are_not_believed(Operation operation) throws IOException {
		String body = operation.body() == null ? "" : operation.smallest().toString();
		String answer = raw(operation.method() + " " + operation.address() + " HTTP/1.1\r\nHost: boef.example\r\nConnection: close\r\nAuthorization: "
				+ Running.authorization("beheerder")
				+ "\r\nX-Forwarded-Host: boef.example\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /boef.example\r\nX-Forwarded-For: 10.0.0.1, x\r\nForwarded: host=boef.example\r\n"
				+ "X-HTTP-Method-Override: DELETE\r\nX-Original-URL: /boef.example\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
		assertThat(answer).matches("(?s)HTTP/1\\.1 (2|4)[0-9]{2} .*").contains("API-Version: 1.0.0").doesNotContain("boef");
	}

	/** Methods and addresses that are not there. */
	record Address(String method, String path, int status) {
	}

	static List<Address> addresses() {
		String unknown = Running.unknownId();
		return List.of(new Address("GET", "/api/v1/nonsense", 404), new Address("GET", "/api/v1/partnerships/", 404), new Address("GET", "/api/v2/partnerships", 404),
				new Address("GET", "/api/v1/partnerships/" + unknown, 404), new Address("GET", "/api/v1/partnerships/nonsense", 400),
				new Address("GET", "/api/v1/partnerships/1-1-1-1-1", 400),
				new Address("DELETE", "/api/v1/partnerships", 405), new Address("PUT", "/api/v1/partnerships/" + unknown, 405), new Address("PATCH", "/api/v1/partnerships", 405),
				new Address("POST", "/api/v1/partnerships/" + unknown + "/organisations", 400), new Address("GET", "/api/v1/partnerships?pageSize=101", 400),
				new Address("GET", "/api/v1/partnerships?page=-1", 400), new Address("GET", "/api/v1/partnerships?page=99999999999999999999", 400),
				new Address("GET", "/api/v1/partnerships?page=1&page=2", 400), new Address("GET", "/api/v1/partnerships?sort=id;drop", 400),
				new Address("GET", "/api/v1/partnerships?search=%00", 400), new Address("GET", "/api/v1/partnerships?search=%ff", 400),
				new Address("GET", "/api/v1/partnerships?foundedOn=gisteren", 400), new Address("GET", "/api/v1/partnerships?asOf=2999-01-01", 400),
				new Address("GET", "/api/v1/partnerships?asOf=2018-09-24T12:00:00", 400), new Address("GET", "/api/v1/partnerships?=x", 400),
				new Address("DELETE", "/api/v1/partnerships/" + unknown + "/rights/" + unknown + "/KING", 400),
				new Address("DELETE", "/api/v1/partnerships/" + unknown + "/rights/" + unknown + "/SECRETARY", 404), new Address("GET", "/api/v1/people/" + unknown, 404),
				new Address("GET", "/nonsense", 404), new Address("GET", "/problems/nonsense", 404), new Address("GET", "/actuator/env", 404), new Address("GET", "/error", 404),
				new Address("GET", "/api/v1/partnerships/..%2f..%2fetc", 400), new Address("GET", "/api/v1/partnerships;x=y", 400),
				new Address("GET", "/api//v1/partnerships", 400));
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("addresses")
	void a_wrong_address_or_method_is_a_problem(Address address) {
		Answer answer = APP.send("beheerder", address.method, address.path, null).isProblem(address.status);
		if (address.status == 405) {
			assertThat(answer.header("Allow")).contains("GET");
		}
	}

	/** Requests as bytes, for what no HTTP client would send. */
	record Raw(String name, String request, int status) {

		@Override
		public String toString() {
			return name;
		}
	}

	static List<Raw> raws() {
		String to = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + Running.authorization("beheerder") + "\r\n";
		String json = "Content-Type: application/json\r\n";
		return List.of(new Raw("a body that is cut off", "POST /api/v1/partnerships" + to + json + "Content-Length: 500\r\n\r\n{\"kind\": \"REG", 400),
				new Raw("chunks that are cut off", "POST /api/v1/partnerships" + to + json + "Transfer-Encoding: chunked\r\n\r\n1f4\r\n{\"kind\": \"REG", 400),
				new Raw("chunks that are none", "POST /api/v1/partnerships" + to + json + "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n\r\n", 400),
				new Raw("two lengths", "POST /api/v1/partnerships" + to + json + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}   ", 400),
				new Raw("a negative length", "POST /api/v1/partnerships" + to + json + "Content-Length: -5\r\n\r\n{}", 400),
				new Raw("an expectation that cannot be met", "POST /api/v1/partnerships" + to + json + "Expect: miracles\r\nContent-Length: 2\r\n\r\n{}", 417),
				new Raw("an address with a raw character", "GET /api/v1/partnerships?search=<x>" + to + "\r\n", 400),
				new Raw("a broken escape in the address", "GET /api/v1/%zz" + to + "\r\n", 400),
				new Raw("headers of 40 kB", "GET /api/v1/partnerships" + to + "X: " + "x".repeat(40_000) + "\r\n\r\n", 400),
				new Raw("an unknown method", "BREW /api/v1/partnerships" + to + "\r\n", 400), new Raw("tracing", "TRACE /api/v1/partnerships" + to + "\r\n", 405),
				new Raw("no host", "GET /api/v1/partnerships HTTP/1.1\r\nConnection: close\r\n\r\n", 400));
	}

	@Execution(CONCURRENT)
	@ResourceLock(value = EVENTS, mode = READ)
	@ParameterizedTest
	@MethodSource("raws")
	void bytes_that_are_no_request_are_a_problem(Raw raw) throws IOException {
		long events = APP.events();
		String answer = raw(raw.request);
		assertThat(answer).startsWith("HTTP/1.1 " + raw.status + " ").contains("Content-Type: application/problem+json", "API-Version: 1.0.0", "\"title\":", "\"detail\":",
				"\"status\":" + raw.status);
		assertThat(answer).doesNotContain("Exception", "Apache Tomcat");
		assertThat(APP.events()).isEqualTo(events);
	}

	@ResourceLock(EVENTS)
	@Test
	void the_same_request_twenty_times_at_once_has_one_effect() throws Exception {
		String body = "{\"name\": \"Twintig keer\", \"sector\": \"EDUCATION\"}";
		String key = Running.unknownId();
		try (var threads = Executors.newFixedThreadPool(20)) {
			List<Callable<Answer>> requests = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				requests.add(() -> APP.post("beheerder", partnership + "/organisations", body, "Idempotency-Key", key));
			}
			List<String> made = new ArrayList<>();
			for (Future<Answer> answer : threads.invokeAll(requests)) {
				if (answer.get().status() == 201) {
					made.add(answer.get().body());
				} else {
					answer.get().isProblem(409);
				}
			}
			assertThat(made).isNotEmpty().containsOnly(made.getFirst());
		}
		long times = APP.get("beheerder", partnership + "/organisations").json().path("items").valueStream().filter(item -> item.path("name").asString().equals("Twintig keer"))
				.count();
		assertThat(times).isEqualTo(1);
	}

	@ResourceLock(EVENTS)
	@Test
	void the_same_new_id_twenty_times_at_once_is_made_once() throws Exception {
		String id = Running.unknownId();
		String body = """
				{"id": "%s", "kind": "REGION", "name": "Twintig tegelijk", "schoolRegion": "MIDDEN"}""".formatted(id);
		long events = APP.events();
		try (var threads = Executors.newFixedThreadPool(20)) {
			List<Integer> statuses = new ArrayList<>();
			for (Future<Answer> answer : threads.invokeAll(Collections.<Callable<Answer>>nCopies(20, () -> APP.post("beheerder", "/api/v1/partnerships", body)))) {
				statuses.add(answer.get().status());
				if (answer.get().status() != 201) {
					assertThat(answer.get().isProblem(409).json().path("type").asString()).isEqualTo("/problems/id-is-new");
				}
			}
			assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
		}
		APP.post("beheerder", "/api/v1/partnerships", body).isProblem(409);
		long once = APP.events() - events;
		APP.partnership("Nog één");
		assertThat(APP.events() - events).isEqualTo(2 * once);
	}

	@Test
	void all_that_is_wrong_is_told_at_once() {
		Answer answer = APP.post("beheerder", "/api/v1/partnerships", "{\"kind\": 3, \"name\": \"\", \"foundedOn\": \"2021-02-30\", \"colour\": 1}").isProblem(400);
		assertThat(answer.wrongFields()).containsExactlyInAnyOrder("kind", "name", "schoolRegion", "foundedOn", "colour");
	}

	/** The fields that the refusal names. */
	private static List<String> refused(Operation operation, String user, List<String> query, @Nullable String body) {
		Answer answer = APP.send(user, operation.method(), operation.address() + "?" + String.join("&", query), body, operation.contentType());
		assertThat(answer.status()).as("%s ?%s: %s", operation, query, answer.body()).isEqualTo(400);
		List<String> named = answer.isProblem(400).wrongFields();
		assertThat(named).as("%s ?%s: %s", operation, query, answer.body()).isNotEmpty();
		return named;
	}

	/** Of a parameter with its value. */
	private static String name(String pair) {
		return pair.substring(0, pair.indexOf('='));
	}

	private static String raw(String request) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), APP.port()), 5_000);
			socket.setSoTimeout(30_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			InputStream answer = socket.getInputStream();
			return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static boolean applies(Fault fault, Endpoint endpoint) {
		return fault.field == null || !List.of("text", "choice", "date", "id").contains(fault.field) || !field(fault, endpoint).isEmpty();
	}

	private static String field(Fault fault, Endpoint endpoint) {
		return switch (String.valueOf(fault.field)) {
			case "text" -> endpoint.text;
			case "choice" -> endpoint.choice;
			case "date" -> endpoint.date;
			case "id" -> endpoint.id;
			case "?colour" -> "colour";
			default -> String.valueOf(fault.field);
		};
	}

	private static String with(Endpoint endpoint, String field) {
		return (endpoint.valid.equals("{}") ? "{" : endpoint.valid.substring(0, endpoint.valid.length() - 1) + ", ") + field + "}";
	}

	private static String text(Endpoint endpoint, String value) {
		return endpoint.with(endpoint.text, value);
	}

	private static String choice(Endpoint endpoint, String value) {
		return endpoint.with(endpoint.choice, value);
	}
}
