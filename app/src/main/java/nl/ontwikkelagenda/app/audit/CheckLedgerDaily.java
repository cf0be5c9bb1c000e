package nl.ontwikkelagenda.app.audit;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.rest.Ids;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks every night that the whole log is as it was published, so that a change does not wait for somebody to ask. */
@Component
class CheckLedgerDaily implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(CheckLedgerDaily.class);
	private static final LocalTime AT = LocalTime.of(4, 30);

	private final LedgerChecks checks;

	CheckLedgerDaily(LedgerChecks checks) {
		this.checks = checks;
	}

	@Override
	public Schedule schedule() {
		return new Daily(Today.AMSTERDAM, AT);
	}

	@Override
	public void run() {
		try {
			checks.perform(checks.unfinishedOfJob().orElseGet(this::ask));
		} catch (RuleBroken e) {
			LOG.info("Het logboek wordt al gecontroleerd");
		}
	}

	private LedgerCheckId ask() {
		LedgerCheckId id = new LedgerCheckId(Ids.next());
		checks.ask(id, null);
		return id;
	}
}
