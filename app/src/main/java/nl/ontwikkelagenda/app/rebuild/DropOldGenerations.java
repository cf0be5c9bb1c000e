package nl.ontwikkelagenda.app.rebuild;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;

import org.springframework.stereotype.Component;

/** Throws away what no longer serves, when there is no going back to it any more. */
@Component
public class DropOldGenerations implements RecurringJob {

	private final Rebuilds rebuilds;
	private final RebuildSettings settings;

	DropOldGenerations(Rebuilds rebuilds, RebuildSettings settings) {
		this.rebuilds = rebuilds;
		this.settings = settings;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	@Override
	public void run() {
		rebuilds.dropOlderThan(settings.retention());
	}
}
