package nl.ontwikkelagenda.reporting.readmodel;

/** Keeps a rebuild from being in the way of those who are served meanwhile. */
@FunctionalInterface
public interface Pace {

	/** For when nobody is served yet. */
	Pace FULL = nanos -> {
	};

	/** Is told after every piece of work how long it took, and returns when the next may begin. */
	void worked(long nanos) throws InterruptedException;

	/** Whether nobody is served now, so that two things may be done at once. */
	default boolean isQuiet() {
		return true;
	}
}
