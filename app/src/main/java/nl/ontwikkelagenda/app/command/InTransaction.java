package nl.ontwikkelagenda.app.command;

/** What else has to be done, in a database that the log knows nothing of, when a command is accepted: in its transaction, so that both are done or neither. */
public interface InTransaction {

	/**
	 * Looks at a command before it is handled.
	 *
	 * @return what is to be done when its events have been appended
	 */
	Runnable before(Object command);
}
