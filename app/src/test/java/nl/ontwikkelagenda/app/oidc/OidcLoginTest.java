package nl.ontwikkelagenda.app.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.oidc.AuthorizationServer.Fault;
import nl.ontwikkelagenda.app.oidc.AuthorizationServer.Person;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Running;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logging in at a real authorization server: which account that is, and what is refused. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class OidcLoginTest {

	private static final String OWN = "/mijn-toegang";
	private static final String AUDIENCE = "agenda-api";
	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private final AuthorizationServer server = new AuthorizationServer();
	private final Running app = Running.with("ontwikkelagenda.oidc.issuer=" + server.issuer(), "ontwikkelagenda.oidc.client-id=agenda",
			"ontwikkelagenda.oidc.name=School Voorbeeld", "ontwikkelagenda.oidc.acr=" + AuthorizationServer.STRONG, "ontwikkelagenda.oidc.api-audience=" + AUDIENCE);
	private final String address = "http://127.0.0.1:" + app.port();

	OidcLoginTest() {
		server.register("agenda", address);
	}

	@AfterAll
	void close() {
		app.context().close();
		server.close();
	}

	@Test
	void a_verified_address_links_an_account_once_and_the_subject_is_known_from_then_on() {
		open("anna", "anna@school.example.org");
		server.knows(new Person("anna-elders", "Anna@school.example.org", true));
		Visit visit = new Visit();
		assertThat(visit.get(address + "/inloggen").body()).contains("Inloggen met School Voorbeeld");
		assertThat(visit.logIn("anna-elders").uri().toString()).isEqualTo(address + "/");
		assertThat(visit.get(address + "/mijn-toegang").body()).contains("anna");
		assertThat(visit.cookies.getCookieStore().getCookies()).as("no token of the issuer is in the browser").noneMatch(cookie -> cookie.getValue().startsWith("eyJ"));

		// the address is of another now: the subject still is who he was
		server.knows(new Person("anna-elders", "verhuisd@school.example.org", false));
		assertThat(new Visit().logIn("anna-elders").uri().toString()).isEqualTo(address + "/");
		server.knows(new Person("nieuwe-anna", "anna@school.example.org", true));
		assertThat(new Visit().logIn("nieuwe-anna").uri().toString()).as("who has the address later is another").endsWith("/inloggen?onbekend");
	}

	@Test
	void an_address_that_was_not_verified_or_that_nobody_has_here_opens_nothing() {
		open("bram", "bram@school.example.org");
		server.knows(new Person("bram-elders", "bram@school.example.org", false));
		server.knows(new Person("niemand-hier", "niemand@school.example.org", true));
		for (String subject : new String[] {"bram-elders", "niemand-hier"}) {
			Visit visit = new Visit();
			assertThat(visit.logIn(subject).uri().toString()).endsWith("/inloggen?onbekend");
			assertThat(visit.get(address + "/mijn-toegang").uri().toString()).as("not logged in").endsWith("/inloggen");
		}
		assertThat(
				app.context().getBean(JdbcClient.class).sql("select count(*) from register.identity where subject in ('bram-elders', 'niemand-hier')").query(Long.class).single())
				.isZero();
	}

	@Test
	void an_account_that_was_closed_stays_closed() {
		open("carla", "carla@school.example.org");
		server.knows(new Person("carla-elders", "carla@school.example.org", true));
		assertThat(new Visit().logIn("carla-elders").uri().toString()).isEqualTo(address + "/");
		app.context().getBean(Accounts.class).close("carla");
		assertThat(new Visit().logIn("carla-elders").uri().toString()).endsWith("/inloggen?onbekend");
	}

	@Test
	void who_is_logged_in_sees_where_he_logs_in_and_ends_and_begins_that_himself() {
		open("dora", "dora@school.example.org");
		server.knows(new Person("dora-elders", "dora@school.example.org", true));
		Visit visit = new Visit();
		visit.logIn("dora-elders");
		assertThat(visit.get(address + OWN).body()).contains("U kunt ook inloggen met <strong>School Voorbeeld</strong>");
		assertThat(visit.submit(OWN, "/elders/ontkoppelen", "een ander wachtwoord").body()).contains("Dit is niet uw huidige wachtwoord.");
		assertThat(visit.submit(OWN, "/elders/ontkoppelen", DemoAccounts.PASSWORD).body()).contains("U logt nu alleen nog hier in.", "Koppel uw account");
		assertThat(new Visit().logIn("dora-elders").uri().toString()).as("his address links him no more").endsWith("/inloggen?onbekend");

		server.knows(new Person("dora-nieuw", "anders@school.example.org", false));
		Visit again = new Visit();
		again.logInHere("dora");
		assertThat(again.submit(OWN, "/elders/koppelen", DemoAccounts.PASSWORD).body()).contains("/inloggen/bij/elders");
		assertThat(again.logIn("dora-nieuw").uri().toString()).endsWith(OWN + "?gekoppeld");
		assertThat(new Visit().logIn("dora-nieuw").uri().toString()).isEqualTo(address + "/");
	}

	@Test
	void nobody_links_an_identity_that_is_of_another() {
		open("els", "els@school.example.org");
		open("frits", "frits@school.example.org");
		server.knows(new Person("els-elders", "els@school.example.org", true));
		new Visit().logIn("els-elders");
		Visit visit = new Visit();
		visit.logInHere("frits");
		visit.submit(OWN, "/elders/koppelen", DemoAccounts.PASSWORD);
		assertThat(visit.logIn("els-elders").uri().toString()).endsWith(OWN + "?niet-gekoppeld");
		assertThat(visit.get(address + OWN).body()).as("he is still who he was").contains("<strong>frits</strong>", "Koppel uw account");
	}

	@Test
	void who_has_no_password_chooses_one_before_he_ends_it() {
		PersonId person = open("greet", "greet@school.example.org");
		server.knows(new Person("greet-elders", "greet@school.example.org", true));
		Visit visit = new Visit();
		visit.logIn("greet-elders");
		app.context().getBean(JdbcClient.class).sql("update register.account set password_hash = null where person_id = ?").param(person.value()).update();
		assertThat(visit.submit(OWN, "/elders/ontkoppelen", "").body()).contains("Kies eerst een wachtwoord");
		assertThat(new Visit().logIn("greet-elders").uri().toString()).isEqualTo(address + "/");
	}

	@Test
	void who_logged_in_there_in_a_weaker_way_than_is_asked_is_refused() {
		open("hanna", "hanna@school.example.org");
		server.knows(new Person("hanna-elders", "hanna@school.example.org", true, "wachtwoord"));
		Visit visit = new Visit();
		HttpResponse<String> refused = visit.logIn("hanna-elders");
		assertThat(refused.uri().toString()).endsWith("/inloggen?zwak");
		assertThat(refused.body()).contains("niet sterk genoeg");
		assertThat(visit.get(address + OWN).uri().toString()).as("not logged in").endsWith("/inloggen");
	}

	@Test
	void the_request_has_a_state_a_nonce_and_a_challenge_and_an_answer_without_its_state_is_refused() {
		Visit visit = new Visit();
		HttpResponse<String> begun = visit.step(address + "/inloggen/bij/elders");
		String asked = begun.headers().firstValue("Location").orElseThrow();
		assertThat(asked).startsWith(server.issuer() + "/oauth2/authorize?").contains("response_type=code", "state=", "nonce=", "code_challenge=", "code_challenge_method=S256",
				"scope=openid%20email", "acr_values=" + AuthorizationServer.STRONG).doesNotContain("client_secret");
		assertThat(visit.get(address + Issuer.RETURN + "?code=gestolen&state=verzonnen").uri().toString()).endsWith("/inloggen?elders");
		String state = asked.replaceFirst(".*[?&]state=([^&]+).*", "$1");
		assertThat(new Visit().get(address + Issuer.RETURN + "?code=gestolen&state=" + state).uri().toString()).as("the state of another browser").endsWith("/inloggen?elders");
		assertThat(visit.get(address + Issuer.RETURN + "?code=gestolen&state=" + state).uri().toString()).as("a code that was not given").endsWith("/inloggen?elders");
	}

	@ParameterizedTest
	@EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void an_id_token_with_something_wrong_opens_nothing(Fault fault) {
		String name = "fout-" + fault.name().toLowerCase(Locale.ROOT);
		open(name, name + "@school.example.org");
		server.knows(new Person(name, name + "@school.example.org", true, AuthorizationServer.STRONG, fault));
		Visit visit = new Visit();
		assertThat(visit.logIn(name).uri().toString()).endsWith("/inloggen?elders");
		assertThat(visit.get(address + OWN).uri().toString()).as("not logged in").endsWith("/inloggen");
		server.knows(new Person(name, name + "@school.example.org", true));
		assertThat(new Visit().logIn(name).uri().toString()).as("with nothing wrong").isEqualTo(address + "/");
	}

	@Test
	void an_access_token_of_the_issuer_opens_the_interface_as_far_as_its_scope_goes() {
		PersonId ida = open("ida", "ida@school.example.org");
		server.knows(new Person("ida-elders", "ida@school.example.org", true));
		String reading = server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", "openid ontwikkelagenda.read"));
		assertThat(as(reading).status()).as("not linked yet, and a token links nobody").isEqualTo(401);
		new Visit().logIn("ida-elders");
		assertThat(as(reading).json().path("personId").asString()).isEqualTo(ida.toString());
		String preferences = "{\"quietInSchoolHolidays\": true}";
		app.send("", "PUT", "/api/v1/people/me/preferences", preferences, "Authorization", "Bearer " + reading, "Content-Type", "application/json").isProblem(403);
		String writing = server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", List.of("ontwikkelagenda.write")));
		assertThat(app.send("", "PUT", "/api/v1/people/me/preferences", preferences, "Authorization", "Bearer " + writing, "Content-Type", "application/json").status())
				.isIn(200, 204);
		app.get("", "/api/v1/people/me/data", "Authorization", "Bearer " + writing).isProblem(403);

		List<String> wrong = List.of(server.accessToken(claims -> claims.subject("ida-elders").audience(List.of("agenda")).claim("scope", AccessTokens.READ)),
				server.accessToken(claims -> claims.subject("ida-elders").claim("scope", AccessTokens.READ)),
				server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", "openid")),
				server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", AccessTokens.READ).claim("acr", "wachtwoord")),
				server.accessToken(claims -> claims.subject("niemand-hier").audience(List.of(AUDIENCE)).claim("scope", AccessTokens.READ)),
				server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", AccessTokens.READ).issuer("https://een-ander.example.org")),
				server.accessToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", AccessTokens.READ).issuedAt(Instant.now().minusSeconds(7200))
						.expiresAt(Instant.now().minusSeconds(3600))),
				server.forgedToken(claims -> claims.subject("ida-elders").audience(List.of(AUDIENCE)).claim("scope", AccessTokens.READ)), AuthorizationServer.unsigned(reading),
				"een.twee.drie");
		assertThat(wrong).allSatisfy(token -> assertThat(as(token).status()).isEqualTo(401));
		app.context().getBean(Accounts.class).close("ida");
		assertThat(as(reading).status()).as("his account was closed").isEqualTo(401);
	}

	private Running.Answer as(String token) {
		return app.get("", "/api/v1/people/me", "Authorization", "Bearer " + token);
	}

	@Test
	void the_public_key_is_published_and_the_private_one_is_not() {
		assertThat(app.get("", OidcConfiguration.KEYS).body()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\"", "\"p\"", "\"q\"");
	}

	@Test
	void without_an_issuer_there_is_nothing_of_it() {
		Running without = Running.application();
		assertThat(without.get("", "/inloggen", "Accept", "text/html").body()).doesNotContain("/inloggen/bij");
		assertThat(without.get("secretaris", "/inloggen/bij/elders", "Accept", "text/html").status()).isEqualTo(404);
		assertThat(without.get("", OidcConfiguration.KEYS).status()).isEqualTo(404);
	}

	private PersonId open(String username, String email) {
		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new nl.ontwikkelagenda.app.person.Person(person, username, "Test", null, null, null));
		app.context().getBean(Accounts.class).open(username, person, DemoAccounts.PASSWORD, false);
		app.context().getBean(Accounts.class).reachAt(person, email);
		return person;
	}

	/** A browser with its cookies, which follows where it is sent. */
	private final class Visit {

		private final CookieManager cookies = new CookieManager();
		private final HttpClient following = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).followRedirects(HttpClient.Redirect.ALWAYS)
				.build();
		private final HttpClient stepping = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

		HttpResponse<String> get(String page) {
			return send(following, HttpRequest.newBuilder(URI.create(page)));
		}

		HttpResponse<String> step(String page) {
			return send(stepping, HttpRequest.newBuilder(URI.create(page)));
		}

		/** Begins here, logs in there, and comes back. */
		HttpResponse<String> logIn(String subject) {
			HttpResponse<String> form = get(address + "/inloggen/bij/elders");
			assertThat(form.uri().toString()).startsWith(server.issuer() + "/login");
			Matcher token = TOKEN.matcher(form.body());
			assertThat(token.find()).as(form.body()).isTrue();
			return post(server.issuer() + "/login", Map.of("username", subject, "password", AuthorizationServer.PASSWORD, "_csrf", token.group(1)));
		}

		void logInHere(String username) {
			post(address + "/inloggen", Map.of("username", username, "password", DemoAccounts.PASSWORD, "_csrf", token(address + "/inloggen")));
		}

		/** Sends a form of a page with the current password. */
		HttpResponse<String> submit(String page, String form, String password) {
			return post(address + page + form, Map.of("huidig", password, "_csrf", token(address + page)));
		}

		private String token(String page) {
			HttpResponse<String> shown = get(page);
			Matcher token = TOKEN.matcher(shown.body());
			assertThat(token.find()).as(shown.body()).isTrue();
			return token.group(1);
		}

		private HttpResponse<String> post(String to, Map<String, String> fields) {
			String body = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&"));
			return send(following, HttpRequest.newBuilder(URI.create(to)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
		}

		private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
			try {
				return client.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
			} catch (IOException e) {
				throw new AssertionError(e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new AssertionError(e);
			}
		}
	}
}
