package nl.ontwikkelagenda.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Browser;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import tools.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What programs do with a token in somebody's name, and what they never do. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessTokensTest {

	private static final String TOKENS = "/api/v1/access-tokens";
	private final LocalDate tomorrow = LocalDate.now(Today.AMSTERDAM).plusDays(1);

	private final Running app = Running.application();
	private String here;
	private String there;

	@BeforeAll
	void settle() {
		here = app.partnership("Met sleutels");
		there = app.partnership("Zonder sleutels");
		app.give(here, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(there, DemoAccounts.SECRETARY, "SECRETARY");
	}

	@Test
	void a_token_that_may_write_works_as_its_owner_without_a_session() {
		JsonNode made = make("secretaris", "WRITE", null);
		assertThat(made.path("token").asString()).startsWith("ontwikkelagenda_");
		String token = made.path("token").asString();
		assertThat(with(token, "GET", here, null).status()).isEqualTo(200);
		Answer meeting = with(token, "POST", "/api/v1/meetings", meeting(here));
		assertThat(meeting.status()).as(meeting.body()).isEqualTo(201);
		assertThat(meeting.header("Set-Cookie")).isNull();
		JsonNode seen = app.get("secretaris", TOKENS + "/" + made.path("accessTokenId").asString()).json();
		assertThat(seen.path("lastUsedAt").asString("")).isNotEmpty();
		assertThat(seen.path("token").asString("")).isEmpty();
	}

	@Test
	void a_token_that_may_read_changes_nothing() {
		String token = make("secretaris", "READ", null).path("token").asString();
		assertThat(with(token, "GET", here, null).status()).isEqualTo(200);
		long events = app.events();
		assertThat(with(token, "POST", "/api/v1/meetings", meeting(here)).isProblem(403).body()).contains("alleen lezen");
		assertThat(app.events()).isEqualTo(events);
	}

	@Test
	void a_token_for_one_partnership_does_not_know_of_another() {
		String token = make("secretaris", "WRITE", id(here)).path("token").asString();
		assertThat(with(token, "GET", here, null).status()).isEqualTo(200);
		with(token, "GET", there, null).isProblem(404);
		assertThat(with(token, "GET", "/api/v1/partnerships?pageSize=100", null).body()).contains(id(here)).doesNotContain(id(there));
		with(token, "POST", "/api/v1/meetings", meeting(there)).isProblem(404);
		assertThat(with(token, "POST", "/api/v1/meetings", meeting(here)).status()).isEqualTo(201);
	}

	@Test
	void a_token_gives_no_access_that_would_outlive_it_and_never_administers_the_installation() {
		String token = make("secretaris", "WRITE", null).path("token").asString();
		List.of(TOKENS, "/api/v1/calendar-feeds", "/api/v1/change-feeds", "/api/v1/webhooks", "/api/v1/people/me/data").forEach(path -> {
			assertThat(with(token, "GET", path, null).isProblem(403).body()).as(path).contains("zelf inlogt");
		});
		with(token, "POST", TOKENS, making("READ", null, tomorrow)).isProblem(403);
		String administrators = make("beheerder", "WRITE", null).path("token").asString();
		with(administrators, "POST", "/api/v1/partnerships", """
				{"kind": "REGION", "name": "Met een sleutel", "schoolRegion": "MIDDEN", "foundedOn": "2018-01-01"}""").isProblem(403);
		with(administrators, "GET", "/actuator/metrics", null).isProblem(401);
	}

	@Test
	void a_token_is_no_way_into_the_pages() {
		String token = make("secretaris", "WRITE", null).path("token").asString();
		with(token, "GET", "/acties", null).isProblem(401);
	}

	@Test
	void a_token_ends_when_it_is_revoked_when_it_expires_and_with_the_account_of_its_owner() {
		JsonNode made = make("secretaris", "READ", null);
		String address = TOKENS + "/" + made.path("accessTokenId").asString();
		app.get("projectleider", address).isProblem(404);
		app.send("projectleider", "DELETE", address, null).isProblem(404);
		assertThat(app.send("secretaris", "DELETE", address, null).status()).isEqualTo(200);
		Answer refused = with(made.path("token").asString(), "GET", here, null).isProblem(401);
		assertThat(refused.response().headers().allValues("WWW-Authenticate")).anyMatch(challenge -> challenge.startsWith("Bearer"));

		String expiring = make("secretaris", "READ", null).path("token").asString();
		jdbc().sql("update register.access_token set expires_at = now() - interval '1 second' where id = (select id from register.access_token order by created_at desc limit 1)")
				.update();
		with(expiring, "GET", here, null).isProblem(401);

		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new Person(person, "Sleutelhouder", "Test", null, null, null));
		app.context().getBean(Accounts.class).open("sleutelhouder", person, DemoAccounts.PASSWORD, false);
		String his = make("sleutelhouder", "READ", null).path("token").asString();
		assertThat(with(his, "GET", "/api/v1/partnerships", null).status()).isEqualTo(200);
		app.context().getBean(Accounts.class).close("sleutelhouder");
		with(his, "GET", "/api/v1/partnerships", null).isProblem(401);
	}

	@Test
	void only_a_hash_is_kept_and_a_token_that_was_forgotten_is_removed() {
		JsonNode made = make("secretaris", "READ", null);
		assertThat(jdbc().sql("select octet_length(token_hash) from register.access_token where id = ?").param(UUID.fromString(made.path("accessTokenId").asString()))
				.query(Integer.class).single()).isEqualTo(32);
		jdbc().sql("update register.access_token set expires_at = now() - interval '31 days' where id = ?")
				.param(UUID.fromString(made.path("accessTokenId").asString())).update();
		app.context().getBean(ForgetExpiredKeys.class).run();
		app.get("secretaris", TOKENS + "/" + made.path("accessTokenId").asString()).isProblem(404);
	}

	@Test
	void a_key_is_made_and_revoked_on_the_page_which_shows_it_once() {
		Browser browser = new Browser(app);
		browser.logIn("projectleider", DemoAccounts.PASSWORD);
		assertThat(browser.submit("/mijn-toegang", "/mijn-toegang/sleutels", Map.of("naam", "", "bereik", "READ", "expiresOn", tomorrow.toString())).status()).isEqualTo(400);
		assertThat(browser.submit("/mijn-toegang", "/mijn-toegang/sleutels", Map.of("naam", "Rooster", "bereik", "READ", "expiresOn", "2099-01-01")).body())
				.contains("hoogstens een jaar");
		String made = browser.submit("/mijn-toegang", "/mijn-toegang/sleutels", Map.of("naam", "Rooster", "bereik", "READ", "expiresOn", tomorrow.toString())).body();
		Matcher key = Pattern.compile("ontwikkelagenda_[A-Za-z0-9_-]{43}").matcher(made);
		assertThat(key.find()).isTrue();
		assertThat(with(key.group(), "GET", "/api/v1/partnerships", null).status()).isEqualTo(200);
		String page = browser.get("/mijn-toegang").body();
		assertThat(page).contains("Rooster").doesNotContain(key.group());
		Matcher revoke = Pattern.compile("/mijn-toegang/sleutels/[0-9a-f-]{36}/intrekken").matcher(page);
		assertThat(revoke.find()).isTrue();
		assertThat(browser.submit("/mijn-toegang", revoke.group(), Map.of()).status()).isEqualTo(302);
		with(key.group(), "GET", "/api/v1/partnerships", null).isProblem(401);
	}

	@Test
	void what_is_wrong_is_said_by_field() {
		assertThat(app.post("secretaris", TOKENS, making("READ", null, LocalDate.now(Today.AMSTERDAM).minusDays(2))).isProblem(400).wrongFields()).containsExactly("expiresOn");
		assertThat(app.post("secretaris", TOKENS, making("READ", null, LocalDate.now(Today.AMSTERDAM).plusDays(400))).isProblem(400).wrongFields()).containsExactly("expiresOn");
		assertThat(app.post("secretaris", TOKENS, making("READ", Running.unknownId(), tomorrow)).isProblem(400).wrongFields()).containsExactly("partnershipId");
		with("ontwikkelagenda_nee", "GET", here, null).isProblem(401);
		with("", "GET", here, null).isProblem(401);
	}

	private JsonNode make(String user, String scope, @Nullable String partnership) {
		return new Client(app, user).created(TOKENS, making(scope, partnership, tomorrow)).json();
	}

	private static String making(String scope, @Nullable String partnership, LocalDate until) {
		return "{\"name\": \"Koppeling met het rooster\", \"scope\": \"%s\", %s\"expiresOn\": \"%s\"}".formatted(scope,
				partnership == null ? "" : "\"partnershipId\": \"" + partnership + "\", ", until);
	}

	private static String meeting(String partnership) {
		return "{\"partnershipId\": \"%s\", \"title\": \"Overleg\", \"plannedOn\": \"2040-02-01\"}".formatted(id(partnership));
	}

	private static String id(String partnership) {
		return Client.id(partnership);
	}

	private Answer with(String token, String method, String path, @Nullable String body) {
		return app.send("", method, path, body, "Authorization", "Bearer " + token);
	}

	private JdbcClient jdbc() {
		return app.context().getBean(JdbcClient.class);
	}
}
