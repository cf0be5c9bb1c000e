package nl.ontwikkelagenda.app.cli;

import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.sealing.KeepSealed;
import nl.ontwikkelagenda.app.sealing.KeepSealed.Rotated;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "rotate-register-key", description = "Maakt een nieuwe sleutel voor namen, adressen en nummers, en versleutelt alles opnieuw; mag naast een draaiende applicatie.")
final class RotateRegisterKey implements Callable<Integer> {

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	RotateRegisterKey(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try (var context = settings.open(application)) {
			Rotated rotated = context.getBean(KeepSealed.class).rotate();
			System.out.println(rotated.resealed() + " rijen zijn versleuteld met de nieuwe sleutel " + rotated.key() + ".");
			System.out.println("Bewaar " + String.join(" en ", rotated.older()) + " zolang er reservekopieën van vóór nu zijn, en gooi ze daarna weg.");
			return ExitCode.OK;
		}
	}
}
