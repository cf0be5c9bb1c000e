package nl.ontwikkelagenda.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new database in the one PostgreSQL of this test run. */
public final class TestDatabase {

	/** The account of the application: reads and inserts events, never changes them. */
	public static final String APPLICATION = "ontwikkelagenda_app";

	private static final AtomicInteger DATABASES = new AtomicInteger();
	private static final EmbeddedPostgres POSTGRES = start();

	private final String name;

	private TestDatabase(String name) {
		this.name = name;
	}

	/** A new database with nothing in it. */
	public static TestDatabase empty() {
		TestDatabase database = new TestDatabase("test_" + DATABASES.incrementAndGet());
		asSuperuser("create database " + database.name);
		return database;
	}

	public static TestDatabase migrated() {
		return Migrated.ONCE.asAnotherInstallation();
	}

	private static final class Migrated {
		private static final TestDatabase ONCE = migratedTo("latest");
	}

	/** One as it was at this version of the schema. */
	public static TestDatabase migratedTo(String version) {
		TestDatabase database = empty();
		Flyway.configure().dataSource(database.owner()).placeholders(Map.of("application", APPLICATION)).target(version).load().migrate();
		return database;
	}

	/** A new database with all that is in this one; nobody may be connected to it now. */
	public TestDatabase copy() {
		TestDatabase copy = new TestDatabase("test_" + DATABASES.incrementAndGet());
		asSuperuser("create database " + copy.name + " template " + name);
		return copy;
	}

	/** As {@link #copy}, but of an installation with a ledger of its own. */
	public TestDatabase asAnotherInstallation() {
		TestDatabase other = copy();
		JdbcClient.create(other.owner()).sql("update ledger.identity set id = gen_random_uuid()").update();
		return other;
	}

	public void drop() {
		asSuperuser("drop database " + name + " with (force)");
	}

	private static void asSuperuser(String sql) {
		try (var connection = POSTGRES.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.execute(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Connections of the application's own account. */
	public DataSource application() {
		PGSimpleDataSource dataSource = dataSource();
		dataSource.setUser(APPLICATION);
		dataSource.setPassword(APPLICATION);
		return dataSource;
	}

	/** Connections of the owner of the schema, who may do anything. */
	public DataSource owner() {
		PGSimpleDataSource dataSource = dataSource();
		dataSource.setUser("postgres");
		return dataSource;
	}

	public String url() {
		return url(port());
	}

	/** The same by way of another port that leads there. */
	public String url(int port) {
		return "jdbc:postgresql://localhost:" + port + "/" + name;
	}

	/** Of PostgreSQL, on this machine. */
	public int port() {
		return POSTGRES.getPort();
	}

	private PGSimpleDataSource dataSource() {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl(url());
		return dataSource;
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("max_prepared_transactions", "0").start();
			try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
				statement.execute("create role " + APPLICATION + " login password '" + APPLICATION + "'");
			}
			return postgres;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}
}
