package nl.ontwikkelagenda.app.account;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.security.KnownDevices;

import org.springframework.stereotype.Component;

/** Removes what opens nothing any more. */
@Component
public class ForgetExpiredKeys implements RecurringJob {

	private final AccessTokens tokens;
	private final PasswordLinks links;
	private final KnownDevices devices;

	ForgetExpiredKeys(AccessTokens tokens, PasswordLinks links, KnownDevices devices) {
		this.links = links;
		this.devices = devices;
		this.tokens = tokens;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(6));
	}

	@Override
	public void run() {
		tokens.forgetExpired();
		links.forgetExpired();
		devices.forgetOld();
	}
}
