package nl.ontwikkelagenda.reporting.progress;

/** Hears how far a report is that is being made. */
public interface Listener {

	/** For who does not want to hear it. */
	Listener NOBODY = (section, done, all) -> {
	};

	/**
	 * @param section the heading of the section that is begun with
	 * @param done    how many sections are done
	 * @param all     how many there are
	 */
	void begins(String section, int done, int all);
}
