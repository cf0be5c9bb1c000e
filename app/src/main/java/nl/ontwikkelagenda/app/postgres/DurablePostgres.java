package nl.ontwikkelagenda.app.postgres;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.console.Progress;
import nl.ontwikkelagenda.app.console.StartRefused;
import nl.ontwikkelagenda.app.file.Flush;
import nl.ontwikkelagenda.app.file.OwnerOnly;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL as a child of the application: its data stay in one directory, which one application at a time can use. A server that was left behind by
 * a killed application is stopped first; a server that dies while the application runs is started again.
 */
public final class DurablePostgres implements AutoCloseable {

	/** The account of the application: reads and inserts events, never changes them. */
	public static final String APPLICATION = "ontwikkelagenda_app";
	/** The account that owns the database and migrates it. */
	public static final String OWNER = "ontwikkelagenda_owner";

	private static final String SUPERUSER = "postgres";
	private static final String DATABASE = "ontwikkelagenda";
	private static final String MAJOR = "18";
	private static final int STARTS_AFTER_A_CRASH = 30;
	/** Between two attempts to get a server running again. */
	private static final Duration PAUSE = Duration.ofSeconds(5);

	private static final Logger log = LoggerFactory.getLogger(DurablePostgres.class);

	private final Path cluster;
	private final @Nullable FileLock lock;
	private final @Nullable PostgresBinaries binaries;
	private final ConnectionFile connection;
	private final CountDownLatch closing = new CountDownLatch(1);
	private final @Nullable Thread guard;

	/** Starts PostgreSQL on this directory, or uses the one that a running application has started on it. */
	public static DurablePostgres joinOrStart(Path directory, PostgresSettings settings) {
		Path absolute = directory.toAbsolutePath().normalize();
		try {
			FileLock lock = lock(absolute);
			return lock == null ? new DurablePostgres(absolute) : new DurablePostgres(absolute, settings, lock);
		} catch (IOException e) {
			throw unusable(absolute, e);
		}
	}

	/**
	 * Starts PostgreSQL on this directory, which is made when it is not there.
	 *
	 * @throws StartRefused when another application uses the directory, or PostgreSQL does not start on it
	 */
	public static DurablePostgres start(Path directory, PostgresSettings settings) {
		Path absolute = directory.toAbsolutePath().normalize();
		try {
			FileLock lock = lock(absolute);
			if (lock == null) {
				throw new StartRefused(StartRefused.IN_USE,
						"De gegevensmap " + absolute + " is al in gebruik door een andere Ontwikkelagenda; stop die eerst, of kies een andere map "
								+ "met --ontwikkelagenda.data-directory=MAP.");
			}
			return new DurablePostgres(absolute, settings, lock);
		} catch (IOException e) {
			throw unusable(absolute, e);
		}
	}

	private DurablePostgres(Path directory) throws IOException {
		cluster = directory.resolve("postgresql");
		lock = null;
		binaries = null;
		guard = null;
		connection = ConnectionFile.readFrom(directory);
	}

	private DurablePostgres(Path directory, PostgresSettings settings, FileLock lock) throws IOException {
		this.cluster = directory.resolve("postgresql");
		this.lock = lock;
		try {
			binaries = PostgresBinaries.unpackedIn(directory.resolve("postgresql-programs"), settings.version(), directory.resolve("postgresql-start.log"));
			boolean isNew = !Files.exists(cluster);
			if (!isNew && !ConnectionFile.existsIn(directory)) {
				throw new StartRefused(StartRefused.NO_DATABASE,
						"In " + directory + " ontbreekt connection.properties met de wachtwoorden van de database; zet dat bestand terug uit "
								+ "een reservekopie.");
			}
			connection = isNew ? ConnectionFile.withNewPasswords(freePort()) : ConnectionFile.readFrom(directory).withPort(freePort());
			connection.writeTo(directory);
			if (isNew) {
				createCluster(binaries, directory);
			}
			String major = Files.readString(cluster.resolve("PG_VERSION")).strip();
			if (!major.equals(MAJOR)) {
				throw new StartRefused(StartRefused.NO_DATABASE, "De gegevens in " + cluster + " zijn van PostgreSQL " + major + ", maar deze versie van Ontwikkelagenda gebruikt "
						+ "PostgreSQL " + MAJOR + "; zet ze eerst over met pg_upgrade.");
			}
			stopLeftBehind(binaries);
			Files.writeString(cluster.resolve("postgresql.conf"), settings.file(connection.port()));
			startServer(binaries);
			provision();
			guard = Thread.ofPlatform().daemon().name("postgres-guard").start(this::restartWhenItDies);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			release(lock);
			throw new StartRefused(StartRefused.NO_DATABASE, "Het starten is afgebroken.", e);
		} catch (SQLException e) {
			close();
			throw new StartRefused(StartRefused.NO_DATABASE, "PostgreSQL is gestart maar antwoordt niet: " + e.getMessage(), e);
		} catch (IOException | RuntimeException e) {
			release(lock);
			throw e;
		}
	}

	/** The data directory of the application. */
	public Path directory() {
		return requireNonNull(cluster.getParent());
	}

	public String url() {
		return "jdbc:postgresql://127.0.0.1:" + connection.port() + "/" + DATABASE;
	}

	public String ownerPassword() {
		return connection.ownerPassword();
	}

	public String applicationPassword() {
		return connection.applicationPassword();
	}

	/** The running server, when it runs. */
	public Optional<ProcessHandle> server() {
		try {
			Path file = pidFile();
			return Files.exists(file)
					? Files.readAllLines(file).stream().findFirst().flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip()))).filter(ProcessHandle::isAlive)
					: Optional.empty();
		} catch (NoSuchFileException e) {
			return Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Stops the server, when this is the application that started it: running statements are rolled back, everything committed is kept. */
	@Override
	public void close() {
		if (lock == null || binaries == null) {
			return;
		}
		closing.countDown();
		try (var _ = Progress.of("PostgreSQL wordt gestopt")) {
			if (guard != null) {
				guard.interrupt();
				guard.join();
			}
			if (server().isPresent() && !stop(binaries, "fast") && !stop(binaries, "immediate")) {
				log.warn("PostgreSQL stopt niet: {}", binaries.lastWords());
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (IOException e) {
			log.warn("PostgreSQL kan niet worden gestopt: {}", e.getMessage());
		} finally {
			release(lock);
		}
	}

	private void createCluster(PostgresBinaries binaries, Path directory) throws IOException, InterruptedException {
		Path unfinished = directory.resolve("postgresql-new");
		FileSystemUtils.deleteRecursively(unfinished);
		Path password = Files.createTempFile(directory, "password", "", OwnerOnly.file());
		try (var _ = Progress.of("De database wordt aangemaakt")) {
			Files.writeString(password, connection.superuserPassword());
			// the built-in collation never changes with a library; where Dutch order matters, queries ask for the ICU collation by name
			boolean created = binaries.run("initdb", "--pgdata=" + unfinished, "--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8",
					"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");
			if (!created) {
				throw new StartRefused(StartRefused.NO_DATABASE, "De database kan niet worden aangemaakt in " + directory + ": " + binaries.lastWords());
			}
		} finally {
			Files.delete(password);
		}
		Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
		Flush.names(directory);
	}

	/** After a killed application its server may still run; after a killed machine its process number may by now be somebody else's. */
	private void stopLeftBehind(PostgresBinaries binaries) throws IOException, InterruptedException {
		Optional<ProcessHandle> process = server();
		Optional<Path> program = process.flatMap(found -> found.info().command()).map(Path::of);
		if (program.isEmpty()) {
			return;
		}
		boolean ours = program.get().startsWith(cluster.resolveSibling("postgresql-programs").toRealPath());
		if (ours) {
			log.info("Een eerdere Ontwikkelagenda is afgebroken; haar PostgreSQL wordt eerst gestopt.");
			if (!stop(binaries, "fast") && !stop(binaries, "immediate")) {
				throw new StartRefused(StartRefused.NO_DATABASE, "De PostgreSQL van een afgebroken Ontwikkelagenda stopt niet: " + binaries.lastWords());
			}
		} else if (program.get().getFileName().toString().startsWith("postgres")) {
			throw new StartRefused(StartRefused.NO_DATABASE, "Op " + cluster + " draait een PostgreSQL die niet door Ontwikkelagenda is gestart; stop die eerst.");
		} else {
			Files.delete(pidFile());
		}
	}

	/** The children of a killed server may need a moment to go; until then a new one is refused. */
	private void startServer(PostgresBinaries binaries) throws IOException, InterruptedException {
		boolean crashed = Files.exists(pidFile());
		if (crashed && Files.size(pidFile()) == 0) {
			// a server that started on a full disk left it, and PostgreSQL refuses to guess whose it is; the lock of this directory tells that it is nobody's
			Files.delete(pidFile());
		}
		try (var _ = Progress.of(crashed ? "PostgreSQL herstelt zich" : "PostgreSQL wordt gestart")) {
			for (int attempt = 1; !binaries.run("pg_ctl", "start", "-D", cluster.toString(), "-s", "-w", "-t", "3600", "-l", serverLog().toString()); attempt++) {
				if (!crashed || attempt == STARTS_AFTER_A_CRASH || closing.await(1, TimeUnit.SECONDS)) {
					throw new StartRefused(StartRefused.NO_DATABASE, "PostgreSQL start niet; zie " + serverLog() + " en " + cluster.resolve("log") + ".");
				}
			}
		}
	}

	private boolean stop(PostgresBinaries binaries, String mode) throws IOException, InterruptedException {
		return binaries.run("pg_ctl", "stop", "-D", cluster.toString(), "-s", "-w", "-t", "30", "-m", mode);
	}

	private Path pidFile() {
		return cluster.resolve("postmaster.pid");
	}

	private Path serverLog() {
		return cluster.resolveSibling("postgresql.log");
	}

	private void provision() throws SQLException {
		try (Connection postgres = superuser(); Statement statement = postgres.createStatement()) {
			try (ResultSet found = statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
				if (found.next()) {
					return;
				}
			}
			statement.execute("drop role if exists " + OWNER);
			statement.execute("drop role if exists " + APPLICATION);
			statement.execute("create role " + OWNER + " login password '" + connection.ownerPassword() + "'");
			statement.execute("create role " + APPLICATION + " login password '" + connection.applicationPassword() + "'");
			// The owner hands the views' schema over to the application.
			statement.execute("grant " + APPLICATION + " to " + OWNER + " with inherit false, set true");
			statement.execute("create database " + DATABASE + " owner " + OWNER);
		}
	}

	private Connection superuser() throws SQLException {
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + connection.port() + "/postgres");
		dataSource.setUser(SUPERUSER);
		dataSource.setPassword(connection.superuserPassword());
		return dataSource.getConnection();
	}

	private void restartWhenItDies() {
		try {
			while (!closing.await(200, TimeUnit.MILLISECONDS)) {
				if (server().isEmpty() && binaries != null) {
					restart(binaries);
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** What stands in the way of a start, such as a full disk, may be gone at the next attempt. */
	private void restart(PostgresBinaries binaries) throws InterruptedException {
		log.warn("PostgreSQL is onverwacht gestopt en wordt opnieuw gestart.");
		try {
			startServer(binaries);
			log.info("PostgreSQL draait weer.");
		} catch (IOException | RuntimeException e) {
			log.error("PostgreSQL kan niet opnieuw worden gestart en wordt over {} seconden nog eens gestart. {}", PAUSE.toSeconds(), e.getMessage());
			closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private static @Nullable FileLock lock(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			Files.createDirectories(directory, OwnerOnly.directory());
		}
		FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			FileLock lock = channel.tryLock();
			if (lock == null) {
				channel.close();
			}
			return lock;
		} catch (OverlappingFileLockException e) {
			channel.close();
			return null;
		}
	}

	private static void release(FileLock lock) {
		try {
			lock.acquiredBy().close();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static StartRefused unusable(Path directory, IOException cause) {
		return new StartRefused(StartRefused.NO_DATABASE, "De gegevensmap " + directory + " is niet bruikbaar: " + cause.getMessage(), cause);
	}
}
