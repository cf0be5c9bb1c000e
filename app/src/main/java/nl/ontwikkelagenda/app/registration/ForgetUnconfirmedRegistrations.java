package nl.ontwikkelagenda.app.registration;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.springframework.stereotype.Component;

/** Removes what somebody wrote about himself, or about another, and did not confirm in time. */
@Component
public class ForgetUnconfirmedRegistrations implements RecurringJob {

	private final Registrations registrations;

	ForgetUnconfirmedRegistrations(Registrations registrations) {
		this.registrations = registrations;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		registrations.forgetUnconfirmed();
	}
}
