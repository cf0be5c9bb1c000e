package nl.ontwikkelagenda.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "serve", description = "Start de applicatie; stoppen met Ctrl-C.")
final class Serve implements Callable<Integer> {

	/** The program goes on; not an exit code. */
	static final int SERVING = -1;

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	Serve(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		settings.serve(application);
		return SERVING;
	}
}
