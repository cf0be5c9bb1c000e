package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Duration;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the views into the application: after the migrations, before the web server answers. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {

	private static final Logger LOG = LoggerFactory.getLogger(ReadModelEngine.class);

	/** Before the web server, which starts at {@code DEFAULT_PHASE - 2048}, and so also stopped after it. */
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	/** After that the web server starts all the same, so that health can say what is the matter; questions to views that are not there yet are refused. */
	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private final JsonMapper json = DocumentJson.mapper();

	@Bean
	JdbcDocuments documents(DataSource dataSource) {
		return new JdbcDocuments(dataSource, json);
	}

	@Bean
	ReadModelEngine readModelEngine(DataSource dataSource, EventLog log, ObjectProvider<Pace> pace) {
		return new ReadModelEngine(dataSource, log, ReadModels.ALL, json,
				(what, position, target) -> LOG.info("Leest het logboek: feit {} van {} ({} %); overzichten: {}", position, target, target == 0 ? 100 : 100 * position / target,
						what),
				pace.getIfAvailable(() -> Pace.FULL));
	}

	@Bean
	Rebuilds rebuilds(ReadModelEngine engine) {
		return engine.rebuilds();
	}

	@Bean
	Checker viewChecker(DataSource dataSource, EventLog log) {
		return new Checker(dataSource, log, ReadModels.ALL, json, 20);
	}

	@Bean
	SmartLifecycle readModelLifecycle(ReadModelEngine engine, EventLog log) {
		return new SmartLifecycle() {

			@Override
			public void start() {
				engine.start();
				if (!caughtUp()) {
					LOG.warn("De overzichten zijn nog niet bij; de applicatie start alvast.");
				}
			}

			// a log on a server of its own may be away; health says so, and what it holds is read when it is there
			private boolean caughtUp() {
				try {
					return engine.awaitPosition(log.safePosition(), PATIENCE);
				} catch (RuntimeException e) {
					LOG.warn("Het logboek kan nog niet worden gelezen: {}", e.getMessage());
					return false;
				}
			}

			@Override
			public void stop() {
				engine.stop();
			}

			@Override
			public boolean isRunning() {
				return engine.isRunning();
			}

			@Override
			public int getPhase() {
				return PHASE;
			}
		};
	}
}
