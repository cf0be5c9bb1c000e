package nl.ontwikkelagenda.app.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.command.Commands;

import org.springframework.stereotype.Component;

/** Forgets idempotency keys that are too old to be sent again, a few at a time. */
@Component
class ForgetOldKeys implements RecurringJob {

	private static final int AT_ONCE = 10_000;

	private final Commands commands;

	ForgetOldKeys(Commands commands) {
		this.commands = commands;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		while (commands.forgetOldKeys(AT_ONCE) == AT_ONCE) {
			// more are waiting
		}
	}
}
