package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

/** What a reverse proxy says of a request counts only where the administrator says that there is one; everybody else can write those headers as well. */
@BesideOthers
class BehindAProxyTest {

	private static final String FORM = "application/x-www-form-urlencoded";
	private static final String[] FEW_LOGINS = {"ontwikkelagenda.limits.failed-logins=3", "ontwikkelagenda.limits.failed-logins-per-minute=1"};

	private static Running running(String... more) {
		String[] all = new String[FEW_LOGINS.length + more.length];
		System.arraycopy(FEW_LOGINS, 0, all, 0, FEW_LOGINS.length);
		System.arraycopy(more, 0, all, FEW_LOGINS.length, more.length);
		return Running.with(all);
	}

	private static Answer wrongPassword(Running app, String address) {
		return app.send("", "GET", "/api/v1/partnerships", null, "Authorization", "Basic c2VjcmV0YXJpczpmb3V0", "X-Forwarded-For", address);
	}

	@Test
	void withoutAProxyAForgedAddressHelpsNobodyPastALimitOrIntoATrustedConnection() {
		Running app = running();
		try (var context = app.context()) {
			Answer token = app.post("secretaris", "/api/v1/access-tokens", """
					{"name": "Rapportage", "scope": "READ", "expiresOn": "%s"}""".formatted(LocalDate.now(ZoneOffset.UTC).plusDays(2)));
			for (int i = 1; i <= 3; i++) {
				wrongPassword(app, "203.0.113." + i).isProblem(401);
			}
			wrongPassword(app, "203.0.113.4").isProblem(429);
			Answer known = app.get("", "/api/v1/partnerships", HttpHeaders.AUTHORIZATION, "Bearer " + token.json().path("token").asString());
			assertThat(known.status()).as("a program behind the same address").isEqualTo(200);
			app.get("", "/api/v1/partnerships", HttpHeaders.AUTHORIZATION, "Bearer ontwikkelagenda_unknown").isProblem(429);
			Answer page = app.get("", "/inloggen", "X-Forwarded-Proto", "https", "Accept", "text/html");
			assertThat(page.header(HttpHeaders.SET_COOKIE)).isNotNull().doesNotContain("Secure");
			assertThat(page.header("Strict-Transport-Security")).isNull();
		}
	}

	@Test
	void behindAProxyEveryVisitorHasHisOwnLimitAndHisConnectionIsKnownToBeSafe() {
		Running app = running("server.forward-headers-strategy=native", "ontwikkelagenda.public-address=https://agenda.regio.example");
		try (var context = app.context()) {
			for (int i = 1; i <= 3; i++) {
				wrongPassword(app, "203.0.113.1").isProblem(401);
			}
			wrongPassword(app, "203.0.113.1").isProblem(429);
			wrongPassword(app, "203.0.113.2").isProblem(401);
			Answer page = app.get("", "/inloggen", "X-Forwarded-Proto", "https", "Accept", "text/html");
			String session = page.header(HttpHeaders.SET_COOKIE);
			assertThat(session).startsWith("__Host-").contains("Secure", "HttpOnly", "Path=/");
			String token = page.body().replaceFirst("(?s).*name=\"_csrf\"[^>]* value=\"([^\"]+)\".*", "$1");
			String cookie = String.valueOf(session).split(";")[0];
			Answer in = app.post("", "/inloggen", "username=secretaris&password=demo&_csrf=" + token, "Content-Type", FORM, "Cookie", cookie, "X-Forwarded-Proto", "https");
			assertThat(in.response().headers().allValues(HttpHeaders.SET_COOKIE)).hasSizeGreaterThan(1).allSatisfy(set -> assertThat(set).startsWith("__Host-").contains("Secure"));
			String inside = in.response().headers().allValues(HttpHeaders.SET_COOKIE).stream().filter(set -> set.startsWith("__Host-sessie")).findFirst().orElseThrow()
					.split(";")[0];
			String fresh = app.get("", "/", "Cookie", inside, "X-Forwarded-Proto", "https", "Accept", "text/html").body()
					.replaceFirst("(?s).*name=\"_csrf\"[^>]* value=\"([^\"]+)\".*", "$1");
			Answer out = app.post("", "/uitloggen", "_csrf=" + fresh, "Content-Type", FORM, "Cookie", inside, "X-Forwarded-Proto", "https");
			assertThat(out.header("Clear-Site-Data")).contains("cache", "storage");
			assertThat(page.header("Strict-Transport-Security")).isNotNull();
		}
	}
}
