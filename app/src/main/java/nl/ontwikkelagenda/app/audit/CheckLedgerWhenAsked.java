package nl.ontwikkelagenda.app.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.audit.LedgerChecks.LedgerCheck;
import nl.ontwikkelagenda.app.store.DatabaseTime;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the whole log checked in the background, for who wants to see it done. */
@Component
public class CheckLedgerWhenAsked {

	private final LedgerChecks checks;
	private final OneTimeTask<LedgerCheckId> task;
	private final SchedulerClient jobs;
	private final DatabaseTime time;
	private final TransactionTemplate transaction;

	CheckLedgerWhenAsked(LedgerChecks checks, OneTimeTask<LedgerCheckId> task, SchedulerClient jobs, DatabaseTime time, TransactionTemplate transaction) {
		this.checks = checks;
		this.task = task;
		this.jobs = jobs;
		this.time = time;
		this.transaction = transaction;
	}

	/** The job itself, apart, as the scheduler has to know it before anything can be asked of the scheduler. */
	@Configuration(proxyBeanMethods = false)
	static class Job {

		@Bean
		OneTimeTask<LedgerCheckId> checkLedgerWhenAskedTask(LedgerChecks checks) {
			return Tasks.oneTime("CheckLedgerWhenAsked", LedgerCheckId.class).execute((instance, context) -> checks.perform(instance.getData()));
		}
	}

	/** Asks for a check; the same id asked for twice is one check. */
	public LedgerCheck ask(LedgerCheckId id, PersonId by) {
		return transaction.execute(status -> {
			checks.ask(id, by);
			LedgerCheck asked = checks.find(id).orElseThrow();
			if (!asked.state().isOver()) {
				jobs.scheduleIfNotExists(task.instance(id.toString(), id), time.now());
			}
			return asked;
		});
	}
}
