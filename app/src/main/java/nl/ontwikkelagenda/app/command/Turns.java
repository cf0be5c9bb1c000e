package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a command waits in line for its aggregate before taking a connection. Otherwise a crowd at one aggregate holds every connection while it waits for that one lock,
 * and is refused for want of one.
 */
class Turns {

	/** So many that two aggregates seldom share one. */
	private static final int LINES = 4096;

	private final Lock[] lines = Stream.generate(() -> new ReentrantLock(true)).limit(LINES).toArray(Lock[]::new);
	private final Duration patience;

	/** @param patience how long one waits for those before it */
	Turns(Duration patience) {
		this.patience = patience;
	}

	/**
	 * @param aggregate id of the aggregate; null for none that is known, and then there is no line
	 * @throws StoreUnavailable the line does not move on
	 */
	<T> T inTurn(@Nullable String aggregate, Supplier<T> work) {
		if (aggregate == null) {
			return work.get();
		}
		Lock line = lines[Math.floorMod(aggregate.hashCode(), LINES)];
		await(line);
		try {
			return work.get();
		} finally {
			line.unlock();
		}
	}

	private void await(Lock line) {
		try {
			if (!line.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
				throw new StoreUnavailable(new TimeoutException("Others are too long at the same aggregate"));
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new StoreUnavailable(e);
		}
	}
}
