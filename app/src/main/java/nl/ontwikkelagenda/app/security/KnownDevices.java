package nl.ontwikkelagenda.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Browsers in which somebody logged in before, known by a cookie. It opens nothing: it gives whoever has it tries of his own, so that nobody keeps
 * another out by guessing.
 */
@Component
public class KnownDevices {

	private static final String COOKIE = "apparaat";
	private static final String LOGIN = "/inloggen";
	private static final Duration KEPT = Duration.ofDays(365);

	private final JdbcClient jdbc;
	private final Clock clock;
	private final boolean secure;

	KnownDevices(JdbcClient jdbc, Clock clock, PublicAddress address) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.secure = address.isSecure();
	}

	/** Where a log-in comes from, with the device as it says itself. */
	static final class Details extends WebAuthenticationDetails {

		private static final long serialVersionUID = 1L;

		private final @Nullable String device;

		Details(HttpServletRequest request) {
			super(request);
			this.device = secret(request);
		}

		@Nullable
		String device() {
			return device;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return super.equals(other);
		}

		@Override
		public int hashCode() {
			return super.hashCode();
		}
	}

	boolean isOf(String device, PersonId person) {
		return LinkSecrets.hasForm(device) && jdbc.sql("select exists (select from register.known_device where token_hash = ? and person_id = ?)")
				.params(LinkSecrets.hash(device), person.value()).query(Boolean.class).single();
	}

	/** From now on this browser is one in which this person logged in. */
	public void remember(PersonId person, HttpServletRequest request, HttpServletResponse response) {
		String known = secret(request);
		String device = known != null && isOf(known, person) ? known : LinkSecrets.next();
		jdbc.sql("insert into register.known_device (token_hash, person_id, last_used_at) values (:hash, :person, :now) on conflict (token_hash) do update set last_used_at = :now")
				.param("hash", LinkSecrets.hash(device)).param("person", person.value()).param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(HostCookies.named(COOKIE, secure), device).path(secure ? "/" : LOGIN).httpOnly(true).secure(secure || request.isSecure()).sameSite("Lax")
						.maxAge(KEPT).build()
						.toString());
	}

	/** Forgets browsers in which nobody logged in for a year. */
	public void forgetOld() {
		jdbc.sql("delete from register.known_device where last_used_at < ?").param(OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC)).update();
	}

	private static @Nullable String secret(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return cookies == null
				? null
				: Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(COOKIE) || cookie.getName().equals(HostCookies.named(COOKIE, true))).map(Cookie::getValue)
						.findFirst().orElse(null);
	}
}
