package nl.ontwikkelagenda.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.store.DatabaseTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs on a real database, done by one or two instances that have nothing but jobs. */
class JobsTest {

	/** What a job has to know. */
	record Letter(String to, List<Integer> pages) {
	}

	private static final Duration PATIENCE = Duration.ofSeconds(45);

	private final DataSource database = TestDatabase.migrated().application();
	private final JdbcClient jdbc = JdbcClient.create(database);
	private final Queue<Letter> written = new ConcurrentLinkedQueue<>();
	private final Queue<Instant> counted = new ConcurrentLinkedQueue<>();
	private final OneTimeTask<Letter> writing = Tasks.oneTime("WriteLetter", Letter.class).execute((letter, context) -> written.add(letter.getData()));
	private final List<AnnotationConfigApplicationContext> instances = new ArrayList<>();

	private class Counting implements RecurringJob {

		@Override
		public Schedule schedule() {
			return FixedDelay.of(Duration.ofHours(1));
		}

		@Override
		public void run() {
			counted.add(Instant.now());
		}
	}

	@AfterEach
	void stop() {
		instances.forEach(AnnotationConfigApplicationContext::close);
	}

	@Test
	void whatIsAskedForIsDoneOnceWithWhatItHasToKnow() throws Exception {
		SchedulerClient client = instance(true).getBean(SchedulerClient.class);
		instance(true);
		Letter letter = new Letter("iedereen", List.of(1, 2));

		client.scheduleIfNotExists(writing.instance("1", letter), Instant.now());

		await(() -> rows("WriteLetter") == 0);
		assertThat(written).containsExactly(letter);
	}

	@Test
	void whatIsAskedForInATransactionIsForgottenWithIt() throws Exception {
		SchedulerClient client = instance(true).getBean(SchedulerClient.class);
		DataSource dataSource = instances.getFirst().getBean(DataSource.class);
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));

		transaction.executeWithoutResult(status -> {
			client.scheduleIfNotExists(writing.instance("1", new Letter("niemand", List.of())), Instant.now());
			status.setRollbackOnly();
		});
		transaction.executeWithoutResult(status -> client.scheduleIfNotExists(writing.instance("2", new Letter("iedereen", List.of())), Instant.now()));

		await(() -> !written.isEmpty());
		assertThat(written).extracting(Letter::to).containsExactly("iedereen");
	}

	@Test
	void whatComesBackIsDoneByOneOfTwoInstancesAndPlannedAgain() throws Exception {
		instance(true);
		instance(true);

		await(() -> jdbc.sql("select count(*) from register.job where task_name = 'Counting' and last_success is not null").query(Long.class).single() == 1);
		assertThat(counted).hasSize(1);
		assertThat(jdbc.sql("select execution_time > now() + interval '50 minutes' from register.job where task_name = 'Counting'").query(Boolean.class).single()).isTrue();
	}

	@Test
	void anInstanceCanLeaveToOthersWhatComesBack() throws Exception {
		SchedulerClient client = instance(false).getBean(SchedulerClient.class);
		client.scheduleIfNotExists(writing.instance("1", new Letter("iedereen", List.of())), Instant.now());

		await(() -> !written.isEmpty());
		assertThat(counted).isEmpty();
		assertThat(rows("Counting")).isZero();
	}

	@Test
	void whatADeadInstanceWasDoingIsDoneByAnother() throws Exception {
		jdbc.sql("""
				insert into register.job (task_name, task_instance, task_data, execution_time, picked, picked_by, last_heartbeat, version)
				values ('WriteLetter', '1', '{"to": "iedereen", "pages": [7]}', now() - interval '1 hour', true, 'dead', now() - interval '1 minute', 3)""").update();
		instance(true);

		await(() -> !written.isEmpty());
		assertThat(written).containsExactly(new Letter("iedereen", List.of(7)));
	}

	@Test
	void aJobUnderWayIsFinishedWhenTheInstanceStops() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		OneTimeTask<Letter> slow = Tasks.oneTime("WriteSlowly", Letter.class).execute((letter, context) -> {
			begun.countDown();
			while (!context.getSchedulerState().isShuttingDown()) {
				LockSupport.parkNanos(10_000_000);
			}
			written.add(letter.getData());
		});
		AnnotationConfigApplicationContext instance = instance(true, slow);
		instance.getBean(SchedulerClient.class).scheduleIfNotExists(slow.instance("1", new Letter("iedereen", List.of())), Instant.now());
		assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

		instance.close();

		assertThat(written).hasSize(1);
		assertThat(rows("WriteSlowly")).isZero();
	}

	private AnnotationConfigApplicationContext instance(boolean recurring, Task<?>... more) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("ontwikkelagenda.jobs.recurring", recurring)));
		context.registerBean(DataSource.class, () -> database);
		context.registerBean(DatabaseTime.class, () -> new DatabaseTime(jdbc));
		context.registerBean("writing", OneTimeTask.class, () -> writing);
		for (Task<?> task : more) {
			context.registerBean(task.getName(), Task.class, () -> task);
		}
		context.registerBean(Counting.class, Counting::new);
		context.register(JobConfiguration.class);
		context.refresh();
		instances.add(context);
		return context;
	}

	private long rows(String task) {
		return jdbc.sql("select count(*) from register.job where task_name = ?").param(task).query(Long.class).single();
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!condition.getAsBoolean()) {
			assertThat(Instant.now()).as("waited long enough").isBefore(end);
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}
}
