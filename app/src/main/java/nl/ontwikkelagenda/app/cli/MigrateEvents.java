package nl.ontwikkelagenda.app.cli;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.axonserver.Migration;
import nl.ontwikkelagenda.app.store.LogUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "migrate-events", description = "Kopieert het logboek van PostgreSQL naar Axon Server, of terug, en bewijst dat beide gelijk zijn. Stop eerst alle instanties; een afgebroken kopie gaat verder.")
final class MigrateEvents implements Callable<Integer> {

	private static final Locale DUTCH = Locale.forLanguageTag("nl");

	/** Where to. */
	enum Target {
		AXONSERVER, POSTGRESQL
	}

	private final Class<?> application;

	@Parameters(paramLabel = "DOEL", description = "axonserver of postgresql")
	@SuppressWarnings("NullAway.Init") private Target target;

	@Mixin private Settings settings = new Settings();

	MigrateEvents(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() throws SQLException {
		try (var context = Settings.withLog(settings.openAlone(application, "--spring.profiles.active=axonserver"))) {
			Migration migration = context.getBean(Migration.class);
			Migration.Result result = target == Target.AXONSERVER ? migration.toServer(MigrateEvents::tell) : migration.toDatabase(MigrateEvents::tell);
			System.out.printf(DUTCH, "%,d feiten gekopieerd. Beide logboeken zijn gelijk: %,d feiten, Merkle-wortel %s.%n", result.copied(), result.events(), result.root());
			return ExitCode.OK;
		} catch (Migration.Refused e) {
			System.err.println(e.getMessage());
			return ExitCode.SOFTWARE;
		} catch (LogUnavailable e) {
			System.err.println("Axon Server is niet bereikbaar: " + e.getMessage() + ". Herstel de verbinding en begin opnieuw; wat is gekopieerd blijft staan.");
			return ExitCode.SOFTWARE;
		}
	}

	private static void tell(long copied) {
		if (copied % 10_000 == 0) {
			System.out.printf(DUTCH, "%,d feiten gekopieerd%n", copied);
		}
	}
}
