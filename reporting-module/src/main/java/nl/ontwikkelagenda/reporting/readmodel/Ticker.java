package nl.ontwikkelagenda.reporting.readmodel;

/** Passes progress on at most every two seconds, so that what is over sooner says nothing. */
final class Ticker {

	private static final long INTERVAL_NANOS = 2_000_000_000L;

	private final Progress progress;
	private long last = System.nanoTime();

	Ticker(Progress progress) {
		this.progress = progress;
	}

	boolean due() {
		return System.nanoTime() - last >= INTERVAL_NANOS;
	}

	void at(String what, long position, long target) {
		last = System.nanoTime();
		progress.at(what, position, Math.max(position, target));
	}

	/** The next line comes two seconds from now. */
	void reset() {
		last = System.nanoTime();
	}
}
