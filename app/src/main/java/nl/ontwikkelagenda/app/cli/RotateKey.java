package nl.ontwikkelagenda.app.cli;

import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.audit.KeyRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "rotate-key", description = "Maakt een nieuwe sleutel om checkpoints mee te ondertekenen; de vorige ondertekent mee tot de volgende komt.")
final class RotateKey implements Callable<Integer> {

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	RotateKey(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try (var context = settings.open(application)) {
			System.out.println(context.getBean(KeyRotation.class).rotate());
			return ExitCode.OK;
		}
	}
}
