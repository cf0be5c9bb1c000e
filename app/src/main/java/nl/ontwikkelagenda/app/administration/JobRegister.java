package nl.ontwikkelagenda.app.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.store.DatabaseTime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs that come back by themselves, and how they fare. */
@Component
class JobRegister {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(Today.AMSTERDAM);

	private final List<RecurringJob> jobs;
	private final JdbcClient database;
	private final SchedulerClient scheduler;
	private final DatabaseTime time;
	private final AdministrationWords words;
	private final Clock clock;

	JobRegister(List<RecurringJob> jobs, JdbcClient database, SchedulerClient scheduler, DatabaseTime time, AdministrationWords words, Clock clock) {
		this.jobs = jobs;
		this.database = database;
		this.scheduler = scheduler;
		this.time = time;
		this.words = words;
		this.clock = clock;
	}

	private record Row(String name, Instant nextAt, boolean picked, @Nullable Instant lastSuccessAt, @Nullable Instant lastFailureAt, int failures) {
	}

	/** By what they do. */
	List<Job> all() {
		Map<String, Row> rows = database.sql("select * from register.job where task_instance = ?").param(RecurringTask.INSTANCE).query(JobRegister::row).list().stream()
				.collect(Collectors.toMap(Row::name, Function.identity()));
		return jobs.stream().map(job -> job(job, rows.get(job.getClass().getSimpleName()))).sorted(Comparator.comparing(Job::does)).toList();
	}

	/** @throws NotFound when there is none of this name */
	Job one(String name) {
		return all().stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow(NotFound::new);
	}

	/**
	 * Has it done at once, or as soon as an instance is free.
	 *
	 * @throws RuleBroken when it is being done now, or no instance does such jobs
	 */
	Job start(String name) {
		one(name);
		try {
			scheduler.reschedule(TaskInstanceId.of(name, RecurringTask.INSTANCE), time.now());
			return one(name);
		} catch (TaskInstanceCurrentlyExecutingException e) {
			throw new RuleBroken("a-running-job-is-not-started", "Deze taak loopt nu al.");
		} catch (TaskInstanceNotFoundException e) {
			throw new RuleBroken("only-a-planned-job-is-started", "Deze taak staat uit: geen server doet taken die vanzelf terugkomen.");
		}
	}

	private Job job(RecurringJob job, @Nullable Row row) {
		String name = job.getClass().getSimpleName();
		String when = when(job.schedule());
		return row == null
				? new Job(name, words.job(name), when, null, false, null, null, 0)
				: new Job(name, words.job(name), when, row.nextAt(), row.picked(), row.lastSuccessAt(), row.lastFailureAt(), row.failures());
	}

	private String when(Schedule schedule) {
		if (schedule.isDisabled()) {
			return "niet ingesteld";
		}
		Instant now = clock.instant();
		Instant next = schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(now));
		return schedule instanceof Daily ? "elke dag om " + TIME.format(next) : AdministrationWords.every(Duration.between(now, next));
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getString("task_name"), row.getObject("execution_time", OffsetDateTime.class).toInstant(), row.getBoolean("picked"), moment(row, "last_success"),
				moment(row, "last_failure"), row.getInt("consecutive_failures"));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return time == null ? null : time.toInstant();
	}
}
