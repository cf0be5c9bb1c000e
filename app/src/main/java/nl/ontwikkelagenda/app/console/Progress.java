package nl.ontwikkelagenda.app.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what goes on when it takes longer than two seconds, and again every five seconds; says nothing about what is quick. */
public final class Progress implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Progress.class);

	private final CountDownLatch done = new CountDownLatch(1);

	private Progress(String what) {
		long start = System.nanoTime();
		Thread.ofVirtual().name("progress").start(() -> {
			try {
				for (int patience = 2; !done.await(patience, TimeUnit.SECONDS); patience = 5) {
					log.info("{} … {} s", what, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/** @param what what goes on, in Dutch, as in "PostgreSQL wordt gestart" */
	public static Progress of(String what) {
		return new Progress(what);
	}

	@Override
	public void close() {
		done.countDown();
	}
}
