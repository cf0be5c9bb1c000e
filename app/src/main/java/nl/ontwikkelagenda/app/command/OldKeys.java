package nl.ontwikkelagenda.app.command;

import java.util.concurrent.TimeUnit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets idempotency keys that are too old to be sent again, a few at a time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OldKeys {

	private static final int AT_ONCE = 10_000;

	private final Commands commands;

	OldKeys(Commands commands) {
		this.commands = commands;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		while (commands.forgetOldKeys(AT_ONCE) == AT_ONCE) {
			// more are waiting
		}
	}
}
