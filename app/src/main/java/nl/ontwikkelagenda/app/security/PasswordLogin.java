package nl.ontwikkelagenda.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks a name and a password. The check of a hash costs some 80 ms on purpose; a check that succeeded is remembered for a few minutes under a keyed digest of hash and
 * password, so it is void as soon as the password changes, and no password is kept. The account itself is read every time.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

	private static final Duration REMEMBERED = Duration.ofMinutes(5);
	private static final int MOST_REMEMBERED = 10_000;
	private static final int LONGEST_PASSWORD = 1_000;

	private final Accounts accounts;
	private final Limits limits;
	private final KnownDevices devices;
	private final ObjectProvider<LoginElsewhere> elsewhere;
	/** Made when it is first needed: a hash costs a tenth of a second of the start. */
	private final SingletonSupplier<String> nobodysHash;
	private final SecretKeySpec key;
	private final Map<String, Long> checked = new ConcurrentHashMap<>();
	private final Object[] stripes = new Object[64];

	PasswordLogin(Accounts accounts, Limits limits, KnownDevices devices, ObjectProvider<LoginElsewhere> elsewhere) {
		this.elsewhere = elsewhere;
		this.devices = devices;
		this.accounts = accounts;
		this.limits = limits;
		this.nobodysHash = SingletonSupplier.of(() -> accounts.encoder().encode("nobody"));
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		this.key = new SecretKeySpec(secret, "HmacSHA256");
		for (int i = 0; i < stripes.length; i++) {
			stripes[i] = new Object();
		}
	}

	@Override
	public Authentication authenticate(Authentication attempt) {
		LoginElsewhere other = elsewhere.getIfAvailable();
		if (other != null && other.isOnlyWay()) {
			throw new BadCredentialsException("Passwords open nothing here");
		}
		String username = attempt.getName();
		String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
		// PostgreSQL has no text with a NUL in it.
		Account account = username.length() > 200 || username.indexOf('\0') >= 0 ? null : accounts.find(username).orElse(null);
		boolean tooLong = password.length() > LONGEST_PASSWORD;
		if (account != null && !tooLong && isRemembered(account, password)) {
			return Callers.loggedIn(account);
		}
		Tries tries = tries(attempt, account);
		tries.check();
		if (!matches(account, tooLong ? "" : password)) {
			tries.failed();
			throw new BadCredentialsException("Wrong name or password");
		}
		return Callers.loggedIn(Objects.requireNonNull(account));
	}

	@Override
	public boolean supports(Class<?> attempt) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
	}

	/** Of which an attempt uses one. */
	private record Tries(Limits limits, String address, String who, boolean ownDevice) {

		void check() {
			if (!ownDevice) {
				limits.checkLogin(address);
			}
			limits.checkAccount(who);
		}

		void failed() {
			if (!ownDevice) {
				limits.loginFailed(address);
			}
			limits.accountFailed(who);
		}
	}

	private Tries tries(Authentication attempt, @Nullable Account account) {
		String address = attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
		String device = attempt.getDetails() instanceof KnownDevices.Details details ? details.device() : null;
		boolean own = account != null && device != null && devices.isOf(device, account.personId());
		return new Tries(limits, address, own ? "device:" + device : "name:" + attempt.getName().strip().toLowerCase(Locale.ROOT), own);
	}

	private boolean isRemembered(Account account, String password) {
		Long until = checked.get(digest(account, password));
		return until != null && until - System.nanoTime() > 0;
	}

	/** One check at a time for the same credentials: twenty requests at once of one client cost one. */
	private boolean matches(@Nullable Account account, String password) {
		if (account == null || account.passwordHash() == null) {
			// Takes as long as for an account that exists, so that nobody can tell the difference.
			accounts.encoder().matches(password, nobodysHash.obtain());
			return false;
		}
		String digest = digest(account, password);
		synchronized (stripes[Math.floorMod(digest.hashCode(), stripes.length)]) {
			if (isRemembered(account, password)) {
				return true;
			}
			boolean matches = accounts.encoder().matches(password, account.passwordHash());
			if (matches) {
				accounts.keepAsNew(account, password);
				remember(digest);
			}
			return matches;
		}
	}

	private void remember(String digest) {
		if (checked.size() >= MOST_REMEMBERED) {
			checked.values().removeIf(until -> until - System.nanoTime() <= 0);
		}
		if (checked.size() < MOST_REMEMBERED) {
			checked.put(digest, System.nanoTime() + REMEMBERED.toNanos());
		}
	}

	private String digest(Account account, String password) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(key);
			mac.update((account.username() + "\0" + account.passwordHash() + "\0").getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}
}
