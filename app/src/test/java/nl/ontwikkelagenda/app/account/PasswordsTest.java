package nl.ontwikkelagenda.app.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.mail.MailServer;
import nl.ontwikkelagenda.app.mail.MailServer.Received;
import nl.ontwikkelagenda.app.mail.SendMails;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Browser;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How people get a password, lose it and change it, and what guessing others cannot do to them. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class PasswordsTest {

	private static final Pattern LINK = Pattern.compile("https://agenda\\.regio\\.example(/wachtwoord/kiezen/[A-Za-z0-9_-]{43})\\s");
	private static final String GOOD = "vier losse paarden dansen";
	private static final String BETTER = "zeven stille bergen zingen";

	private final MailServer server = new MailServer();
	private final Running app = server.application("ontwikkelagenda.limits.failed-logins=1000",
			"ontwikkelagenda.limits.failed-logins-per-account=4", "ontwikkelagenda.limits.failed-logins-per-account-per-hour=1");
	private final JdbcClient jdbc = app.context().getBean(JdbcClient.class);

	@AfterAll
	void close() {
		app.context().close();
		server.close();
	}

	@Test
	void who_is_invited_chooses_a_password_once() {
		PersonId person = enter("Anna Voorbeeld", "anna@school.example.org");
		Client administrator = new Client(app, Running.ADMINISTRATOR);
		assertThat(administrator.created("/api/v1/people/" + person + "/account", "{\"username\": \"Anna.V\"}").json().path("state").asString()).isEqualTo("INVITED");
		Received mail = onlyMail();
		assertThat(mail.to()).isEqualTo("anna@school.example.org");
		String link = link(mail);
		assertThat(jdbc.sql("select count(*) from register.password_link l where l::text like '%' || ? || '%'").param(Client.id(link)).query(Long.class).single()).isZero();

		Browser anna = new Browser(app);
		assertThat(anna.get(link).body()).contains("Welkom", "anna.v");
		List.of("kort", "passwordpassword", "qwertyuiop123", "aaaaaaaaaaaaaaaa", "anna.voorbeeld1", "Ontwikkelagenda1!").forEach(bad -> {
			Answer refused = anna.submit(link, link, chosen(bad, bad));
			assertThat(refused.status()).as(bad).isEqualTo(400);
			assertThat(refused.body()).doesNotContain("value=\"" + bad);
		});
		assertThat(anna.submit(link, link, chosen(GOOD, BETTER)).body()).contains("typ twee keer hetzelfde");
		assertThat(anna.submit(link, link, chosen(GOOD, GOOD)).header("Location")).endsWith("/inloggen?nieuw");
		assertThat(anna.get(link).status()).as("one use").isEqualTo(410);
		assertThat(anna.logIn("anna.v", GOOD).header("Location")).matches(".*:\\d+/");
		assertThat(anna.isIn()).isTrue();
		assertThat(jdbc.sql("select password_hash from register.account where person_id = ?").param(person.value()).query(String.class).single())
				.startsWith("{argon2id}$argon2id$");
		assertThat(administrator.read("/api/v1/people/" + person + "/account").path("state").asString()).isEqualTo("OPEN");

		assertThat(administrator.ended("/api/v1/people/" + person + "/account").path("state").asString()).isEqualTo("CLOSED");
		assertThat(anna.isIn()).as("a session ends with its account").isFalse();
		assertThat(anna.logIn("anna.v", GOOD).header("Location")).endsWith("/inloggen?fout");
	}

	@Test
	void who_forgot_a_password_gets_a_link_and_nobody_learns_whether_an_address_is_known() {
		open("bram", "Bram Voorbeeld", "bram@school.example.org");
		Browser somebody = new Browser(app);
		Answer unknown = somebody.submit("/wachtwoord/vergeten", "/wachtwoord/vergeten", Map.of("email", "niemand@school.example.org"));
		Answer known = somebody.submit("/wachtwoord/vergeten", "/wachtwoord/vergeten", Map.of("email", "Bram@school.example.org"));
		assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(302);
		assertThat(known.header("Location")).isEqualTo(unknown.header("Location"));
		assertThat(known.body()).isEqualTo(unknown.body());
		String link = link(onlyMail());
		jdbc.sql("update register.password_link set expires_at = now() - interval '1 second'").update();
		assertThat(somebody.get(link).status()).as("too late").isEqualTo(410);
		jdbc.sql("update register.password_link set expires_at = now() + interval '1 hour'").update();

		Browser other = new Browser(app);
		other.logIn("bram", GOOD);
		assertThat(other.isIn()).isTrue();
		assertThat(somebody.submit(link, link, chosen(BETTER, BETTER)).status()).isEqualTo(302);
		assertThat(other.isIn()).as("whoever was in with the old password is out").isFalse();
		assertThat(somebody.logIn("bram", GOOD).header("Location")).endsWith("?fout");
		assertThat(somebody.logIn("bram", BETTER).header("Location")).matches(".*:\\d+/");
	}

	@Test
	void a_secretary_cannot_lead_the_link_of_another_to_himself() {
		PersonId person = open("carla", "Carla Voorbeeld", "dief@elders.example.org");
		app.context().getBean(Accounts.class).reachAt(person, "carla@school.example.org");
		new Browser(app).submit("/wachtwoord/vergeten", "/wachtwoord/vergeten", Map.of("email", "carla@school.example.org"));
		assertThat(onlyMail().to()).isEqualTo("carla@school.example.org");
	}

	@Test
	void a_new_password_asks_for_the_old_one_and_ends_all_other_sessions() {
		open("dirk", "Dirk Voorbeeld", null);
		Browser here = new Browser(app);
		Browser elsewhere = new Browser(app);
		here.logIn("dirk", GOOD);
		elsewhere.logIn("dirk", GOOD);
		assertThat(here.submit("/mijn-toegang", "/mijn-toegang/wachtwoord", Map.of("huidig", "weet ik niet meer", "wachtwoord", BETTER, "nogmaals", BETTER)).body())
				.contains("niet uw huidige wachtwoord");
		assertThat(here.submit("/mijn-toegang", "/mijn-toegang/wachtwoord", Map.of("huidig", GOOD, "wachtwoord", BETTER, "nogmaals", BETTER)).status()).isEqualTo(303);
		assertThat(here.isIn()).isTrue();
		assertThat(elsewhere.isIn()).isFalse();
	}

	@Test
	void guessing_stops_and_keeps_nobody_out_who_logged_in_before() {
		open("eva", "Eva Voorbeeld", "eva@school.example.org");
		Browser eva = new Browser(app);
		assertThat(eva.logIn("eva", GOOD).header("Location")).matches(".*:\\d+/");
		eva.forgetSession();
		// what was checked a moment ago is remembered for a while; not so after a restart
		jdbc.sql("update register.account set password_hash = ? where username = 'eva'").param(app.context().getBean(Accounts.class).encoder().encode(GOOD)).update();

		Browser guesser = new Browser(app);
		List<Integer> known = new ArrayList<>();
		List<Integer> unknown = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			known.add(guesser.logIn("eva", "gok nummer " + i).status());
		}
		assertThat(known).containsExactly(302, 302, 302, 302, 429);
		Browser another = new Browser(app);
		assertThat(another.logIn("eva", GOOD).body()).as("not even with the right one").contains("Wachtwoord vergeten");
		for (int i = 0; i < 5; i++) {
			unknown.add(guesser.logIn("bestaat-niet", "gok nummer " + i).status());
		}
		assertThat(unknown).as("the same for a name that nobody has").isEqualTo(known);

		assertThat(eva.logIn("eva", "typefout").header("Location")).endsWith("?fout");
		assertThat(eva.logIn("eva", GOOD).header("Location")).as("her own browser still gets in").matches(".*:\\d+/");
		another.submit("/wachtwoord/vergeten", "/wachtwoord/vergeten", Map.of("email", "eva@school.example.org"));
		String link = link(onlyMail());
		another.submit(link, link, chosen(BETTER, BETTER));
		assertThat(another.logIn("eva", BETTER).header("Location")).as("as does a new one by the mail").matches(".*:\\d+/");
	}

	@Test
	void passwords_of_before_are_kept_as_new_ones_at_the_next_log_in() {
		PersonId person = open("fleur", "Fleur Voorbeeld", null);
		jdbc.sql("update register.account set password_hash = ? where person_id = ?")
				.params("{bcrypt}" + new BCryptPasswordEncoder(4).encode(GOOD), person.value()).update();
		assertThat(app.send("", "GET", "/api/v1/partnerships", null, "Authorization", basic("fleur", GOOD)).status()).isEqualTo(200);
		assertThat(jdbc.sql("select password_hash from register.account where person_id = ?").param(person.value()).query(String.class).single()).startsWith("{argon2id}");
	}

	@Test
	void accounts_are_kept_by_who_administers_the_installation() {
		PersonId person = enter("Gijs Voorbeeld", null);
		String account = "/api/v1/people/" + person + "/account";
		app.get("secretaris", account).isProblem(403);
		app.post("secretaris", account, "{\"username\": \"gijs\"}").isProblem(403);
		app.get(Running.ADMINISTRATOR, account).isProblem(404);
		assertThat(app.post(Running.ADMINISTRATOR, account, "{\"username\": \"gijs\"}").isProblem(400).wrongFields()).containsExactly("email");
		Client.refused(app.post(Running.ADMINISTRATOR, account, "{\"username\": \"secretaris\", \"email\": \"gijs@school.example.org\"}"), "a-username-is-of-one");
		Browser administrator = new Browser(app);
		administrator.logIn(Running.ADMINISTRATOR, "demo");
		assertThat(administrator.submit("/beheer/accounts", "/beheer/accounts",
				Map.of("person", person.toString(), "username", "gijs", "email", "gijs@school.example.org")).status()).isEqualTo(303);
		assertThat(onlyMail().text()).contains("gijs");
		assertThat(administrator.get("/beheer/accounts").body()).contains("Gijs Voorbeeld", "uitgenodigd");
	}

	private PersonId enter(String name, @Nullable String email) {
		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new Person(person, name, "Test", null, email, null));
		return person;
	}

	private PersonId open(String username, String name, @Nullable String email) {
		PersonId person = enter(name, email);
		app.context().getBean(Accounts.class).open(username, person, GOOD, false);
		app.context().getBean(Accounts.class).reachAt(person, email);
		return person;
	}

	private Received onlyMail() {
		await().atMost(Duration.ofSeconds(10)).until(() -> jdbc.sql("select count(*) from register.outgoing_mail where state = 'WAITING'").query(Long.class).single() > 0);
		app.context().getBean(SendMails.class).run();
		List<Received> mails = server.received();
		assertThat(mails).hasSize(1);
		return mails.getFirst();
	}

	private static String link(Received mail) {
		Matcher link = LINK.matcher(mail.text());
		assertThat(link.find()).as(mail.text()).isTrue();
		return link.group(1);
	}

	private static Map<String, String> chosen(String password, String again) {
		return Map.of("wachtwoord", password, "nogmaals", again);
	}

	private static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}
}
