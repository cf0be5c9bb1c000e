package nl.ontwikkelagenda.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** The command line as a whole. Exit codes: 0 done, 1 failed or differences found, 2 not understood, 3 data directory in use, 4 no database, 5 facts that were published are gone. */
@Command(name = "ontwikkelagenda", versionProvider = Program.Version.class, header = "Het werkgeheugen van een regionaal samenwerkingsverband.%n", synopsisHeading = "Gebruik: ", customSynopsis = "java -jar ontwikkelagenda.jar [OPDRACHT] [--instelling=waarde ...]", description = "%nZonder opdracht start de applicatie (serve). Instellingen mogen achter elke opdracht staan, als in --server.port=8081; docs/running.md noemt ze alle.%n", commandListHeading = "%nOpdrachten:%n", exitCodeListHeading = "%nAfsluitcodes:%n", exitCodeList = {
		"0:gelukt", "1:mislukt, of er zijn verschillen gevonden", "2:opdracht niet begrepen", "3:de gegevensmap is al in gebruik", "4:geen database",
		"5:er is niets veranderd, maar er zijn feiten kwijt die al bekend waren gemaakt (check-ledger)"})
public final class Program implements Callable<Integer> {

	private final Class<?> application;

	@Mixin private Settings settings = new Settings();

	@Option(names = {"-h", "--help"}, usageHelp = true, scope = CommandLine.ScopeType.INHERIT, description = "Toont deze uitleg.")
	@SuppressWarnings("UnusedVariable") private boolean help;

	@Option(names = {"-V", "--version"}, versionHelp = true, description = "Toont de versie.")
	@SuppressWarnings("UnusedVariable") private boolean version;

	private Program(Class<?> application) {
		this.application = application;
	}

	/** Runs one command and ends the program with its exit code, unless it serves. */
	public static void run(Class<?> application, String... args) {
		int exitCode = commandLine(application).execute(args);
		if (exitCode != Serve.SERVING) {
			System.exit(exitCode);
		}
	}

	/** The commands and what they do; nothing runs yet. */
	public static CommandLine commandLine(Class<?> application) {
		CommandLine commandLine = new CommandLine(new Program(application));
		commandLine.addSubcommand(new Serve(application)).addSubcommand(new Check(application)).addSubcommand(new Rebuild(application)).addSubcommand(new Report(application))
				.addSubcommand(new Export(application)).addSubcommand(new User(application))
				.addSubcommand(new MakeBackup(application)).addSubcommand(new Restore(application)).addSubcommand(new MigrateEvents(application))
				.addSubcommand(new CheckLedger(application))
				.addSubcommand(new RotateKey(application)).addSubcommand(new RotateRegisterKey(application)).addSubcommand(new Verify()).addSubcommand(new WitnessLog());
		commandLine.setUnmatchedArgumentsAllowed(true);
		commandLine.setCaseInsensitiveEnumValuesAllowed(true);
		commandLine.getSubcommands().values().forEach(subcommand -> subcommand.getCommandSpec().usageMessage().synopsisHeading("Gebruik: "));
		commandLine.setExecutionExceptionHandler((failure, failed, parsed) -> exitCode(failure));
		return commandLine;
	}

	@Override
	public Integer call() {
		settings.serve(application);
		return Serve.SERVING;
	}

	/** Spring Boot has already told what went wrong. */
	private static int exitCode(Throwable failure) {
		for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ExitCodeGenerator known) {
				return known.getExitCode();
			}
		}
		return CommandLine.ExitCode.SOFTWARE;
	}

	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			String version = Program.class.getPackage().getImplementationVersion();
			return new String[] {"ontwikkelagenda " + (version == null ? "(niet uit een jar gestart)" : version)};
		}
	}
}
