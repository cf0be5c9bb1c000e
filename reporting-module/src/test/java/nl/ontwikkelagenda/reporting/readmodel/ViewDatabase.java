package nl.ontwikkelagenda.reporting.readmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A new database with the tables of the views, in the one PostgreSQL of this test run. */
final class ViewDatabase implements AutoCloseable {

	private static final String APPLICATION = "views_app";
	private static final AtomicInteger DATABASES = new AtomicInteger();
	private static final EmbeddedPostgres POSTGRES = start();

	private final String name = "views_" + DATABASES.incrementAndGet();
	private final HikariDataSource application = new HikariDataSource();

	ViewDatabase() {
		this("latest");
	}

	/** @param version that its tables have; {@code latest} for that of today */
	ViewDatabase(String version) {
		create(name, version.equals("latest") ? " template " + Migrated.NAME : "");
		migrate(version);
		application.setDataSource(dataSource(name, APPLICATION));
		application.setMinimumIdle(0);
		application.setMaximumPoolSize(20);
	}

	@Override
	public void close() {
		application.close();
	}

	/** Copying takes a fraction of the time of migrating. */
	private static final class Migrated {
		private static final String NAME = migrated("views");

		private static String migrated(String name) {
			create(name, "");
			flyway(name, "latest").migrate();
			return name;
		}
	}

	private static Flyway flyway(String name, String version) {
		return Flyway.configure().dataSource(dataSource(name, "postgres")).placeholders(Map.of("application", APPLICATION)).target(version)
				.configuration(Map.of("flyway.postgresql.transactional.lock", "false")).load();
	}

	/** Brings the tables to a version. */
	void migrate(String version) {
		flyway(name, version).migrate();
	}

	private static void create(String name, String how) {
		try (var connection = POSTGRES.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.execute("create database " + name + how);
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Connections of the application's own account. */
	DataSource application() {
		return application;
	}

	/** Seconds of processor time that PostgreSQL has used since it was started. */
	static double postgresSeconds() {
		ProcessHandle postmaster;
		try (var connection = POSTGRES.getPostgresDatabase().getConnection();
				var statement = connection.createStatement();
				var row = statement.executeQuery("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint")) {
			row.next();
			postmaster = ProcessHandle.of(row.getLong(1)).orElseThrow();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
		long ticks = ticks(postmaster.pid(), 13, 17);
		for (ProcessHandle backend : postmaster.children().toList()) {
			ticks += ticks(backend.pid(), 13, 15);
		}
		return ticks / 100.0;
	}

	private static long ticks(long pid, int first, int end) {
		try {
			String stat = java.nio.file.Files.readString(java.nio.file.Path.of("/proc", Long.toString(pid), "stat"));
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			long sum = 0;
			for (int i = first; i < end; i++) {
				sum += Long.parseLong(fields[i - 2]);
			}
			return sum;
		} catch (IOException e) {
			return 0;
		}
	}

	/** As who may do everything in the whole of PostgreSQL. */
	void administer(String sql) {
		try (var connection = POSTGRES.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.execute(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	String name() {
		return name;
	}

	void execute(String sql) {
		try (var connection = application().getConnection(); var statement = connection.createStatement()) {
			statement.execute(sql);
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	/** Every row as its columns joined by a bar. */
	List<String> rows(String sql) {
		try (var connection = application().getConnection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
			List<String> all = new ArrayList<>();
			while (rows.next()) {
				StringBuilder row = new StringBuilder();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					row.append(i == 1 ? "" : "|").append(rows.getString(i));
				}
				all.add(row.toString());
			}
			return all;
		} catch (SQLException e) {
			throw new IllegalStateException(sql, e);
		}
	}

	private static DataSource dataSource(String name, String user) {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://localhost:" + POSTGRES.getPort() + "/" + name);
		dataSource.setUser(user);
		dataSource.setPassword(user);
		return dataSource;
	}

	private static EmbeddedPostgres start() {
		try {
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).setLocaleConfig("locale", "C.UTF-8").start();
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
