package nl.ontwikkelagenda.app.faults;

import java.io.IOException;

/** The tools of this machine. */
final class Machine {

	private Machine() {
	}

	/** Runs a command to its end; false when it failed or is not there. */
	static boolean did(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		} catch (IOException e) {
			return false;
		}
	}
}
