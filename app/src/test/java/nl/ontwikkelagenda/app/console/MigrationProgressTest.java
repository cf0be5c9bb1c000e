package nl.ontwikkelagenda.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.HeardLines;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.rest.Running;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/** Who waits for a migration sees that one is going on. */
@BesideOthers
class MigrationProgressTest {

	private final TestDatabase database = TestDatabase.empty();

	@Test
	void aMigrationThatTakesLongSaysSo() throws Exception {
		List<String> heard = new CopyOnWriteArrayList<>();
		Flyway flyway = Flyway.configure().dataSource(database.owner()).placeholders(Map.of("application", TestDatabase.APPLICATION)).load();
		FlywayMigrationStrategy migration = Running.application().context().getBean(FlywayMigrationStrategy.class);
		try (AutoCloseable _ = HeardLines.by(line -> heard.add(line.getFormattedMessage()));
				Connection other = database.owner().getConnection();
				var statement = other.createStatement();
				ExecutorService thread = Executors.newSingleThreadExecutor()) {
			other.setAutoCommit(false);
			statement.execute("create schema log");
			Future<?> migrating = thread.submit(() -> migration.migrate(flyway));
			long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
			while (heard.stream().noneMatch(line -> line.matches("De database wordt bijgewerkt voor deze versie … \\d+ s"))) {
				assertThat(migrating).as("waits for the other").isNotDone();
				assertThat(System.nanoTime()).as("in time").isLessThan(end);
				Thread.sleep(50);
			}
			other.rollback();
			migrating.get(1, TimeUnit.MINUTES);
		}
		assertThat(flyway.info().pending()).isEmpty();
	}
}
