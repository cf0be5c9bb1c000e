package nl.ontwikkelagenda.app.retention;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Proposes every night to remove what is over its time. */
@Component
@EnableConfigurationProperties(RetentionPeriods.class)
class ProposeRemovals implements RecurringJob {

	private final RetentionProposals proposals;

	ProposeRemovals(RetentionProposals proposals) {
		this.proposals = proposals;
	}

	@Override
	public Schedule schedule() {
		return new Daily(Today.AMSTERDAM, LocalTime.of(3, 40));
	}

	@Override
	public void run() {
		proposals.propose();
	}
}
