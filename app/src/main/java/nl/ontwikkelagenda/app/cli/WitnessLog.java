package nl.ontwikkelagenda.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.audit.RemoteLog;
import nl.ontwikkelagenda.app.file.OwnerOnly;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.SigningKey;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import nl.ontwikkelagenda.reporting.audit.Witness;
import nl.ontwikkelagenda.reporting.audit.Witness.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "witness", description = "Kijkt mee met het logboek van een ander: controleert of het alleen is gegroeid sinds de vorige keer, en ondertekent mee. Roep het geregeld aan, bijvoorbeeld elk uur.")
final class WitnessLog implements Callable<Integer> {

	private static final String KEY = "witness.key";
	private static final String SEEN = "seen.txt";
	private static final String FORK = "fork.txt";

	@Spec
	@SuppressWarnings("NullAway.Init") private CommandSpec command;

	@Option(names = "--log", paramLabel = "ADRES", required = true, description = "adres van de andere installatie, als https://agenda.regio.example")
	@SuppressWarnings("NullAway.Init") private URI address;

	@Option(names = "--key", paramLabel = "SLEUTEL", required = true, description = "publieke sleutel van het logboek, of een bestand met een sleutel per regel; mag vaker") private List<String> keys = List
			.of();

	@Option(names = "--state", paramLabel = "MAP", required = true, description = "waar bewaard wordt wat er gezien is, en de eigen sleutel")
	@SuppressWarnings("NullAway.Init") private Path state;

	@Option(names = "--name", paramLabel = "NAAM", defaultValue = "getuige", description = "naam bij de eigen handtekening, zonder spaties; standaard ${DEFAULT-VALUE}") private String name = "getuige";

	@Option(names = "--publish", description = "breng de eigen handtekening ook naar de andere installatie, zodat iedereen haar daar ziet; de beheerder daar moet uw publieke sleutel hebben toegevoegd") private boolean publish;

	@Override
	public Integer call() throws IOException {
		PrintWriter out = command.commandLine().getOut();
		Files.createDirectories(state);
		Path seen = state.resolve(SEEN);
		SignedNote before = Files.exists(seen) ? SignedNote.parse(Files.readString(seen)) : null;
		RemoteLog log = new RemoteLog(address);
		try {
			return switch (new Witness(log, PublicKeys.read(command.commandLine(), keys), ownKey(out)).look(before, Instant.now())) {
				case Verdict.Grown grown -> {
					keep(SEEN, grown.note().toString());
					out.printf(Locale.forLanguageTag("nl"), grown.before() == null ? "OK: voor het eerst gezien, met %,d feiten.%n" : "OK: gegroeid tot %,d feiten.%n",
							grown.now().size());
					out.print(grown.note());
					bring(grown.note(), log);
					yield ExitCode.OK;
				}
				case Verdict.Continued continued -> {
					keep(SEEN, continued.note().toString());
					out.printf(Locale.forLanguageTag("nl"), "LET OP: het logboek zegt dat er feiten verloren zijn gegaan en gaat verder als %s.%n", continued.now().origin());
					out.print(before + "\n" + continued.note());
					bring(continued.note(), log);
					yield ExitCode.SOFTWARE;
				}
				case Verdict.Forked forked -> {
					keep(FORK, forked.before() + "\n" + forked.now());
					out.println("FOUT: " + forked.how() + " Beide checkpoints zijn ondertekend; bewaar ze als bewijs (" + state.resolve(FORK) + ").");
					out.print(forked.before() + "\n" + forked.now());
					yield ExitCode.SOFTWARE;
				}
				case Verdict.Untrusted untrusted -> {
					out.println("FOUT: " + untrusted.how());
					yield ExitCode.SOFTWARE;
				}
			};
		} catch (IOException | IllegalArgumentException e) {
			command.commandLine().getErr().println("Het logboek op " + address + " kan niet worden gelezen: " + e.getMessage());
			return ExitCode.SOFTWARE;
		}
	}

	/** What was found holds, whether or not the other side takes the signature. */
	private void bring(SignedNote cosigned, RemoteLog log) {
		if (publish) {
			try {
				log.give(cosigned);
			} catch (IOException e) {
				command.commandLine().getErr().println("Uw handtekening is daar niet aangenomen (" + e.getMessage() + "). Kent de beheerder uw publieke sleutel?");
			}
		}
	}

	private SigningKey ownKey(PrintWriter out) throws IOException {
		Path file = state.resolve(KEY);
		if (Files.exists(file)) {
			return SigningKey.of(Files.readAllLines(file));
		}
		SigningKey key = SigningKey.generate(name, VerifierKey.Kind.COSIGNATURE);
		Files.createFile(file, OwnerOnly.file());
		Files.write(file, key.lines());
		out.println("Uw eigen sleutel is gemaakt. Geef deze publieke helft aan wie op uw handtekening wil vertrouwen: " + key.verifier());
		return key;
	}

	/** Whole or not at all. */
	private void keep(String file, String text) throws IOException {
		Path unfinished = state.resolve(file + ".new");
		Files.writeString(unfinished, text, StandardCharsets.UTF_8);
		Files.move(unfinished, state.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}
}
