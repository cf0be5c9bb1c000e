package nl.ontwikkelagenda.app.reporting;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.job.RecurringJob;

import org.springframework.stereotype.Component;

/** Forgets the files of reports that were made in the background, once they could be fetched for long enough. */
@Component
class ForgetReportFiles implements RecurringJob {

	private static final Duration PAUSE = Duration.ofMinutes(10);

	private final ReportRuns runs;

	ForgetReportFiles(ReportRuns runs) {
		this.runs = runs;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(PAUSE);
	}

	@Override
	public void run() {
		runs.forgetOld();
	}
}
