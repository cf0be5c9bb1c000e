package nl.ontwikkelagenda.app.store;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rings when this instance has committed events, so that its readers need not wait for their next look. */
public final class CommitBell {

	private final ReentrantLock lock = new ReentrantLock();
	private final Condition rung = lock.newCondition();
	private long count;

	public void ring() {
		lock.lock();
		try {
			count++;
			rung.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** How often it has rung. */
	public long count() {
		lock.lock();
		try {
			return count;
		} finally {
			lock.unlock();
		}
	}

	/** Waits until it has rung more often than {@code heard}, at most {@code patience}; tells whether it has. */
	public boolean await(long heard, Duration patience) throws InterruptedException {
		long nanos = patience.toNanos();
		lock.lockInterruptibly();
		try {
			while (count <= heard && nanos > 0) {
				nanos = rung.awaitNanos(nanos);
			}
			return count > heard;
		} finally {
			lock.unlock();
		}
	}
}
