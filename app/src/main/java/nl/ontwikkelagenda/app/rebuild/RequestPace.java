package nl.ontwikkelagenda.app.rebuild;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.reporting.readmodel.Pace;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While requests are being answered here, a rebuild works only its share of the time; when it is quiet, it goes on at full pace. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@EnableConfigurationProperties(RebuildSettings.class)
class RequestPace extends OncePerRequestFilter implements Pace {

	/** So long after a request the next one is expected. */
	private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
	/** One long statement, such as a large index, is not paid back at once. */
	private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

	private final int share;
	private final AtomicInteger underWay = new AtomicInteger();
	private volatile long lastEnd = System.nanoTime() - BUSY_NANOS;

	RequestPace(RebuildSettings settings) {
		this.share = settings.share();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		underWay.incrementAndGet();
		try {
			chain.doFilter(request, response);
		} finally {
			lastEnd = System.nanoTime();
			underWay.decrementAndGet();
		}
	}

	@Override
	public boolean isQuiet() {
		return underWay.get() == 0 && System.nanoTime() - lastEnd >= BUSY_NANOS;
	}

	@Override
	public void worked(long nanos) throws InterruptedException {
		if (!isQuiet()) {
			TimeUnit.NANOSECONDS.sleep(Math.min(LONGEST_PAUSE_NANOS, nanos * (100 - share) / share));
		}
	}
}
