package nl.ontwikkelagenda.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** How much of the time a rebuild leaves to those who are served. */
class RequestPaceTest {

	private static final int SHARE = 25;
	private static final long WORK = TimeUnit.MILLISECONDS.toNanos(40);

	private final RequestPace pace = new RequestPace(new RebuildSettings("-", Duration.ofDays(7), SHARE));

	@Test
	void nobodyIsWaitedForWhileItIsQuiet() throws InterruptedException {
		assertThat(pace.isQuiet()).isTrue();
		assertThat(pausedAfter(TimeUnit.SECONDS.toNanos(10))).isLessThan(WORK);
	}

	@Test
	void itWorksItsShareWhileRequestsAreAnsweredAndShortlyAfter() throws Exception {
		served(() -> {
			assertThat(pace.isQuiet()).isFalse();
			assertThat(pausedAfter(WORK)).as("three times as long as it worked").isGreaterThanOrEqualTo(3 * WORK);
		});
		assertThat(pace.isQuiet()).as("the next one is expected").isFalse();
		assertThat(pausedAfter(WORK)).isGreaterThanOrEqualTo(3 * WORK);
		Thread.sleep(300);
		assertThat(pace.isQuiet()).isTrue();
	}

	@Test
	void oneLongStatementIsNotPaidBackAtOnce() throws Exception {
		served(() -> assertThat(pausedAfter(TimeUnit.MINUTES.toNanos(10))).isBetween(TimeUnit.SECONDS.toNanos(2), TimeUnit.SECONDS.toNanos(10)));
	}

	@Test
	void aRequestThatFailsIsOverToo() throws Exception {
		FilterChain failing = (request, response) -> {
			throw new ServletException("no");
		};
		try {
			pace.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), failing);
		} catch (ServletException expected) {
			// as it should
		}
		Thread.sleep(300);
		assertThat(pace.isQuiet()).isTrue();
	}

	/** Something that is done while a request is answered. */
	private interface Meanwhile {

		void run() throws InterruptedException;
	}

	private void served(Meanwhile meanwhile) throws IOException, ServletException {
		pace.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
			try {
				meanwhile.run();
			} catch (InterruptedException e) {
				throw new ServletException(e);
			}
		});
	}

	private long pausedAfter(long nanos) throws InterruptedException {
		long began = System.nanoTime();
		pace.worked(nanos);
		return System.nanoTime() - began;
	}
}
