package nl.ontwikkelagenda.reporting.readmodel;

/** Is told how far a catch-up or a rebuild has come, at most every two seconds, and not at all when it takes less. */
@FunctionalInterface
public interface Progress {

	/**
	 * @param what     which views it is about: the names of a few, how many, or "alle"
	 * @param position how far it is
	 * @param target   how far the log is
	 */
	void at(String what, long position, long target);
}
