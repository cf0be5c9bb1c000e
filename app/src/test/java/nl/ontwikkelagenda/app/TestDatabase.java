package nl.ontwikkelagenda.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new database in the one PostgreSQL of this test run, or in one elsewhere. */
public final class TestDatabase {

	/** The account of the application: reads and inserts events, never changes them. */
	public static final String APPLICATION = "ontwikkelagenda_app";

	private static final String ROLE = "create role " + APPLICATION + " login password '" + APPLICATION + "'";
	private static final AtomicInteger DATABASES = new AtomicInteger();
	private static final Server HERE = new Server("localhost", start().getPort());

	private final Server server;
	private final String name;

	private TestDatabase(Server server, String name) {
		this.server = server;
		this.name = name;
	}

	/** Where PostgreSQL is, without passwords. */
	private record Server(String host, int port) {

		void tell(String sql) {
			try (var connection = database("postgres").getConnection(); var statement = connection.createStatement()) {
				statement.execute(sql);
			} catch (SQLException e) {
				throw new IllegalStateException(e);
			}
		}

		/** As the superuser. */
		PGSimpleDataSource database(String name) {
			PGSimpleDataSource dataSource = new PGSimpleDataSource();
			dataSource.setUrl("jdbc:postgresql://" + host + ":" + port + "/" + name);
			dataSource.setUser("postgres");
			return dataSource;
		}
	}

	/** A new database with nothing in it. */
	public static TestDatabase empty() {
		return empty(HERE);
	}

	private static TestDatabase empty(Server server) {
		TestDatabase database = new TestDatabase(server, "test_" + DATABASES.incrementAndGet());
		server.tell("create database " + database.name);
		return database;
	}

	/** In a PostgreSQL elsewhere, on which nothing is yet. */
	public static TestDatabase migratedAt(String host, int port) {
		Server server = new Server(host, port);
		server.tell(ROLE);
		return empty(server).at("latest");
	}

	public static TestDatabase migrated() {
		return Migrated.ONCE.asAnotherInstallation();
	}

	private static final class Migrated {
		private static final TestDatabase ONCE = migratedTo("latest");
	}

	/** One as it was at this version of the schema. */
	public static TestDatabase migratedTo(String version) {
		return empty().at(version);
	}

	private TestDatabase at(String version) {
		Flyway.configure().dataSource(owner()).placeholders(Map.of("application", APPLICATION)).target(version).load().migrate();
		return this;
	}

	/** A new database with all that is in this one; nobody may be connected to it now. */
	public TestDatabase copy() {
		TestDatabase copy = new TestDatabase(server, "test_" + DATABASES.incrementAndGet());
		server.tell("create database " + copy.name + " template " + name);
		return copy;
	}

	/** As {@link #copy}, but of an installation with a ledger of its own. */
	public TestDatabase asAnotherInstallation() {
		TestDatabase other = copy();
		JdbcClient.create(other.owner()).sql("update ledger.identity set id = gen_random_uuid()").update();
		return other;
	}

	public void drop() {
		server.tell("drop database " + name + " with (force)");
	}

	/** Connections of the application's own account. */
	public DataSource application() {
		PGSimpleDataSource dataSource = server.database(name);
		dataSource.setUser(APPLICATION);
		dataSource.setPassword(APPLICATION);
		return dataSource;
	}

	/** Connections of the owner of the schema, who may do anything. */
	public DataSource owner() {
		return server.database(name);
	}

	public String url() {
		return url(port());
	}

	/** The same by way of another port that leads there. */
	public String url(int port) {
		return "jdbc:postgresql://" + server.host + ":" + port + "/" + name;
	}

	/** Of PostgreSQL, where it is. */
	public int port() {
		return server.port;
	}

	/** A PostgreSQL of a test's own, for which is waited as long as one takes on a machine that is busy. */
	public static EmbeddedPostgres.Builder another() {
		return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1));
	}

	private static EmbeddedPostgres start() {
		try {
			Path data = Files.createTempDirectory("postgres");
			// the files of a hundred databases are removed when nobody waits for it any more
			// to look after a hundred databases every minute takes more than the tests gain by it
			EmbeddedPostgres postgres = another().setServerConfig("max_prepared_transactions", "0").setServerConfig("autovacuum_naptime", "10min").setDataDirectory(data)
					.setCleanDataDirectory(false).setRegisterShutdownHook(false).start();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, data)));
			try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
				statement.execute(ROLE);
			}
			return postgres;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void end(EmbeddedPostgres postgres, Path data) {
		try {
			postgres.close();
			new ProcessBuilder("rm", "-rf", data.toString()).start();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
