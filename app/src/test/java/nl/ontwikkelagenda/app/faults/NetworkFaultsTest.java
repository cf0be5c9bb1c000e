package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.TestDatabase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens between the application and its database: what was acknowledged is there once, and afterwards everything goes on by itself. */
@Tag("faults")
class NetworkFaultsTest {

	/** The views, the automations and the jobs have some of them, so that seven people share what is left. */
	private static final int FEW_CONNECTIONS = 8;
	private static final int CLIENTS = 6;
	private static final int SLOW_IN_MILLIS = 100;
	private static final int ANSWERS_TO_LOSE = 40;

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;

	/** What is done to the application while everybody works; ends when it is mended. */
	private interface Fault {

		void happen(Wire wire, Clients clients, TestDatabase database) throws Exception;
	}

	@Test
	void an_answer_that_is_lost_after_the_commit() throws Exception {
		run("answer lost after the commit", (wire, clients, database) -> {
			wire.loseAnswers(ANSWERS_TO_LOSE);
			clients.awaitProgress(20);
			assertThat(wire.lost()).isGreaterThanOrEqualTo(ANSWERS_TO_LOSE / 2);
		});
	}

	@Test
	void a_database_that_is_slow() throws Exception {
		run("every answer of the database 200 ms later, for 20 s", (wire, clients, database) -> {
			wire.delay(Duration.ofMillis(SLOW_IN_MILLIS));
			Thread.sleep(20_000);
		});
	}

	@Test
	void a_network_that_is_cut() throws Exception {
		run("network to the database cut three times, 5 s each", (wire, clients, database) -> {
			for (int i = 0; i < 3; i++) {
				wire.cut();
				Thread.sleep(5_000);
				wire.mend();
				clients.awaitProgress(2);
			}
		});
	}

	@Test
	void a_network_that_says_nothing_any_more() throws Exception {
		run("every connection to the database half-open: silent for ever, and nobody told", (wire, clients, database) -> wire.forgetConnections());
	}

	@Test
	void a_cable_to_another_host_that_is_cut() throws Exception {
		onAnotherHost("PostgreSQL on another host (a network namespace): packets vanish three times for 20 s, both ways", host -> {
			host.cut();
			Thread.sleep(20_000);
			host.mend();
		}, 3);
	}

	@Test
	void a_cable_to_another_host_that_carries_one_way_only() throws Exception {
		onAnotherHost("PostgreSQL on another host: for a minute nothing that is sent to it arrives, and nobody is told (half-open)", host -> {
			host.silence();
			Thread.sleep(60_000);
			host.mend();
		}, 1);
	}

	/** What is done to the network between both hosts. */
	private interface Break {

		void happen(OtherHost host) throws Exception;
	}

	private void onAnotherHost(String name, Break happens, int times) throws Exception {
		try (OtherHost host = new OtherHost(directory.resolve("postgresql"))) {
			TestDatabase database = TestDatabase.migratedAt(host.address(), host.port());
			run(name, database, database.port(), clients -> {
				for (int i = 0; i < times; i++) {
					happens.happen(host);
					clients.awaitProgress(2);
				}
			});
		}
	}

	@Test
	void a_table_that_nobody_gets_at() throws Exception {
		run("log locked by somebody else for 15 s, every connection taken", (wire, clients, database) -> {
			long before = clients.unavailable.get();
			try (Connection connection = database.owner().getConnection(); Statement statement = connection.createStatement()) {
				connection.setAutoCommit(false);
				statement.execute("lock table log.domain_event in access exclusive mode");
				Thread.sleep(15_000);
				connection.rollback();
			}
			assertThat(clients.unavailable.get()).as("refused for want of a connection").isGreaterThan(before);
		}, "--spring.datasource.hikari.maximum-pool-size=" + FEW_CONNECTIONS);
	}

	private void run(String name, Fault fault, String... settings) throws Exception {
		TestDatabase database = TestDatabase.migrated();
		try (Wire wire = new Wire(database.port())) {
			run(name, database, wire.port(), clients -> {
				fault.happen(wire, clients, database);
				wire.mend();
			}, settings);
		}
		database.drop();
	}

	/** What happens while everybody works; ends when it is mended. */
	private interface Course {

		void go(Clients clients) throws Exception;
	}

	private void run(String name, TestDatabase database, int port, Course course, String... settings) throws Exception {
		try (Installation installation = new Installation(directory, database.owner(), Stream.concat(Stream.of(settings),
				Stream.of("--spring.datasource.url=" + database.url(port), "--spring.datasource.username=" + TestDatabase.APPLICATION,
						"--spring.datasource.password=" + TestDatabase.APPLICATION, "--spring.flyway.url=" + database.url(), "--spring.flyway.user=postgres",
						"--spring.flyway.password=postgres"))
				.toArray(String[]::new))) {
			installation.start();
			installation.awaitReady();
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			clients.awaitProgress(3);
			course.go(clients);
			long mended = System.nanoTime();
			clients.awaitProgress(1);
			double seconds = (System.nanoTime() - mended) / 1e9;
			clients.awaitProgress(2);
			clients.close();
			assertThat(clients.faults).isEmpty();
			Checker.check(installation, clients);
			Reliability.record(name, "%s; %.1f s afterwards everybody got on".formatted(clients.figures(), seconds));
		}
	}
}
