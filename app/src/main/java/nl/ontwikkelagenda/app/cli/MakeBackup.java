package nl.ontwikkelagenda.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.backup.BackupFile;
import nl.ontwikkelagenda.app.backup.BackupRefused;
import nl.ontwikkelagenda.app.backup.Backups;
import nl.ontwikkelagenda.app.backup.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.flywaydb.core.Flyway;

@Command(name = "backup", description = "Schrijft een reservekopie van alles wat niet opnieuw gemaakt kan worden; mag naast een draaiende applicatie.")
final class MakeBackup implements Callable<Integer> {

	private final Class<?> application;

	@Parameters(paramLabel = "BESTAND", description = "nieuw bestand, als in agenda.zip")
	@SuppressWarnings("NullAway.Init") private Path file;

	@Mixin private Settings settings = new Settings();

	MakeBackup(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		try (var context = settings.open(application)) {
			Manifest manifest = BackupFile.write(Backups.of(context.getBean(Flyway.class), Clock.systemUTC()), file);
			System.out.printf(Locale.forLanguageTag("nl"), "Reservekopie gemaakt in %s: %,d feiten, tot en met feit %,d.%n", file, manifest.facts(), manifest.lastFact());
			return ExitCode.OK;
		} catch (BackupRefused e) {
			System.err.println(e.getMessage());
			return ExitCode.SOFTWARE;
		}
	}
}
