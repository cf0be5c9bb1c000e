package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application with its web server, started once for all tests over HTTP, and the words in which they speak to it. Everything said is checked against its own OpenAPI document. */
public final class Running {

	/** The demo's administrator, who also founds partnerships. */
	public static final String ADMINISTRATOR = "beheerder";

	/** In the environment: {@code host:port} of an Axon Server for tests. */
	public static final String AXON_SERVER = "AXONSERVER_ADDRESS";

	private static final String HISTORY = "ontwikkelagenda.demo-history=true";
	private static final String DOCUMENT = "/api/v1/openapi.json";
	private static final JsonMapper JSON = JsonMapper.shared();
	/** The first thing that an application sets up, and the only one that all of this run share. */
	private static final ReentrantLock LOGGING = new ReentrantLock();
	/** Of whichever was asked first: all of them are made of the same classes, and making it takes seconds. */
	private static @Nullable String document;
	private static @Nullable Contract contract;

	private final ConfigurableApplicationContext context;
	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
	private final int port;
	private final TestDatabase database;

	private Running(TestDatabase database, Consumer<GenericApplicationContext> beans, String... properties) {
		this.database = database;
		List<String> all = new ArrayList<>(List.of("spring.datasource.url=" + database.url(), "spring.datasource.username=" + TestDatabase.APPLICATION,
				"spring.datasource.password=" + TestDatabase.APPLICATION, "spring.flyway.enabled=false", "ontwikkelagenda.demo=true", "ontwikkelagenda.demo-history=false",
				"spring.main.banner-mode=off", "server.port=0", "ontwikkelagenda.jobs.recurring=false",
				"logging.level.org.axonframework=error"));
		List.of(properties).forEach(property -> all.removeIf(usual -> usual.startsWith(property.substring(0, property.indexOf('=') + 1))));
		all.addAll(List.of(properties));
		// at the end of all tests their database ends as well, and an application that closes waits for it
		context = started(beans, all.stream().map(property -> "--" + property).toArray(String[]::new));
		port = Integer.parseInt(String.valueOf(context.getEnvironment().getProperty("local.server.port")));
	}

	private static ConfigurableApplicationContext started(Consumer<GenericApplicationContext> beans, String... arguments) {
		LOGGING.lock();
		try {
			return new SpringApplicationBuilder(Ontwikkelagenda.class).registerShutdownHook(false).initializers(context -> {
				LOGGING.unlock();
				beans.accept((GenericApplicationContext) context);
			}).run(arguments);
		} finally {
			if (LOGGING.isHeldByCurrentThread()) {
				LOGGING.unlock();
			}
		}
	}

	private static final class Once {
		/** Bad input goes to every operation, with wrong passwords too: more than one person and one address may send. */
		private static final Running APPLICATION = with(Stream
				.concat(Stream.of("ontwikkelagenda.limits.failed-logins=1000", "ontwikkelagenda.limits.failed-logins-per-account=1000", "ontwikkelagenda.limits.burst=1000000"),
						onAxonServer().stream())
				.toArray(String[]::new));
	}

	/** Properties with which the shared application has its log in the Axon Server of the tests; none when there is none. */
	private static List<String> onAxonServer() {
		String address = System.getenv(AXON_SERVER);
		return address == null || address.isBlank() ? List.of() : List.of("spring.profiles.active=axonserver", "axon.axonserver.servers=" + address);
	}

	/** The one that all tests share; on a real Axon Server when {@link #AXON_SERVER} is in the environment. */
	public static Running application() {
		return Once.APPLICATION;
	}

	/** One for a test that needs other properties ({@code name=value}); close its context. */
	public static Running with(String... properties) {
		return with(beans -> {
		}, properties);
	}

	/** As {@link #with(String...)}, with beans of the test's own. */
	public static Running with(Consumer<GenericApplicationContext> beans, String... properties) {
		// who tells on Axon Server how far he is, does not tell it of a log in PostgreSQL
		boolean elsewhere = List.of(properties).contains("spring.profiles.active=axonserver");
		return new Running(elsewhere ? TestDatabase.migrated() : Begun.ONCE.asAnotherInstallation(), beans, properties);
	}

	/** As {@link #with(String...)}, on this database. */
	public static Running on(TestDatabase database, String... properties) {
		return new Running(database, beans -> {
		}, properties);
	}

	/** As {@link #with(String...)}, with the whole history of the demo and the keys that all tests share. */
	public static Running withDemo(String... properties) {
		return new Running(Told.ONCE.asAnotherInstallation(), beans -> {
		}, Stream.concat(Stream.of(properties), Stream.of(HISTORY)).toArray(String[]::new));
	}

	/** An installation on which nobody told anything: to make its read models takes seconds. */
	private static final class Begun {
		private static final TestDatabase ONCE = begin();

		private static TestDatabase begin() {
			Running first = on(TestDatabase.migrated(), "ontwikkelagenda.demo=false");
			first.context.close();
			return first.database;
		}
	}

	/** Telling takes seconds. */
	private static final class Told {
		private static final TestDatabase ONCE = tell();

		private static TestDatabase tell() {
			Running teller = with(HISTORY);
			teller.context.close();
			JdbcClient.create(teller.database.owner()).sql("analyze").update();
			return teller.database;
		}
	}

	/** What came back. */
	public record Answer(int status, String body, HttpResponse<String> response) {

		public @Nullable String header(String name) {
			return response.headers().firstValue(name).orElse(null);
		}

		public JsonNode json() {
			return JSON.readTree(body);
		}

		/** Fails unless this is a problem in the form that every problem has. */
		public Answer isProblem(int wanted) {
			assertThat(status).as(body).isEqualTo(wanted);
			assertThat(header("Content-Type")).isEqualTo("application/problem+json");
			JsonNode problem = json();
			assertThat(problem.path("status").intValue()).isEqualTo(wanted);
			assertThat(problem.path("title").asString("")).isNotBlank();
			assertThat(problem.path("detail").asString("")).isNotBlank().endsWith(".");
			assertThat(problem.path("type").asString("")).startsWith("/problems/");
			assertThat(body).doesNotContain("Exception", "nl.ontwikkelagenda", "org.springframework", "\tat ");
			if (response.request().uri().getPath().startsWith("/api")) {
				assertThat(header("API-Version")).isEqualTo("1.0.0");
			}
			return this;
		}

		/** The fields that a 400 names. */
		public List<String> wrongFields() {
			List<String> fields = new ArrayList<>();
			json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
			return fields;
		}
	}

	public int port() {
		return port;
	}

	/** Its own database. */
	public TestDatabase database() {
		return database;
	}

	public ConfigurableApplicationContext context() {
		return context;
	}

	/** How many events there are. */
	public long events() {
		boolean elsewhere = context.getEnvironment().acceptsProfiles(Profiles.of("axonserver"));
		return elsewhere
				? context.getBean(EventLog.class).safePosition()
				: context.getBean(JdbcClient.class).sql("select count(*) from log.domain_event").query(Long.class).single();
	}

	public Answer get(String user, String path, String... headers) {
		return send(user, "GET", path, null, headers);
	}

	public Answer post(String user, String path, String body, String... headers) {
		return send(user, "POST", path, body, headers);
	}

	/** Sends a request with a JSON body, unless the headers (name, value, …) say that it is something else. An empty user is nobody. */
	public Answer send(String user, String method, String path, @Nullable String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60)).method(method,
				body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (!user.isEmpty()) {
			request.header("Authorization", authorization(user));
		}
		if (body != null && !List.of(headers).contains("Content-Type")) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
			if (path.startsWith(Api.BASE + "/") && !path.startsWith(DOCUMENT)) {
				contract(this).check(method, path, body, response);
			}
			return new Answer(response.statusCode(), response.body(), response);
		} catch (IOException e) {
			throw new AssertionError(method + " " + path + ": " + e, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** What is answered with 200, as bytes as they go over the line. */
	public byte[] bytes(String user, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60)).header("Authorization",
				authorization(user));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			return response.body();
		} catch (IOException e) {
			throw new AssertionError(path + ": " + e, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	public static String authorization(String user) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + DemoAccounts.PASSWORD).getBytes(StandardCharsets.UTF_8));
	}

	private static Contract contract(Running app) {
		synchronized (Running.class) {
			if (contract == null) {
				contract = new Contract(app.document());
			}
			return contract;
		}
	}

	/** The OpenAPI document, as JSON. */
	String document() {
		synchronized (Running.class) {
			if (document == null) {
				document = get("", DOCUMENT).body();
			}
			return document;
		}
	}

	/** Path of a new partnership of which the demo's administrator is the administrator. */
	public String partnership(String name) {
		Answer founded = post(ADMINISTRATOR, "/api/v1/partnerships", """
				{"kind": "REGION", "name": "%s", "schoolRegion": "MIDDEN", "foundedOn": "2018-01-01"}""".formatted(name));
		assertThat(founded.status()).as(founded.body()).isEqualTo(201);
		return String.valueOf(founded.header("Location"));
	}

	/** Gives one of the demo's people a right in the partnership at this path. */
	public void give(String partnership, Object person, String right) {
		Answer given = post(ADMINISTRATOR, partnership + "/rights", """
				{"personId": "%s", "right": "%s", "from": "2018-01-01"}""".formatted(person, right));
		assertThat(given.status()).as(given.body()).isEqualTo(201);
	}

	public static String unknownId() {
		return UUID.randomUUID().toString();
	}
}
