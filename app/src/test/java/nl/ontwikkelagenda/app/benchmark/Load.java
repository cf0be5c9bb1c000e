package nl.ontwikkelagenda.app.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** What a number of clients got done, each beginning the next thing when the last was answered. */
record Load(double perSecond, double p50Millis, double p95Millis, double p99Millis) {

	/** Thrown by a step when there is nothing more to be done. */
	static final class Done extends Exception {
		private static final long serialVersionUID = 1L;
	}

	/** One thing to be done. */
	@FunctionalInterface
	interface Step {
		void run() throws Exception;
	}

	/** @param client what the client with this number, from 0, does again and again */
	static Load of(int clients, double seconds, IntFunction<Step> client) throws InterruptedException {
		long start = System.nanoTime();
		long end = start + (long) (seconds * 1e9);
		List<Future<long[]>> running = new ArrayList<>();
		List<long[]> nanos = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
			for (int number = 0; number < clients; number++) {
				Step step = client.apply(number);
				running.add(threads.submit(() -> work(step, end)));
			}
			for (Future<long[]> each : running) {
				nanos.add(each.get());
			}
		} catch (ExecutionException e) {
			throw new IllegalStateException("A client could not do its work", e.getCause());
		}
		long[] all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
		return new Load(all.length * 1e9 / (System.nanoTime() - start), percentile(all, 50), percentile(all, 95), percentile(all, 99));
	}

	private static long[] work(Step step, long end) throws Exception {
		long[] nanos = new long[1024];
		int count = 0;
		for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
			try {
				step.run();
			} catch (Done e) {
				break;
			}
			if (count == nanos.length) {
				nanos = Arrays.copyOf(nanos, 2 * count);
			}
			nanos[count++] = System.nanoTime() - before;
		}
		return Arrays.copyOf(nanos, count);
	}

	/** @param sorted nanoseconds; answers milliseconds */
	static double percentile(long[] sorted, int percent) {
		return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
	}
}
