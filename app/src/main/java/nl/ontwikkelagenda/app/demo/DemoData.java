package nl.ontwikkelagenda.app.demo;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.StoreUnavailable;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Tells the demo history on the first start, before anyone can ask for it. A start that broke off is continued by the next. */
@Component
@ConditionalOnBooleanProperty("ontwikkelagenda.demo")
@ConditionalOnBooleanProperty(name = "ontwikkelagenda.demo-history", matchIfMissing = true)
class DemoData implements SmartLifecycle {

	/** After the views and the command handlers, before the web server. */
	private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

	private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

	private static final long TURN = 20180926;
	private static final int LOOK_AGAIN_MILLIS = 200;

	private final DataSource dataSource;
	private final Commands commands;
	private final Documents documents;
	private final RecordingClock clock;
	private final Cast cast;
	private volatile boolean running;

	DemoData(DataSource dataSource, Commands commands, Documents documents, RecordingClock clock, Cast cast) {
		this.dataSource = dataSource;
		this.commands = commands;
		this.documents = documents;
		this.clock = clock;
		this.cast = cast;
	}

	@Override
	public void start() {
		running = true;
		if (isToBeTold()) {
			try (Connection connection = dataSource.getConnection()) {
				awaitTurn(connection);
				try {
					tell();
				} finally {
					JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql("select pg_advisory_unlock(?)").param(TURN).query(Boolean.class).single();
				}
			} catch (SQLException e) {
				LOG.warn("The demo history can not be told now, and will be by the next start: {}", e.getMessage());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Of several instances that start at the same moment one tells, and the others find all told. */
	private static void awaitTurn(Connection connection) throws InterruptedException {
		JdbcClient one = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		while (!one.sql("select pg_try_advisory_lock(?)").param(TURN).query(Boolean.class).single()) {
			Thread.sleep(LOOK_AGAIN_MILLIS);
		}
	}

	private boolean isToBeTold() {
		return !isKnown(ReadModels.DECISIONS, DevelopmentAgenda2021.LAST) || !isKnown(ReadModels.REFLECTION_ROUNDS, MetAndereOgen.LAST);
	}

	private void tell() {
		boolean regions = !isKnown(ReadModels.DECISIONS, DevelopmentAgenda2021.LAST);
		boolean programme = !isKnown(ReadModels.REFLECTION_ROUNDS, MetAndereOgen.LAST);
		if (!regions && !programme) {
			return;
		}
		cast.enter();
		try {
			tell(regions, programme);
		} catch (StoreUnavailable e) {
			LOG.warn("The demo history can not be told now, and will be by the next start: {}", e.getMessage());
		} finally {
			clock.runAgain();
		}
	}

	private boolean isKnown(ReadModel<?, ?> view, Object id) {
		return documents.find(view, id.toString(), AsOf.NOW).isPresent();
	}

	/** In the order of their days, so that what was known on a day is what had been told by then. */
	private void tell(boolean regions, boolean programme) {
		Story ofRegions = new Story(commands, clock, Cast.SECRETARY, "demo-");
		MetAndereOgen ofProgramme = new MetAndereOgen(new Story(commands, clock, Cast.SECRETARY, "demo-programme-"));
		RegionalMonitor ofMonitor = new RegionalMonitor(new Story(commands, clock, Cast.SECRETARY, "demo-monitor-"));
		if (regions) {
			new WorkSession2018(ofRegions).tell();
		}
		if (programme) {
			ofProgramme.tellOfCommunities();
			ofMonitor.tellOfFirstYears();
		}
		if (regions) {
			new DevelopmentAgenda2021(ofRegions).tell();
		}
		if (programme) {
			ofMonitor.tellOfThirdYear();
			ofProgramme.tellOfLibrary();
			ofProgramme.tellOfReflections();
		}
	}

	@Override
	public void stop() {
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}
}
