package nl.ontwikkelagenda.app.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time as the database knows it, which is one for all instances, however their own clocks differ or jump: by it they see which of them is silent. The database is asked now and
 * then; in between this time goes as fast as time goes.
 */
public final class DatabaseTime implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);
	private static final Duration AGAIN = Duration.ofSeconds(10);
	/** A smaller step back is what clocks are corrected by all the time. */
	private static final Duration STEP = Duration.ofSeconds(5);

	/** What the database said when {@link System#nanoTime()} was this. */
	private record Reading(Instant time, long nanos) {

		Instant now() {
			return time.plusNanos(System.nanoTime() - nanos);
		}
	}

	private final JdbcClient database;
	private final Thread asking;
	private final List<Runnable> whenSetBack = new CopyOnWriteArrayList<>();
	private volatile Reading last;

	public DatabaseTime(JdbcClient database) {
		this.database = database;
		this.last = ask();
		this.asking = Thread.ofVirtual().name("database-time").start(this::askAgainAndAgain);
	}

	public Instant now() {
		return last.now();
	}

	/** It, for who wants a clock. */
	public Clock clock() {
		InstantSource source = this::now;
		return source.withZone(ZoneOffset.UTC);
	}

	/** Has this done every time the clock of the database was set back: what was planned by it may be far away now. */
	public void whenSetBack(Runnable action) {
		whenSetBack.add(action);
	}

	private Reading ask() {
		long before = System.nanoTime();
		OffsetDateTime time = database.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
		return new Reading(time.toInstant(), before + (System.nanoTime() - before) / 2);
	}

	private void askAgainAndAgain() {
		try {
			while (true) {
				Thread.sleep(AGAIN);
				try {
					Reading next = ask();
					boolean setBack = next.time().isBefore(last.now().minus(STEP));
					last = next;
					if (setBack) {
						LOG.warn("De klok van de database is teruggezet.");
						whenSetBack.forEach(Runnable::run);
					}
				} catch (RuntimeException e) {
					LOG.debug("The database does not tell the time now", e);
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		asking.interrupt();
	}
}
