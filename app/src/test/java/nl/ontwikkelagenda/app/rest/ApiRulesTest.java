package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The OpenAPI document against the rules of the NLGov REST API Design Rules 2.1 that can be read from it or asked of the server. Each test names its rule. */
class ApiRulesTest {

	private static final Running APP = Running.application();
	private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
	/** Names for what there is one of, as facts about a thing: {@code /meetings/{id}/holding}. */
	private static final Set<String> UNCOUNTABLE = Set.of("search", "attendance", "planning", "progress", "people", "cancellation", "holding", "completion", "adoption",
			"publication",
			"minutes", "funding", "revocation", "submission", "erasure", "result", "data", "me", "retirement", "explanation", "agreement", "ambition", "reopening", "opening",
			"withdrawal", "dropping", "reading-along", "closing", "reading", "announcement", "treatment", "recording", "circulation", "settlement", "content", "answer", "text",
			"return", "roadmap", "resolution", "comparison", "handover", "confirmation", "dissolution", "left-behind", "capacity", "start", "conclusion",
			"acceptance", "lead", "deadline", "meeting", "release", "closure", "supersession", "certificate", "abandonment", "agenda", "decision-list", "action-list", "takeover",
			"account", "paper", "chain.svg", "chart.svg", "burn-up.svg", "radar.svg", "file", "sharing", "trend", "audit", "newest", "consistency", "restriction", "exception",
			"installation");
	/** The document itself, as JSON and as YAML. */
	private static final String DOCUMENT = Api.BASE + "/openapi.json";
	private static Answer answer;
	private static JsonNode document;

	@BeforeAll
	static void read() {
		answer = APP.get("", DOCUMENT, "Origin", "https://elders.example");
		document = answer.json();
	}

	@Test
	@DisplayName("/core/doc-openapi: the document is OpenAPI 3")
	void docOpenapi() {
		assertThat(document.path("openapi").asString()).matches("3\\.1\\.\\d+");
		assertThat(document.path("paths").propertyNames()).isNotEmpty();
	}

	@Test
	@DisplayName("/core/publish-openapi: it can be read without logging in, from any origin, and is valid")
	void publishOpenapi() {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		Set<String> ids = new HashSet<>();
		operations((name, operation) -> assertThat(ids.add(operation.path("operationId").asString())).as(name).isTrue());
		document.findValuesAsString("$ref").forEach(reference -> assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse());
		document.path("paths").propertyStream().forEach(path -> {
			Set<String> named = new TreeSet<>();
			Pattern.compile("\\{([^}]+)}").matcher(path.getKey()).results().forEach(part -> named.add(part.group(1)));
			path.getValue().propertyStream().forEach(operation -> {
				Set<String> declared = new TreeSet<>();
				operation.getValue().path("parameters").forEach(parameter -> {
					if (parameter.path("in").asString().equals("path")) {
						declared.add(parameter.path("name").asString());
					}
				});
				assertThat(declared).as(path.getKey()).isEqualTo(named);
			});
		});
	}

	@Test
	@DisplayName("/core/doc-openapi-contact: who can be asked about it")
	void contact() {
		JsonNode contact = document.path("info").path("contact");
		assertThat(List.of(contact.path("name").asString(""), contact.path("email").asString(""), contact.path("url").asString(""))).doesNotContain("");
	}

	@Test
	@DisplayName("/core/semver: the version has three numbers")
	void semver() {
		assertThat(document.path("info").path("version").asString()).matches("(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)").isEqualTo(Api.VERSION);
	}

	@Test
	@DisplayName("/core/uri-version: the major version, and no more of it, is in the URI")
	void uriVersion() {
		assertThat(document.path("servers")).isNotEmpty().allSatisfy(server -> assertThat(server.path("url").asString()).endsWith("/v" + Api.VERSION.split("\\.")[0]));
	}

	@Test
	@DisplayName("/core/version-header: every answer has the full version")
	void versionHeader() {
		operations((name, operation) -> operation.path("responses").propertyStream()
				.forEach(response -> assertThat(response.getValue().path("headers").has("API-Version")).as(name + " " + response.getKey()).isTrue()));
		assertThat(answer.header("API-Version")).isEqualTo(Api.VERSION);
		assertThat(APP.get("", "/api/v1/partnerships").header("API-Version")).isEqualTo(Api.VERSION);
		assertThat(APP.get("beheerder", "/api/v1/partnerships").header("API-Version")).isEqualTo(Api.VERSION);
	}

	@Test
	@DisplayName("/core/no-trailing-slash: no path ends in a slash")
	void noTrailingSlash() {
		assertThat(paths()).noneMatch(path -> path.endsWith("/"));
		APP.get("beheerder", "/api/v1/partnerships/").isProblem(404);
	}

	@Test
	@DisplayName("/core/http-methods and /core/http-safety: only the standard methods; reading takes no body")
	void methods() {
		document.path("paths").propertyStream().forEach(path -> assertThat(METHODS).as(path.getKey()).containsAll(path.getValue().propertyNames()));
		operations((name, operation) -> {
			if (name.startsWith("get ")) {
				assertThat(operation.has("requestBody")).as(name).isFalse();
			}
		});
	}

	@Test
	@DisplayName("/core/path-segments-kebab-case: paths are in kebab-case; calendars and pictures have their file extension")
	void kebabCase() {
		assertThat(paths()).allMatch(path -> path.matches("(/([a-z0-9]+(-[a-z0-9]+)*|\\{[a-zA-Z]+}))+(\\.(ics|svg))?"));
	}

	@Test
	@DisplayName("/core/query-keys-camel-case: query keys are in camelCase")
	void queryKeys() {
		operations((name, operation) -> operation.path("parameters").valueStream().filter(parameter -> parameter.path("in").asString().equals("query"))
				.forEach(parameter -> assertThat(parameter.path("name").asString()).as(name).matches("[a-z][a-z\\d]*([A-Z][a-z\\d]*)*")));
	}

	@Test
	@DisplayName("/core/naming-resources and /core/naming-collections: nouns, collections in plural")
	void nouns() {
		for (String path : paths()) {
			for (String segment : path.substring(1).split("/")) {
				assertThat(segment.startsWith("{") || segment.endsWith("s") || UNCOUNTABLE.contains(segment)).as(path + ": " + segment + " is a plural, or one of a kind").isTrue();
			}
		}
	}

	@Test
	@DisplayName("/core/error-handling/problem-details: every error is a problem with status, title and detail")
	void problems() {
		assertThat(document.at("/components/schemas/Problem/properties").propertyNames()).contains("status", "title", "detail", "type", "errors");
		operations((name, operation) -> operation.path("responses").propertyStream().filter(response -> response.getKey().matches("[45].."))
				.forEach(response -> assertThat(response.getValue().path("content").propertyNames()).as(name + " " + response.getKey())
						.containsExactly("application/problem+json")));
	}

	@Test
	@DisplayName("/core/error-handling/invalid-input: every operation can answer 400")
	void invalidInput() {
		operations((name, operation) -> assertThat(operation.path("responses").has("400")).as(name).isTrue());
	}

	@Test
	@DisplayName("/core/date-time: dates are dates, moments have a time zone")
	void dates() {
		document.at("/components/schemas").propertyStream().forEach(schema -> schema.getValue().path("properties").propertyStream().forEach(property -> {
			String as = schema.getKey() + "." + property.getKey();
			assertThat(property.getValue().path("format").asString("")).as(as).isNotIn("date-time-local", "time");
			boolean verb = property.getKey().equals("dependsOn");
			if ((!verb && property.getKey().matches("[a-z]+(On|Date)")) || property.getKey().equals("date")) {
				assertThat(property.getValue().toString()).as(as).containsAnyOf("\"format\":\"date\"", "Period");
			}
		}));
	}

	@Test
	@DisplayName("/core/transport/security-headers: no answer can be framed, guessed at or run scripts")
	void securityHeaders() {
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'").doesNotContain("unsafe");
		assertThat(answer.header("Cache-Control")).contains("no-store");
	}

	@Test
	@DisplayName("/core/transport/no-sensitive-uris: nothing about a person is asked for in a URI")
	void noSensitiveUris() {
		operations((name, operation) -> operation.path("parameters").valueStream().filter(parameter -> !parameter.path("in").asString().equals("header"))
				.forEach(parameter -> assertThat(parameter.path("name").asString()).as(name).isNotIn("email", "phone", "password", "token", "bsn")));
	}

	@Test
	@DisplayName("/core/changelog: what each version added and removed is published, and comes to what the document has now")
	void changelog() throws IOException {
		Path file = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("api-changelog.md");
		if (Boolean.getBoolean("contract.update")) {
			Files.writeString(file, ApiChangelog.read(Files.readString(file)).leadingTo(operationNames()));
		}
		ApiChangelog changelog = ApiChangelog.read(Files.readString(file));
		assertThat(changelog.versions().getFirst().number()).isEqualTo(Api.VERSION);
		assertThat(changelog.operations()).as("docs/api-changelog.md; write it again with -Dtest=ApiRulesTest -Dcontract.update=true").isEqualTo(operationNames());
		assertThat(document.at("/externalDocs/url").asString()).isEqualTo(Api.CHANGELOG);
		Answer published = APP.get("", Api.CHANGELOG);
		assertThat(published.status()).isEqualTo(200);
		assertThat(published.body()).isEqualTo(Files.readString(file));
	}

	@Test
	@DisplayName("what the application answers to is what the document says, no more and no less")
	void complete() {
		Set<String> answered = new TreeSet<>();
		APP.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().forEach((mapping, method) -> {
			for (String pattern : mapping.getPatternValues()) {
				if (pattern.startsWith(Api.BASE + "/") && !pattern.startsWith(DOCUMENT)) {
					mapping.getMethodsCondition().getMethods()
							.forEach(verb -> answered.add(verb + " " + pattern.substring(Api.BASE.length()).replaceAll("\\{(\\w+):[^/]+}", "{$1}")));
				}
			}
		});
		assertThat(operationNames()).isEqualTo(answered);
	}

	private static SortedSet<String> operationNames() {
		SortedSet<String> names = new TreeSet<>();
		operations((name, operation) -> names.add(name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT) + name.substring(name.indexOf(' '))));
		return names;
	}

	private static List<String> paths() {
		return new ArrayList<>(document.path("paths").propertyNames());
	}

	private static void operations(BiConsumer<String, JsonNode> check) {
		document.path("paths").propertyStream()
				.forEach(path -> path.getValue().propertyStream().forEach(operation -> check.accept(operation.getKey() + " " + path.getKey(), operation.getValue())));
	}
}
