package nl.ontwikkelagenda.app.console;

import org.springframework.boot.ExitCodeGenerator;

/** The application can not start, for a reason that its administrator can take away; the message says how, in one Dutch sentence. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

	/** Another application uses the same data directory. */
	public static final int IN_USE = 3;
	/** The database can not be started or reached. */
	public static final int NO_DATABASE = 4;

	private final int exitCode;

	public StartRefused(int exitCode, String sentence) {
		super(sentence);
		this.exitCode = exitCode;
	}

	public StartRefused(int exitCode, String sentence, Throwable cause) {
		super(sentence, cause);
		this.exitCode = exitCode;
	}

	@Override
	public int getExitCode() {
		return exitCode;
	}
}
