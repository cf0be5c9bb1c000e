package nl.ontwikkelagenda.app.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.audit.LedgerChecker;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "check-ledger", description = "Vergelijkt het hele logboek met het grootboek en met de checkpoints die buiten de database zijn gepubliceerd; mag naast een draaiende applicatie.")
final class CheckLedger implements Callable<Integer> {

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	CheckLedger(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try (var context = settings.openWithLog(application)) {
			return switch (context.getBean(LedgerChecker.class).check()) {
				case Verdict.Sound sound -> {
					System.out.printf(Locale.forLanguageTag("nl"), "OK: %,d feiten zijn zoals ze zijn gepubliceerd, in %,d checkpoints.%n", sound.events(), sound.checkpoints());
					Optional.ofNullable(sound.losses()).ifPresent(losses -> System.out.println("LET OP: " + losses));
					yield ExitCode.OK;
				}
				case Verdict.Broken broken -> {
					System.out.println("FOUT: " + broken.how());
					yield ExitCode.SOFTWARE;
				}
			};
		}
	}
}
