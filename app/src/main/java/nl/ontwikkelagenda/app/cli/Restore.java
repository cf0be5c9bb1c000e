package nl.ontwikkelagenda.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.backup.BackupRefused;
import nl.ontwikkelagenda.app.backup.Backups;
import nl.ontwikkelagenda.app.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.flywaydb.core.Flyway;

@Command(name = "restore", description = "Zet een reservekopie terug in een nieuwe, lege gegevensmap of database; daarna kan de applicatie worden gestart.")
final class Restore implements Callable<Integer> {

	private final Class<?> application;

	@Parameters(paramLabel = "BESTAND", description = "bestand dat door backup is gemaakt")
	@SuppressWarnings("NullAway.Init") private Path file;

	@Mixin private Settings settings = new Settings();

	Restore(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try {
			// the database as it was when the backup was made; the next start brings it up to date
			String version = Backups.manifestOf(file).schemaVersion();
			try (var context = settings.openAlone(application, "--spring.flyway.target=" + version)) {
				Manifest manifest = Backups.of(context.getBean(Flyway.class), Clock.systemUTC()).restore(file);
				System.out.printf(Locale.forLanguageTag("nl"), "Teruggezet: %,d feiten, tot en met feit %,d. Start nu de applicatie; die maakt de overzichten opnieuw.%n",
						manifest.facts(), manifest.lastFact());
				return ExitCode.OK;
			}
		} catch (BackupRefused e) {
			System.err.println(e.getMessage());
			return ExitCode.SOFTWARE;
		}
	}
}
