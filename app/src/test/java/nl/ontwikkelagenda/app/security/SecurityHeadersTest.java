package nl.ontwikkelagenda.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.rest.Browser;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.app.rest.Stylesheet;

import org.junit.jupiter.api.Test;

/** What every answer tells a browser to do and not to do. */
class SecurityHeadersTest {

	private final Running app = Running.application();

	@Test
	void every_kind_of_answer_is_embedded_nowhere_guessed_at_never_and_tells_no_other_site_where_it_came_from() {
		for (String path : List.of("/inloggen", "/openbaar", "/api/v1/openapi.json", "/api/v1/partnerships", "/actuator/health", "/calendars/niets.ics", "/bestaat-niet",
				Stylesheet.PATH, "/css/stijl.css",
				"/problems")) {
			Answer answer = app.get("", path);
			assertThat(answer.header("Content-Security-Policy")).as(path).contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe", "*");
			assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
			assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
			assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
			assertThat(answer.header("Permissions-Policy")).as(path).contains("camera=()");
			assertThat(answer.header("Server")).as(path).isNull();
			assertThat(answer.header("X-Powered-By")).as(path).isNull();
		}
	}

	@Test
	void what_is_somebodys_is_kept_in_no_cache() {
		assertThat(app.get("secretaris", "/api/v1/people/me/data").header("Cache-Control")).contains("no-store");
		assertThat(app.get("secretaris", "/api/v1/partnerships").header("Cache-Control")).matches(cache -> cache.contains("no-cache") || cache.contains("no-store"));
		Browser browser = new Browser(app);
		browser.logIn("secretaris", "demo");
		assertThat(browser.get("/mijn-gegevens").header("Cache-Control")).contains("no-store");
	}

	@Test
	void the_stylesheet_is_kept_and_pressed_together_and_pages_which_hold_secrets_are_not() {
		Answer stylesheet = app.get("", Stylesheet.PATH, "Accept-Encoding", "gzip");
		assertThat(stylesheet.header("Cache-Control")).contains("max-age=31536000", "public", "immutable");
		assertThat(stylesheet.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(app.get("", Stylesheet.PATH).header("Content-Type")).startsWith("text/css");
		assertThat(app.get("", "/css/" + "0".repeat(32) + ".css").header("Cache-Control")).as("of another version").isEqualTo("no-store");
		assertThat(app.get("", "/inloggen", "Accept-Encoding", "gzip").header("Content-Encoding")).isNull();
	}

	@Test
	void no_directory_is_listed() {
		for (String directory : new String[] {"/css/", "/js/", "/images/", "/fonts/", "/webjars/", "/webjars/htmx.org/2.0.8/"}) {
			assertThat(app.get("secretaris", directory, "Accept", "text/html").status()).as(directory).isEqualTo(404);
		}
	}

	@Test
	void nothing_is_traced() {
		assertThat(app.send("secretaris", "TRACE", "/api/v1/partnerships", null).status()).isIn(400, 405);
	}

	@Test
	void logging_out_ends_the_session_on_the_server() {
		Browser browser = new Browser(app);
		browser.logIn("secretaris", "demo");
		assertThat(browser.isIn()).isTrue();
		browser.submit("/mijn-toegang", "/uitloggen", Map.of());
		assertThat(browser.isIn()).isFalse();
	}
}
