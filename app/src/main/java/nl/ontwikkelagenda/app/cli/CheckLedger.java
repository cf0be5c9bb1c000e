package nl.ontwikkelagenda.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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

	/** Nothing was changed, but facts that were published are gone. */
	private static final int CONTINUED = 5;

	private static final Locale DUTCH = Locale.forLanguageTag("nl");

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
		PrintWriter out = command.commandLine().getOut();
		List<VerifierKey> trusted = PublicKeys.read(command.commandLine(), keys);
		try (var context = settings.openWithLog(application)) {
			LedgerChecker checker = context.getBean(LedgerChecker.class);
			if (trusted.isEmpty()) {
				out.println("LET OP: de publieke sleutels komen uit de database die wordt gecontroleerd. Geef met --key de sleutel die u eerder van elders kreeg.");
			}
			return told(trusted.isEmpty() ? checker.check() : checker.check(trusted), out);
		}
	}

	/** Says what came out; answers the exit code. */
	private static int told(Verdict verdict, PrintWriter out) {
		return switch (verdict) {
			case Verdict.Sound sound -> {
				out.printf(DUTCH, "OK: %,d feiten zijn zoals ze zijn gepubliceerd, in %,d checkpoints.%n", sound.events(), sound.checkpoints());
				yield ExitCode.OK;
			}
			case Verdict.Continued continued -> {
				out.printf(DUTCH,
						"VERVOLG: de %,d feiten die er zijn, zijn zoals ze zijn gepubliceerd, in %,d checkpoints. Maar er zijn feiten kwijt die al bekend waren gemaakt.%n",
						continued.events(), continued.checkpoints());
				out.println(continued.losses() + " Vraag wie er een kortere reservekopie terugzette, en waarom.");
				yield CONTINUED;
			}
			case Verdict.Broken broken -> {
				out.println("FOUT: " + broken.how());
				yield ExitCode.SOFTWARE;
			}
		};
	}
}
