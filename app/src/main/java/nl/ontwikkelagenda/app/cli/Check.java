package nl.ontwikkelagenda.app.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.reporting.readmodel.Checker;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "check", description = "Vouwt het hele logboek opnieuw en vergelijkt de uitkomst met alle overzichten die zijn opgeslagen; mag naast een draaiende applicatie.")
final class Check implements Callable<Integer> {

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	Check(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try (var context = settings.openWithLog(application)) {
			Checker.Result result = context.getBean(Checker.class).check();
			System.out.printf(Locale.forLanguageTag("nl"), "Gecontroleerd tot en met feit %,d: %,d documenten en %,d eerdere versies, %,d verschillen.%n", result.position(),
					result.documents(), result.versions(), result.differences());
			result.first().forEach(difference -> System.out.printf("  %s: %s %s%n", difference.view(), word(difference.kind()), difference.what()));
			return result.isClean() ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	private static String word(Checker.Kind kind) {
		return switch (kind) {
			case MISSING -> "ontbreekt";
			case EXTRA -> "hoort er niet";
			case DIFFERENT -> "is anders";
		};
	}
}
