package nl.ontwikkelagenda.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.audit.SealEvents;
import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.postgres.DurablePostgres;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application without HTTP into whose log years of facts are copied, as if it had been used for so long. */
final class LoadedHistory {

	private static final Duration PATIENCE = Duration.ofMinutes(60);

	private LoadedHistory() {
	}

	static ConfigurableApplicationContext application(Path data) {
		return new SpringApplicationBuilder(Ontwikkelagenda.class).web(WebApplicationType.NONE).run("--ontwikkelagenda.data-directory=" + data,
				"--ontwikkelagenda.demo-history=false", "--ontwikkelagenda.jobs.recurring=false", "--logging.level.org.axonframework=error");
	}

	/** Brings the log to this size, sealed as it would be by then; the views are folded again when it is there, and automations do not look back. */
	static void fill(ConfigurableApplicationContext app, BulkLog log, int size) throws SQLException {
		rest(app);
		DurablePostgres postgres = app.getBean(DurablePostgres.class);
		try (Connection owner = owner(postgres).getConnection()) {
			log.writeUpTo(size, owner);
			try (Statement statement = owner.createStatement()) {
				statement.execute("vacuum analyze log.domain_event");
			}
		}
		app.getBean(JdbcTemplate.class).execute("""
				do $$
				declare old text;
				begin
					for old in select format('view.%I', relname) from pg_class where relnamespace = 'view'::regnamespace and relkind = 'r' and relname ~ '^document(_version)?_[0-9]+$' loop
						execute 'drop table if exists ' || old;
					end loop;
					delete from view.generation;
					truncate view.moment;
					update view.keeper set position = 0, newest = null;
				end $$""");
		app.getBean(SealEvents.class).run();
		SerializedObject<byte[]> here = EventSerializer.general().serialize(new GlobalSequenceTrackingToken(app.getBean(EventLog.class).safePosition()), byte[].class);
		app.getBean(JdbcTemplate.class).update("update register.token set token = ?, token_type = ? where processor_name <> '__config'", here.getData(), here.getType().getName());
	}

	/** As the log would have been by then: sealing years of facts afterwards takes minutes in which nothing else can be measured. */
	static void seal(ConfigurableApplicationContext app) {
		app.getBean(SealEvents.class).run();
	}

	/** Views and automations stand still, so that the processors are free for what is measured. */
	static void rest(ConfigurableApplicationContext app) {
		app.getBean(ReadModelEngine.class).stop();
		app.getBean(Automations.class).stop();
		app.getBean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::shutDown);
	}

	/** They go on, and have caught up. */
	static void wake(ConfigurableApplicationContext app) {
		app.getBean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::start);
		app.getBean(Automations.class).start();
		ReadModelEngine views = app.getBean(ReadModelEngine.class);
		views.start();
		assertThat(views.awaitPosition(app.getBean(EventLog.class).safePosition(), PATIENCE)).as("the views catch up").isTrue();
	}

	static PGSimpleDataSource owner(DurablePostgres postgres) {
		PGSimpleDataSource owner = new PGSimpleDataSource();
		owner.setUrl(postgres.url());
		owner.setUser(DurablePostgres.OWNER);
		owner.setPassword(postgres.ownerPassword());
		return owner;
	}
}
