package nl.ontwikkelagenda.app.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import nl.ontwikkelagenda.app.store.DatabaseTime;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Runs jobs, by the clock of the database: those that come back by themselves (beans of type {@link RecurringJob}), and those that somebody asks for (beans of type
 * {@link Task}, such as a {@link com.github.kagkarlsson.scheduler.task.helper.OneTimeTask}; ask by {@link com.github.kagkarlsson.scheduler.SchedulerClient#schedule}, and in a
 * transaction it is asked for when that commits). Whatever number of instances there is, one does a job; when it dies, another does the job again from its start, within
 * fifteen seconds. A long job looks at {@code context.getSchedulerState().isShuttingDown()} and ends early.
 * <p>
 * Property: {@code ontwikkelagenda.jobs.recurring} (whether this instance does jobs that come back by themselves; default true).
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

	private static final String TABLE = "register.job";
	/** Few, as each may use a connection of the pool that requests wait for. */
	private static final int THREADS = 3;
	private static final Duration LOOK = Duration.ofSeconds(2);
	/** Who is silent for eight of these is taken for dead, which is looked at every other beat: together with {@link #LOOK} at most 12 s. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(1);
	private static final int MISSED_HEARTBEATS = 8;
	/** Shorter than {@code spring.lifecycle.timeout-per-shutdown-phase}. */
	private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

	/** Of several instances, each sees by the same clock whether another still gives a sign. */
	private static final class ByTimeOfDatabase extends SchedulerBuilder {

		ByTimeOfDatabase(DataSource dataSource, List<Task<?>> tasks, DatabaseTime time) {
			super(dataSource, tasks);
			clock = time::now;
		}

		/** A pause is as long as it is, wherever the clock goes meanwhile. */
		@Override
		protected Waiter buildWaiter() {
			return new Waiter(LOOK, () -> Instant.EPOCH.plusNanos(System.nanoTime()));
		}
	}

	@Bean
	Scheduler scheduler(DataSource dataSource, DatabaseTime time, ObjectProvider<Task<?>> asked, ObjectProvider<RecurringJob> recurring,
			@Value("${ontwikkelagenda.jobs.recurring:true}") boolean withRecurring) {
		List<RecurringTask<Void>> comeBack = withRecurring ? recurring.orderedStream().map(JobConfiguration::task).toList() : List.of();
		return new ByTimeOfDatabase(new TransactionAwareDataSourceProxy(dataSource), asked.orderedStream().<Task<?>>map(task -> task).toList(), time).startTasks(comeBack)
				.tableName(TABLE).serializer(new JobData())
				.schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString())).threads(THREADS).pollUsingLockAndFetch(0.5, 1)
				.enableImmediateExecution().heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(MISSED_HEARTBEATS).shutdownMaxWait(PATIENCE_AT_STOP).build();
	}

	/** When it was to be done next was worked out by a clock that was ahead. */
	private static void planAnew(Scheduler scheduler, RecurringJob job, Instant now) {
		try {
			scheduler.reschedule(TaskInstanceId.of(name(job), RecurringTask.INSTANCE), job.schedule().getInitialExecutionTime(now));
		} catch (TaskInstanceException e) {
			// it is being done, and then plans itself
		}
	}

	private static String name(RecurringJob job) {
		return job.getClass().getSimpleName();
	}

	private static RecurringTask<Void> task(RecurringJob job) {
		return Tasks.recurring(name(job), job.schedule()).execute((instance, context) -> job.run());
	}

	/** Started when all else runs, and stopped first. */
	@Bean
	SmartLifecycle jobs(Scheduler scheduler, DatabaseTime time, ObjectProvider<RecurringJob> recurring, @Value("${ontwikkelagenda.jobs.recurring:true}") boolean withRecurring) {
		if (withRecurring) {
			time.whenSetBack(() -> recurring.orderedStream().forEach(job -> planAnew(scheduler, job, time.now())));
		}
		return new SmartLifecycle() {

			private volatile boolean running;

			@Override
			public void start() {
				scheduler.start();
				running = true;
			}

			@Override
			public void stop() {
				running = false;
				scheduler.stop();
			}

			@Override
			public boolean isRunning() {
				return running;
			}
		};
	}
}
