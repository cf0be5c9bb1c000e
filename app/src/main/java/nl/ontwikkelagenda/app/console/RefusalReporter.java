package nl.ontwikkelagenda.app.console;

import org.springframework.boot.SpringBootExceptionReporter;

/** Says in one sentence why a start was refused, instead of a stack trace. */
class RefusalReporter implements SpringBootExceptionReporter {

	@Override
	public boolean reportException(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof StartRefused refused) {
				System.err.println(refused.getMessage());
				return true;
			}
		}
		return false;
	}
}
