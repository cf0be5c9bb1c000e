package nl.ontwikkelagenda.app.job;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again in the database that somebody is still at what he claimed there, until it is closed. When he dies, another may claim it once {@link #LENGTH} has passed: sooner
 * than another instance does his job again, see {@link JobConfiguration}.
 */
public final class Lease implements AutoCloseable {

	/** How long a claim lasts that is not renewed, by the clock of the database. */
	public static final Duration LENGTH = Duration.ofSeconds(6);
	/**
	 * In SQL: whether the moment put in here, until which something is claimed, is still to come. One that is further away than a claim lasts was noted before the clock was set back.
	 */
	public static final String HOLDS = "coalesce(%s between clock_timestamp() and clock_timestamp() + interval '" + LENGTH.toSeconds() + " seconds', false)";
	/** In SQL: the end of a claim that is made or renewed now. */
	public static final String END = "clock_timestamp() + interval '" + LENGTH.toSeconds() + " seconds'";

	private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
	private static final Duration EVERY = LENGTH.dividedBy(3);

	private final Thread renewing;

	/** @param renewal renews the claim */
	public Lease(Runnable renewal) {
		renewing = Thread.ofVirtual().name("lease").start(() -> again(renewal));
	}

	private static void again(Runnable renewal) {
		try {
			while (true) {
				Thread.sleep(EVERY);
				try {
					renewal.run();
				} catch (RuntimeException e) {
					LOG.debug("A claim could not be renewed now", e);
				}
			}
		} catch (InterruptedException e) {
			// the work is done
		}
	}

	/** After this nothing is renewed any more. */
	@Override
	public void close() {
		renewing.interrupt();
		boolean interrupted = false;
		while (renewing.isAlive()) {
			try {
				renewing.join();
			} catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}
}
