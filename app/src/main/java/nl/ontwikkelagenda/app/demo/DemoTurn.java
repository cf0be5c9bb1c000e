package nl.ontwikkelagenda.app.demo;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.console.Progress;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Of several instances that start at the same moment one tells the demo history, and the others find all told. They wait for it before their own automations start: those would
 * react to what is told, and date that by a clock that runs. Who cannot wait, as the database is away, starts without.
 */
@Component
@ConditionalOnBooleanProperty("ontwikkelagenda.demo")
@ConditionalOnBooleanProperty(name = "ontwikkelagenda.demo-history", matchIfMissing = true)
class DemoTurn implements SmartLifecycle {

	/** After the views, before the automations. */
	private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE - 1;

	private static final Logger LOG = LoggerFactory.getLogger(DemoTurn.class);

	static final long TURN = 20180926;
	private static final int LOOK_AGAIN_MILLIS = 200;

	private final DataSource dataSource;
	private final Told told;
	/** Holds the turn while it is ours. */
	private volatile @Nullable Connection held;
	private volatile boolean running;

	DemoTurn(DataSource dataSource, Told told) {
		this.dataSource = dataSource;
		this.told = told;
	}

	@Override
	public void start() {
		running = true;
		if (told.all()) {
			return;
		}
		try {
			await();
			if (told.all()) {
				pass();
			}
		} catch (SQLException | DataAccessException e) {
			LOG.warn("De geschiedenis van de demo kan nu niet worden verteld; de volgende start doet dat: {}", e.getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void await() throws SQLException, InterruptedException {
		Connection connection = dataSource.getConnection();
		try (var _ = Progress.of("Een andere instantie vertelt de geschiedenis van de demo; deze wacht daarop")) {
			while (!ask(connection, "pg_try_advisory_lock")) {
				Thread.sleep(LOOK_AGAIN_MILLIS);
			}
			held = connection;
		} finally {
			if (!isOurs()) {
				connection.close();
			}
		}
	}

	private static boolean ask(Connection connection, String function) {
		return JdbcClient.create(new SingleConnectionDataSource(connection, true)).sql("select " + function + "(?)").param(TURN).query(Boolean.class).single();
	}

	boolean isOurs() {
		return held != null;
	}

	/** Lets the next one see what is left to tell. */
	void pass() {
		Connection connection = held;
		held = null;
		if (connection != null) {
			try (connection) {
				ask(connection, "pg_advisory_unlock");
			} catch (SQLException | DataAccessException e) {
				LOG.warn("The connection that held the turn to tell could not be given back: {}", e.getMessage());
			}
		}
	}

	@Override
	public void stop() {
		running = false;
		pass();
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
