package nl.ontwikkelagenda.app.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that waits or fails, of all instances together. Each number is one small question to the database, asked when it is read; it is not a number while the database is away. */
@Component
class WorkMetrics implements MeterBinder {

	private final JdbcClient database;
	private final EventLog log;

	WorkMetrics(JdbcClient database, EventLog log) {
		this.database = database;
		this.log = log;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "mails.waiting", "Mails that still have to go", "select count(*) from register.outgoing_mail where state = 'WAITING'");
		gauge(registry, "mails.overdue", "Mails that should have gone ten minutes ago",
				"select count(*) from register.outgoing_mail where state = 'WAITING' and next_attempt_at < now() - interval '10 minutes'");
		gauge(registry, "mails.failed", "Mails that were given up in the last day",
				"select count(*) from register.outgoing_mail where state = 'FAILED' and settled_at > now() - interval '1 day'");
		gauge(registry, "webhooks.overdue", "Webhooks of which the receiver has not taken something for an hour", """
				select count(*) from register.webhook_delivery join register.webhook on webhook.id = webhook_id
				where webhook.state = 'ACTIVE' and webhook_delivery.state = 'WAITING' and not once and made_at < now() - interval '1 hour'""");
		gauge(registry, "webhooks.paused", "Webhooks that paused by themselves", "select count(*) from register.webhook where paused_as <> 'ASKED'");
		gauge(registry, "jobs.failing", "Jobs that failed when they were last done", "select count(*) from register.job where consecutive_failures > 0");
		gauge(registry, "jobs.overdue", "Jobs that should have begun five minutes ago",
				"select count(*) from register.job where not picked and execution_time < now() - interval '5 minutes'");
		Gauge.builder("ledger.unpublished", () -> log.safePosition() - published()).description("Positions of the log that no signed checkpoint holds yet").register(registry);
		gauge(registry, "backups.age", "Seconds since the last daily backup; not a number when none is made", """
				select extract(epoch from now() - last_success) from register.job where task_name = 'MakeBackups'""");
	}

	/** Position of the last fact that one holds. */
	private long published() {
		return database.sql("""
				select coalesce((select global_index from ledger.checkpoint join ledger.leaf on leaf.run = checkpoint.run and leaf_index = tree_size - 1
				order by checkpoint.run desc, tree_size desc limit 1), 0)""").query(Long.class).single();
	}

	private void gauge(MeterRegistry registry, String name, String description, String question) {
		Gauge.builder(name, () -> database.sql(question).query(Double.class).optional().orElse(Double.NaN)).description(description).register(registry);
	}
}
