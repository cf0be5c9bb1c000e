package nl.ontwikkelagenda.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "verify", description = "Controleert een bewijsbundel, zonder database en zonder netwerk.")
final class Verify implements Callable<Integer> {

	@Spec
	@SuppressWarnings("NullAway.Init") private CommandSpec command;

	@Parameters(paramLabel = "BUNDEL", description = "het ZIP-bestand")
	@SuppressWarnings("NullAway.Init") private Path bundle;

	@Option(names = "--key", paramLabel = "SLEUTEL", required = true, description = "publieke sleutel van het logboek, of een bestand met een sleutel per regel; mag vaker") private List<String> keys = List
			.of();

	@Override
	public Integer call() {
		PrintWriter out = command.commandLine().getOut();
		try (InputStream in = Files.newInputStream(bundle)) {
			return switch (new BundleVerifier(PublicKeys.read(command.commandLine(), keys)).verify(in)) {
				case Verdict.Good good -> {
					out.printf(Locale.forLanguageTag("nl"), "OK: %,d feiten over %,d onderwerpen staan zo in %s, dat op %s %,d feiten had.%n", good.events(), good.things(),
							good.checkpoint().origin(), good.checkpoint().madeAt(), good.checkpoint().size());
					if (good.events() == 0) {
						out.println("Let op: zonder feiten bewijst deze bundel niets.");
						yield ExitCode.OK;
					}
					out.println(good.contiguous()
							? "De bundel bevat alle feiten tussen het eerste en het laatste."
							: "De bundel bevat een deel van de feiten tussen het eerste en het laatste.");
					if (good.checkpoint().continued() != null) {
						out.println("Let op: dit logboek is het vervolg van " + good.checkpoint().continued().origin() + ", waarvan een deel verloren is gegaan.");
					}
					yield ExitCode.OK;
				}
				case Verdict.Bad bad -> {
					out.println((bad.event() == 0 ? "FOUT in de bundel als geheel: " : "FOUT bij feit " + bad.event() + " van de bundel: ") + bad.how());
					yield ExitCode.SOFTWARE;
				}
			};
		} catch (NoSuchFileException e) {
			command.commandLine().getErr().println("Er is geen bestand " + bundle + ".");
			return ExitCode.USAGE;
		} catch (IOException e) {
			command.commandLine().getErr().println("Het bestand " + bundle + " kan niet worden gelezen; een map is geen bundel.");
			return ExitCode.USAGE;
		}
	}
}
