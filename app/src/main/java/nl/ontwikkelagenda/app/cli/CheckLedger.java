package nl.ontwikkelagenda.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.audit.LedgerChecker;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "check-ledger", description = "Vergelijkt het hele logboek met het grootboek en met de checkpoints die buiten de database zijn gepubliceerd; mag naast een draaiende applicatie.")
final class CheckLedger implements Callable<Integer> {

	private final Class<?> application;

	@Spec
	@SuppressWarnings("NullAway.Init") private CommandSpec command;

	@Mixin private Settings settings = new Settings();

	@Option(names = "--key", paramLabel = "SLEUTEL", description = "publieke sleutel waarmee checkpoints getekend moeten zijn, of een bestand met een sleutel per regel; mag vaker. Zonder deze optie gelden de sleutels die in de database staan") private List<String> keys = List
			.of();

	CheckLedger(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() throws IOException {
		List<VerifierKey> trusted = PublicKeys.read(command.commandLine(), keys);
		try (var context = settings.openWithLog(application)) {
			LedgerChecker checker = context.getBean(LedgerChecker.class);
			if (trusted.isEmpty()) {
				System.out.println("LET OP: de publieke sleutels komen uit de database die wordt gecontroleerd. Geef met --key de sleutel die u eerder van elders kreeg.");
			}
			return switch (trusted.isEmpty() ? checker.check() : checker.check(trusted)) {
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
