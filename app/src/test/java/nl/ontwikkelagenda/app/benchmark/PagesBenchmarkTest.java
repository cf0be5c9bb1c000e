package nl.ontwikkelagenda.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Walk;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a page of the demo takes, from the question to the whole answer. */
@Tag("benchmark")
class PagesBenchmarkTest {

	private static final int WARM_UP = 20;
	private static final int TIMES = 60;
	/** Milliseconds in which 95 of 100 pages are ready. */
	private static final long LONGEST = 50;

	@Test
	void everyPageIsReadyAtOnce() {
		Running app = Running.withDemo("ontwikkelagenda.limits.burst=10000000");
		try {
			List<Walk.Place> pages = Walk.through(app, "secretaris", Running.ADMINISTRATOR).stream().filter(place -> !Walk.isFile(place.path())).toList();
			Map<String, Long> slow = new TreeMap<>();
			List<String> all = new ArrayList<>();
			pages.forEach(place -> {
				long time = inMilliseconds(app, place);
				all.add("%4d ms %s".formatted(time, Walk.shape(place.path())));
				if (time > LONGEST) {
					slow.put(place.path(), time);
				}
			});
			all.sort((one, other) -> other.compareTo(one));
			System.out.println(String.join("\n", all));
			assertThat(slow).isEmpty();
		} finally {
			app.context().close();
		}
	}

	/** At the 95th of 100. */
	private static long inMilliseconds(Running app, Walk.Place place) {
		long[] times = new long[TIMES];
		for (int i = -WARM_UP; i < TIMES; i++) {
			long start = System.nanoTime();
			assertThat(app.get(place.user(), place.path(), "Accept", "text/html").status()).isEqualTo(200);
			if (i >= 0) {
				times[i] = (System.nanoTime() - start) / 1_000_000;
			}
		}
		Arrays.sort(times);
		return times[TIMES * 95 / 100];
	}
}
