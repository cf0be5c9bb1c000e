package nl.ontwikkelagenda.app.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.bucket4j.Bucket;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** How often one may ask, per person or, without logging in, per address; how often a log-in may fail per address, a feed be fetched, and people be registered. Kept in memory, per node. */
@Component
public class Limits {

	private static final int MOST_KEPT = 20_000;

	private final Settings settings;
	private final Map<String, Bucket> requests = new ConcurrentHashMap<>();
	private final Map<String, Bucket> failedLogins = new ConcurrentHashMap<>();
	private final Map<String, Bucket> failuresOfAccounts = new ConcurrentHashMap<>();
	private final Map<String, Bucket> feeds = new ConcurrentHashMap<>();
	private final Map<String, Bucket> registrations = new ConcurrentHashMap<>();
	private final Map<String, Bucket> confirmationMails = new ConcurrentHashMap<>();

	Limits(Settings settings) {
		this.settings = settings;
	}

	/**
	 * Settings under {@code ontwikkelagenda.limits}.
	 *
	 * @param burst              requests that one may send at once
	 * @param perSecond          requests per second that one may go on sending
	 * @param failedLogins       log-ins that may fail in a row from one address
	 * @param failedLoginsPerMinute failures per minute after that
	 * @param failedLoginsPerAccount        log-ins that may fail in a row with one name, from devices that did not log in with it before
	 * @param failedLoginsPerAccountPerHour failures per hour after that
	 * @param calendarBurst         times that one feed, a calendar or Atom, may be fetched at once
	 * @param calendarsPerMinute    times per minute that it may go on being fetched
	 * @param registrationsPerHour  registrations per hour without an account from one address, and the same for links to choose a password
	 * @param confirmationsPerDay   mails per day to one e-mail address that ask to confirm a registration, and the same with a link to choose a password
	 */
	@ConfigurationProperties("ontwikkelagenda.limits")
	record Settings(@DefaultValue("3000") int burst, @DefaultValue("300") int perSecond, @DefaultValue("50") int failedLogins, @DefaultValue("20") int failedLoginsPerMinute,
			@DefaultValue("10") int failedLoginsPerAccount, @DefaultValue("30") int failedLoginsPerAccountPerHour,
			@DefaultValue("60") int calendarBurst, @DefaultValue("30") int calendarsPerMinute, @DefaultValue("60") int registrationsPerHour,
			@DefaultValue("3") int confirmationsPerDay) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(Settings.class)
	static class Configured {
	}

	/** @throws TooManyRequests when this one has to wait */
	void checkRequest(String who) {
		consume(bucket(requests, who, settings.burst(), settings.perSecond(), Duration.ofSeconds(1)));
	}

	/** @throws TooManyRequests when this feed was fetched too often */
	public void checkFeed(UUID feed) {
		consume(bucket(feeds, feed.toString(), settings.calendarBurst(), settings.calendarsPerMinute(), Duration.ofMinutes(1)));
	}

	/** @throws TooManyRequests when too many people were registered from this address */
	public void checkRegistration(String address) {
		consume(bucket(registrations, address, settings.registrationsPerHour(), settings.registrationsPerHour(), Duration.ofHours(1)));
	}

	/** Whether one more mail that somebody without an account asks for may go to this e-mail address; counts it if so. */
	public boolean mayMailConfirmation(String email) {
		return bucket(confirmationMails, email.toLowerCase(Locale.ROOT), settings.confirmationsPerDay(), settings.confirmationsPerDay(), Duration.ofDays(1)).tryConsume(1);
	}

	private static void consume(Bucket bucket) {
		var probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	/** @throws TooManyRequests when too many log-ins from this address failed */
	void checkLogin(String address) {
		waitFor(failedLogins.get(address)).ifPresent(wait -> {
			throw new TooManyRequests(wait);
		});
	}

	/**
	 * Checks tries for one account. Whoever has a device of his own, with which he logged in before, has tries of his own: others do not use them up.
	 *
	 * @param who the name that was typed, or the device; counted alike whether there is such an account
	 * @throws TooManyRequests when too many of them failed
	 */
	public void checkAccount(String who) {
		waitFor(failuresOfAccounts.get(who)).ifPresent(wait -> {
			throw new TooManyRequests("Met deze naam is te vaak geprobeerd in te loggen; kies een nieuw wachtwoord met ‘Wachtwoord vergeten’, of probeer het later", wait);
		});
	}

	public void accountFailed(String who) {
		bucket(failuresOfAccounts, who, settings.failedLoginsPerAccount(), settings.failedLoginsPerAccountPerHour(), Duration.ofHours(1)).tryConsume(1);
	}

	/** @throws TooManyRequests when links to choose a password were asked for too often from this address */
	public void checkPasswordLink(String address) {
		consume(bucket(registrations, "password:" + address, settings.registrationsPerHour(), settings.registrationsPerHour(), Duration.ofHours(1)));
	}

	private static Optional<Duration> waitFor(@Nullable Bucket bucket) {
		return Optional.ofNullable(bucket).map(known -> known.estimateAbilityToConsume(1)).filter(estimate -> !estimate.canBeConsumed())
				.map(estimate -> Duration.ofNanos(estimate.getNanosToWaitForRefill()));
	}

	void loginFailed(String address) {
		bucket(failedLogins, address, settings.failedLogins(), settings.failedLoginsPerMinute(), Duration.ofMinutes(1)).tryConsume(1);
	}

	private static Bucket bucket(Map<String, Bucket> buckets, String who, int burst, int refill, Duration period) {
		if (buckets.size() > MOST_KEPT) {
			// A full bucket is the same as none.
			buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
		}
		// by how time goes, not by the clock: after a clock was ahead and is right again nobody would be let in until that hour is there
		return buckets.computeIfAbsent(who, key -> Bucket.builder().withNanosecondPrecision().addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period)).build());
	}
}
