package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Duration;

/**
 * What may differ between a test and the real thing.
 *
 * @param memory     bytes of heap for documents, roughly
 * @param checkpoint longest stretch of a rebuild that is done again after a crash
 * @param retry      pause before a rebuild that broke off is resumed
 * @param lost       silence after which a keeper has lost its claim
 */
record Tuning(long memory, Duration checkpoint, Duration retry, Duration lost) {

	static Tuning usual() {
		return new Tuning(Runtime.getRuntime().maxMemory() / 8, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(12));
	}
}
