package nl.ontwikkelagenda.app.axonserver;

import java.time.Duration;

import nl.ontwikkelagenda.app.store.LogUnavailable;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Whether the server was there since the start. Before it was, nothing is served and readiness says why; it is looked for all the time. What was kept here is compared with it before
 * anything is served. After that only commands need the server, so its absence is told but stops nobody.
 */
public final class ServerPresence implements SmartLifecycle, HealthIndicator {

	/** What readiness answers with before the server was there. */
	static final Status AWAY = new Status("AXON_SERVER_AWAY", "Axon Server is niet bereikbaar");

	private static final Logger LOG = LoggerFactory.getLogger(ServerPresence.class);

	/** Before all that reads the log. */
	private static final int PHASE = Integer.MIN_VALUE;
	private static final Duration AGAIN = Duration.ofMillis(500);
	private static final Duration TELL_AGAIN = Duration.ofSeconds(30);

	private final ServerLog log;
	private final AxonServerConfiguration settings;
	private final Runnable compare;
	private final Duration patience;
	private volatile boolean seen;
	private volatile boolean running;

	/**
	 * @param compare  compares what was kept here with the server
	 * @param patience how long the start waits for the server before it goes on without
	 */
	ServerPresence(ServerLog log, AxonServerConfiguration settings, Runnable compare, Duration patience) {
		this.log = log;
		this.settings = settings;
		this.compare = compare;
		this.patience = patience;
	}

	/** Whether requests can be served: the server has been there. */
	boolean wasSeen() {
		return seen;
	}

	/**
	 * For a command that reads the log: waits until the server is there, for as long as a start would.
	 *
	 * @throws LogUnavailable when it is not
	 */
	public void await() {
		long end = System.nanoTime() + patience.toNanos();
		while (!log.isThere() && System.nanoTime() < end) {
			pause();
		}
		log.head();
	}

	@Override
	public void start() {
		running = true;
		long end = System.nanoTime() + patience.toNanos();
		while (!look() && System.nanoTime() < end) {
			pause();
		}
		if (!seen) {
			tell();
			Thread.ofPlatform().daemon().name("axon-server-watch").start(this::watch);
		}
	}

	private void watch() {
		long told = System.nanoTime();
		while (running && !look()) {
			pause();
			if (System.nanoTime() - told > TELL_AGAIN.toNanos()) {
				told = System.nanoTime();
				tell();
			}
		}
	}

	private void tell() {
		LOG.warn("Axon Server is niet bereikbaar op {} (context {}). Er wordt niets bediend totdat hij er is; de applicatie blijft het proberen.", settings.getServers(),
				settings.getContext());
	}

	/** A server that goes away again while what was kept here is compared with it is not there. */
	private boolean look() {
		try {
			if (!log.isThere()) {
				return false;
			}
			compare.run();
			LOG.info("Axon Server is bereikbaar op {} (context {}); het logboek is daar tot en met feit {}.", settings.getServers(), settings.getContext(), log.head());
		} catch (LogUnavailable | DataAccessException e) {
			LOG.warn("Wat hier is bewaard kon niet met Axon Server worden vergeleken; dat wordt nog eens geprobeerd: {}", e.getMessage());
			return false;
		}
		seen = true;
		return true;
	}

	private static void pause() {
		try {
			Thread.sleep(AGAIN);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public Health health() {
		boolean there = log.isThere();
		return (seen ? Health.up() : Health.status(AWAY)).withDetail("servers", settings.getServers()).withDetail("context", settings.getContext()).withDetail("reachable", there)
				.build();
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
