package nl.ontwikkelagenda.app.rebuild;

import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.reporting.readmodel.RebuildId;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Rebuilds every read model at the times that were set. When one is under way already, that will do. */
@Component
public class RebuildOnSchedule implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(RebuildOnSchedule.class);

	private final Rebuilds rebuilds;
	private final RebuildSettings settings;

	RebuildOnSchedule(Rebuilds rebuilds, RebuildSettings settings) {
		this.rebuilds = rebuilds;
		this.settings = settings;
	}

	@Override
	public Schedule schedule() {
		return new CronSchedule(settings.schedule(), Today.AMSTERDAM);
	}

	@Override
	public void run() {
		try {
			rebuilds.ask(new RebuildId(UUID.randomUUID()), RebuildState.Cause.SCHEDULE, null, List.of(), RebuildState.TakeOver.WHEN_BUILT);
		} catch (RuleBroken e) {
			LOG.info("No rebuild now, as one is not over yet");
		}
	}
}
