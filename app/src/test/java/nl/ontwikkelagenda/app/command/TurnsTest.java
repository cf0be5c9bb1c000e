package nl.ontwikkelagenda.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class TurnsTest {

	private static final String REGISTER = UUID.randomUUID().toString();

	private final AtomicInteger atWork = new AtomicInteger();

	@Test
	void aCrowdAtOneAggregateWorksOneByOne() throws Exception {
		Turns turns = new Turns(Duration.ofSeconds(30));
		Callable<Integer> sender = () -> turns.inTurn(REGISTER, this::work);
		try (var threads = Executors.newFixedThreadPool(50)) {
			for (Future<Integer> most : threads.invokeAll(Stream.generate(() -> sender).limit(50).toList())) {
				assertThat(most.get()).isEqualTo(1);
			}
		}
	}

	@Test
	void othersDoNotWaitForItAndNobodyWaitsForEver() throws Exception {
		Turns turns = new Turns(Duration.ofMillis(50));
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		try (var threads = Executors.newSingleThreadExecutor()) {
			Future<Boolean> first = threads.submit(() -> turns.inTurn(REGISTER, () -> {
				begun.countDown();
				return await(end);
			}));
			begun.await();

			assertThat(List.of(turns.inTurn("another", () -> 1), turns.inTurn(null, () -> 2))).containsExactly(1, 2);
			assertThatThrownBy(() -> turns.inTurn(REGISTER, () -> 3)).isInstanceOf(StoreUnavailable.class);

			end.countDown();
			assertThat(first.get()).isTrue();
		}
		assertThat(turns.inTurn(REGISTER, () -> 4)).isEqualTo(4);
	}

	/** Answers how many were at work at the same time. */
	private int work() {
		int now = atWork.incrementAndGet();
		LockSupport.parkNanos(1);
		atWork.decrementAndGet();
		return now;
	}

	private static boolean await(CountDownLatch latch) {
		try {
			latch.await();
			return true;
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
