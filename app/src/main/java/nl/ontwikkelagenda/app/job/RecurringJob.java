package nl.ontwikkelagenda.app.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;

/** Work that comes back by itself; every bean is done by one instance at a time, under the name of its class. What failed is done again at its next time. */
public interface RecurringJob {

	/** When, by the clock of the system; a time that passed while no instance ran is made up for at once. */
	Schedule schedule();

	/** Does it; a second time right after the first changes nothing. */
	void run();
}
