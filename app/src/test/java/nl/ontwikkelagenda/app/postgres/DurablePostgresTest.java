package nl.ontwikkelagenda.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.console.StartRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

@BesideOthers
class DurablePostgresTest {

	private static final PostgresSettings SETTINGS = new PostgresSettings("test", 20, DataSize.ofMegabytes(16));

	/** Kept by all tests of this class: what one wrote the next still finds, and the programs are unpacked once. */
	@TempDir private static Path parent;

	private final Path directory = parent.resolve("data");

	/** Its programs are unpacked in a folder of that name. */
	@Test
	void knowsItsVersion() throws IOException {
		PropertySource<?> settings = new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yaml")).getFirst();
		assertThat(settings.getProperty("ontwikkelagenda.postgresql.version")).asString().matches("18\\.\\d+\\.\\d+");
	}

	@Test
	void keepsWhatWasWrittenAcrossARestart() throws SQLException {
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			ask(postgres, "create table kept as select 'vastgelegd' as word");
		}
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThat(ask(postgres, "select word from kept")).containsExactly("vastgelegd");
			ask(postgres, "drop table kept");
		}
	}

	@Test
	void isDurableAndHasNoPreparedTransactions() throws SQLException {
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThat(ask(postgres, "select name || '=' || setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', "
					+ "'max_prepared_transactions', 'server_encoding', 'data_checksums', 'max_connections') order by name")).containsExactly("data_checksums=on", "fsync=on",
							"full_page_writes=on", "max_connections=20", "max_prepared_transactions=0", "server_encoding=UTF8", "synchronous_commit=on");
			assertThat(ask(postgres, "select version()")).singleElement().asString().startsWith("PostgreSQL 18.");
			assertThat(ask(postgres, "select word from (values ('zon'), ('Één'), ('een')) as words(word) order by word collate \"nl-x-icu\"")).containsExactly("een", "Één", "zon");
		}
	}

	@Test
	void listensOnThisMachineOnlyAndAsksForAPassword() throws SQLException {
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThat(ask(postgres, "select setting from pg_settings where name = 'listen_addresses'")).containsExactly("127.0.0.1");
			assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), DurablePostgres.APPLICATION, "geraden")).isInstanceOf(SQLException.class)
					.hasMessageContaining("password authentication failed");
			assertThat(ask(postgres, "select rolname || ' ' || rolsuper from pg_roles where rolname like 'ontwikkelagenda%' order by 1")).containsExactly(
					"ontwikkelagenda_app false",
					"ontwikkelagenda_owner false");
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void keepsItsPasswordsToItself() throws IOException {
		DurablePostgres.start(directory, SETTINGS).close();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("connection.properties")))).isEqualTo("rw-------");
	}

	@Test
	void refusesASecondStartOnTheSameDirectory() {
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThatThrownBy(() -> DurablePostgres.start(directory, SETTINGS)).isInstanceOfSatisfying(StartRefused.class, refused -> {
				assertThat(refused.getExitCode()).isEqualTo(StartRefused.IN_USE);
				assertThat(refused).hasMessageContaining("al in gebruik door een andere Ontwikkelagenda").hasMessageContaining(directory.toString());
			});
			assertThat(postgres.server()).isPresent();
		}
	}

	@Test
	void aCommandUsesTheServerOfTheRunningApplicationAndLeavesItRunning() throws SQLException {
		try (DurablePostgres running = DurablePostgres.start(directory, SETTINGS)) {
			try (DurablePostgres joined = DurablePostgres.joinOrStart(directory, SETTINGS)) {
				assertThat(joined.url()).isEqualTo(running.url());
				assertThat(ask(joined, "select 1")).containsExactly("1");
			}
			assertThat(running.server()).isPresent();
		}
	}

	@Test
	void aCommandStartsTheServerWhenNoApplicationRuns() throws SQLException {
		try (DurablePostgres started = DurablePostgres.joinOrStart(directory, SETTINGS)) {
			assertThat(ask(started, "select 1")).containsExactly("1");
		}
		assertThat(directory.resolve("postgresql/postmaster.pid")).doesNotExist();
	}

	@Test
	void startsAKilledServerAgainAtTheSameAddress() throws Exception {
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			ask(postgres, "create table committed as select 1 as one");
			ProcessHandle killed = postgres.server().orElseThrow();
			killed.destroyForcibly();
			killed.onExit().join();
			assertThat(askUntilAnswered(postgres, "select one from committed")).containsExactly("1");
			assertThat(postgres.server()).isPresent().get().isNotEqualTo(killed);
			ask(postgres, "drop table committed");
		}
	}

	@Test
	void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
		Process application = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
				KilledApplication.class.getName(), directory.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String word = application.inputReader().readLine();
		ProcessHandle leftBehind = ProcessHandle.of(Long.parseLong(word)).orElseThrow();
		application.destroyForcibly().waitFor();
		assertThat(leftBehind.isAlive()).isTrue();

		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThat(leftBehind.onExit()).succeedsWithin(Duration.ofSeconds(10));
			assertThat(ask(postgres, "select word from committed_before_the_kill")).containsExactly("bewaard");
			ask(postgres, "drop table committed_before_the_kill");
		}
	}

	@Test
	void startsWhenTheNumberOfADeadServerIsNowSomebodyElses() throws Exception {
		DurablePostgres.start(directory, SETTINGS).close();
		Files.writeString(directory.resolve("postgresql/postmaster.pid"),
				ProcessHandle.current().pid() + "\n" + directory.resolve("postgresql") + "\n1500000000\n5432\n\n127.0.0.1\n");
		try (DurablePostgres postgres = DurablePostgres.start(directory, SETTINGS)) {
			assertThat(ask(postgres, "select 1")).containsExactly("1");
		}
	}

	@Test
	void saysWhenThePasswordsAreGone() throws IOException {
		DurablePostgres.start(directory, SETTINGS).close();
		Path passwords = directory.resolve("connection.properties");
		Path elsewhere = Files.move(passwords, parent.resolve("reservekopie"));
		assertThatThrownBy(() -> DurablePostgres.start(directory, SETTINGS)).isInstanceOf(StartRefused.class).hasMessageContaining("connection.properties");
		Files.move(elsewhere, passwords);
	}

	private static List<String> askUntilAnswered(DurablePostgres postgres, String sql) throws InterruptedException, SQLException {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (true) {
			try {
				return ask(postgres, sql);
			} catch (SQLException e) {
				if (System.nanoTime() > end) {
					throw e;
				}
				Thread.onSpinWait();
			}
		}
	}

	static List<String> ask(DurablePostgres postgres, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(postgres.url(), DurablePostgres.OWNER, postgres.ownerPassword());
				Statement statement = connection.createStatement()) {
			List<String> answers = new ArrayList<>();
			if (statement.execute(sql)) {
				ResultSet rows = statement.getResultSet();
				while (rows.next()) {
					answers.add(rows.getString(1));
				}
			}
			return answers;
		}
	}

	/** An application that starts its database, commits, says the process number of the server, and waits to be killed. */
	static final class KilledApplication {

		public static void main(String[] args) throws Exception {
			DurablePostgres postgres = DurablePostgres.start(Path.of(args[0]), SETTINGS);
			ask(postgres, "create table committed_before_the_kill as select 'bewaard' as word");
			System.out.println(postgres.server().orElseThrow().pid());
			new CountDownLatch(1).await();
		}
	}
}
