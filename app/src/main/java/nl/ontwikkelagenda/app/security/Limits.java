package nl.ontwikkelagenda.app.security;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.bucket4j.Bucket;

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
	 * @param calendarBurst         times that one feed, a calendar or Atom, may be fetched at once
	 * @param calendarsPerMinute    times per minute that it may go on being fetched
	 * @param registrationsPerHour  registrations per hour without an account from one address
	 * @param confirmationsPerDay   mails per day to one e-mail address that ask to confirm a registration
	 */
	@ConfigurationProperties("ontwikkelagenda.limits")
	record Settings(@DefaultValue("3000") int burst, @DefaultValue("300") int perSecond, @DefaultValue("50") int failedLogins, @DefaultValue("20") int failedLoginsPerMinute,
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

	/** Whether one more mail that asks to confirm a registration may go to this e-mail address; counts it if so. */
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
		Bucket bucket = failedLogins.get(address);
		if (bucket != null) {
			var estimate = bucket.estimateAbilityToConsume(1);
			if (!estimate.canBeConsumed()) {
				throw new TooManyRequests(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
			}
		}
	}

	void loginFailed(String address) {
		bucket(failedLogins, address, settings.failedLogins(), settings.failedLoginsPerMinute(), Duration.ofMinutes(1)).tryConsume(1);
	}

	private static Bucket bucket(Map<String, Bucket> buckets, String who, int burst, int refill, Duration period) {
		if (buckets.size() > MOST_KEPT) {
			// A full bucket is the same as none.
			buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
		}
		return buckets.computeIfAbsent(who, key -> Bucket.builder().addLimit(limit -> limit.capacity(burst).refillGreedy(refill, period)).build());
	}
}
