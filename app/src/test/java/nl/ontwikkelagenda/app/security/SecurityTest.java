package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class SecurityTest {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final Running app = Running.application();

	@Test
	void the_api_gives_no_session_and_asks_for_credentials() {
		Answer nobody = app.get("", "/api/v1/partnerships").isProblem(401);
		assertThat(nobody.header("WWW-Authenticate")).startsWith("Basic");
		Answer somebody = app.get("secretaris", "/api/v1/partnerships");
		assertThat(somebody.status()).isEqualTo(200);
		assertThat(somebody.header("Set-Cookie")).isNull();
	}

	@Test
	void health_is_open_and_the_rest_of_the_actuator_is_for_administrators() {
		assertThat(app.get("", "/actuator/health/readiness").body()).contains("\"UP\"").doesNotContain("components");
		assertThat(app.get("", "/actuator/health/liveness").status()).isEqualTo(200);
		app.get("", "/actuator").isProblem(401);
		app.get("", "/actuator/health").isProblem(401);
		app.get("", "/actuator/metrics").isProblem(401);
		app.get("secretaris", "/actuator/metrics").isProblem(403);
		assertThat(app.get("beheerder", "/actuator/metrics").status()).isEqualTo(200);
	}

	@Test
	void a_browser_is_sent_to_the_log_in_page_which_sets_strict_headers() {
		Answer sent = app.get("", "/voortgang", "Accept", "text/html");
		assertThat(sent.status()).isEqualTo(302);
		assertThat(sent.header("Location")).endsWith("/inloggen");
		Answer page = app.get("", "/inloggen", "Accept", "text/html");
		assertThat(page.body()).contains("<html lang=\"nl\"");
		assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe");
		assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void logging_in_on_the_page_needs_its_token_and_the_right_password() {
		String form = "username=secretaris&password=" + DemoAccounts.PASSWORD;
		app.post("", "/inloggen", form, "Content-Type", "application/x-www-form-urlencoded").isProblem(403);
		Answer page = app.get("", "/inloggen", "Accept", "text/html");
		Matcher token = TOKEN.matcher(page.body());
		assertThat(token.find()).isTrue();
		String cookie = String.valueOf(page.header("Set-Cookie")).split(";")[0];
		assertThat(page.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
		String wrong = "username=secretaris&password=nee&_csrf=" + token.group(1);
		assertThat(app.post("", "/inloggen", wrong, "Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie).header("Location")).endsWith("/inloggen?fout");
		Answer in = app.post("", "/inloggen", form + "&_csrf=" + token.group(1), "Content-Type", "application/x-www-form-urlencoded", "Cookie", cookie);
		assertThat(in.status()).isEqualTo(302);
		assertThat(in.header("Location")).endsWith("/");
		assertThat(String.valueOf(in.header("Set-Cookie")).split(";")[0]).isNotEqualTo(cookie);
		// The session of a page is no key to the API, so that no other site can use it.
		app.get("", "/api/v1/partnerships", "Cookie", String.valueOf(in.header("Set-Cookie")).split(";")[0]).isProblem(401);
	}

	@Test
	void a_changed_password_and_a_closed_account_count_at_once() {
		Accounts accounts = app.context().getBean(Accounts.class);
		PersonId person = PersonId.of(Running.unknownId());
		app.context().getBean(People.class).enter(new Person(person, "Tijdelijk (test)", "Tijdelijk", null, null, null));
		accounts.open("tijdelijk", person, DemoAccounts.PASSWORD, false);
		assertThat(app.get("tijdelijk", "/api/v1/partnerships").status()).isEqualTo(200);
		accounts.open("tijdelijk", person, "anders", false);
		app.get("tijdelijk", "/api/v1/partnerships").isProblem(401);
		accounts.open("tijdelijk", person, DemoAccounts.PASSWORD, false);
		assertThat(app.get("tijdelijk", "/api/v1/partnerships").status()).isEqualTo(200);
		accounts.close("tijdelijk");
		app.get("tijdelijk", "/api/v1/partnerships").isProblem(401);
	}

	@Test
	void a_password_that_was_checked_is_cheap_the_next_time() {
		PasswordLogin login = app.context().getBean(PasswordLogin.class);
		var attempt = UsernamePasswordAuthenticationToken.unauthenticated("auditor", DemoAccounts.PASSWORD);
		login.authenticate(attempt);
		long before = System.nanoTime();
		for (int i = 0; i < 50; i++) {
			assertThat(login.authenticate(attempt).isAuthenticated()).isTrue();
		}
		// Fifty checks of the hash itself take seconds.
		assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
	}

	@Test
	void who_asks_too_often_has_to_wait() {
		Limits limits = new Limits(new Limits.Settings(3, 1, 2, 1, 2, 1, 60, 30, 2, 1));
		for (int i = 0; i < 3; i++) {
			limits.checkRequest("person:1");
		}
		assertThatThrownBy(() -> limits.checkRequest("person:1")).isInstanceOfSatisfying(TooManyRequests.class, e -> assertThat(e.waitSeconds()).isEqualTo(1));
		limits.checkRequest("person:2");
		limits.loginFailed("address");
		limits.checkLogin("address");
		limits.loginFailed("address");
		assertThatThrownBy(() -> limits.checkLogin("address")).isInstanceOf(TooManyRequests.class);
		limits.checkLogin("another");
		limits.accountFailed("name:anna");
		limits.checkAccount("name:anna");
		limits.accountFailed("name:anna");
		assertThatThrownBy(() -> limits.checkAccount("name:anna")).isInstanceOf(TooManyRequests.class).hasMessageContaining("Wachtwoord vergeten");
		limits.checkAccount("device:anna");
		limits.checkRegistration("address");
		limits.checkRegistration("address");
		assertThatThrownBy(() -> limits.checkRegistration("address")).isInstanceOf(TooManyRequests.class);
		assertThat(limits.mayMailConfirmation("anna@school.example")).isTrue();
		assertThat(limits.mayMailConfirmation("Anna@School.example")).isFalse();
	}

	@Test
	void the_demo_listens_to_this_machine_only() {
		People people = app.context().getBean(People.class);
		Accounts accounts = app.context().getBean(Accounts.class);
		for (String address : new String[] {"0.0.0.0", "192.168.1.1", "::", ""}) {
			assertThatThrownBy(() -> DemoAccountsFactory.at(people, accounts, address)).isInstanceOf(IllegalStateException.class).hasMessageContaining("127.0.0.1");
		}
	}

	/** As Spring would make it. */
	private static final class DemoAccountsFactory {

		static Object at(People people, Accounts accounts, String address) throws ReflectiveOperationException {
			var constructor = DemoAccounts.class.getDeclaredConstructors()[0];
			constructor.setAccessible(true);
			try {
				return constructor.newInstance(people, accounts, address);
			} catch (InvocationTargetException e) {
				if (e.getCause() instanceof RuntimeException refused) {
					throw refused;
				}
				throw e;
			}
		}
	}
}
