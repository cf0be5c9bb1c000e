package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import nl.ontwikkelagenda.app.Ontwikkelagenda;
import nl.ontwikkelagenda.app.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application in a process of its own, with its own durable PostgreSQL, as somebody would run it; and ways to kill either. */
final class Installation implements AutoCloseable {

	/** For a start, a command, or one thing to be acknowledged; more on a machine that is busy with something else. */
	static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("faults.patience", 180));
	private static final String UNFORESEEN = "Unforeseen failure";

	private final Path directory;
	private final Path output;
	private final @Nullable DataSource database;
	private final List<String> settings;
	private final Map<String, String> environment = new HashMap<>();
	private @Nullable Release release;
	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build();
	private volatile int port;
	private @Nullable Process process;

	/**
	 * With the PostgreSQL that comes with it.
	 *
	 * @param directory gets the data and what the application prints
	 */
	Installation(Path directory, String... settings) {
		this(directory, null, settings);
	}

	/** With a database of one's own, where {@code database} has all rights. */
	Installation(Path directory, @Nullable DataSource database, String... settings) {
		this.directory = data(directory);
		this.output = directory.resolve("output.txt");
		this.database = database;
		this.settings = List.of(settings);
	}

	/** With the database that several share, and with the keys and the published checkpoints that they share. */
	static Installation of(TestDatabase database, Path shared, Path own, String... more) {
		return new Installation(own, database.owner(),
				Stream.concat(Stream.of(more), Stream.of("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + TestDatabase.APPLICATION,
						"--spring.datasource.password=" + TestDatabase.APPLICATION, "--spring.flyway.url=" + database.url(), "--spring.flyway.user=postgres",
						"--spring.flyway.password=postgres", "--ontwikkelagenda.keys-directory=" + shared.resolve("keys"),
						"--ontwikkelagenda.audit.directory=" + shared.resolve("ledger")))
						.toArray(String[]::new));
	}

	/** The directory of its data. */
	static Path data(Path directory) {
		return directory.resolve("data");
	}

	/** The clock of the application is another than that of this machine, from its next start. */
	void withClock(FakeClock clock) {
		environment.putAll(clock.environment());
	}

	/** From its next start it is another release of the application; null for this one. */
	void withRelease(@Nullable Release other) {
		release = other;
	}

	/** Starts the application and does not wait for it. */
	void start() throws IOException {
		port = freePort();
		process = java(output, Stream.concat(Stream.of("--server.port=" + port), settings().stream()).toArray(String[]::new));
	}

	/** The address at which it was last started; nobody may be there. */
	URI address(String path) {
		return URI.create("http://127.0.0.1:" + port + path);
	}

	void awaitReady() throws IOException, InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!isReady()) {
			assertThat(running().isAlive()).as("the application runs; it said: %s", output()).isTrue();
			assertThat(System.nanoTime()).as("ready in time; it said: %s", output()).isLessThan(end);
			Thread.sleep(100);
		}
	}

	private boolean isReady() throws InterruptedException {
		try {
			return http.send(HttpRequest.newBuilder(address("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
		} catch (IOException e) {
			return false;
		}
	}

	/** What time it is there, in whole seconds. */
	Instant clock() throws IOException, InterruptedException {
		HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(address("/actuator/health/readiness")).timeout(Duration.ofSeconds(60)).build(), BodyHandlers.discarding());
		return ZonedDateTime.parse(answer.headers().firstValue("Date").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
	}

	/** The application stands still, as when its machine is paused. */
	void pause() throws IOException, InterruptedException {
		signal("STOP");
	}

	void resume() throws IOException, InterruptedException {
		signal("CONT");
	}

	private void signal(String name) throws IOException, InterruptedException {
		assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(running().pid())).start().waitFor()).isZero();
	}

	void killApplication() throws InterruptedException {
		running().destroyForcibly().waitFor();
	}

	/** Application and PostgreSQL are gone at the same moment, and what is on the disk is what they made sure of; starts the application again and does not wait for it. */
	void cutPower(Disk disk) throws IOException, InterruptedException {
		List<ProcessHandle> all = new ArrayList<>(List.of(running().toHandle()));
		postgres().ifPresent(first -> {
			all.add(first);
			first.descendants().forEach(all::add);
		});
		disk.cut();
		all.forEach(ProcessHandle::destroyForcibly);
		for (ProcessHandle process : all) {
			process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
		}
		disk.powerUp();
		start();
	}

	/** Kills the first process of PostgreSQL, which leaves its children to find out; false when it does not run. */
	boolean killPostgres() throws IOException {
		return postgres().map(ProcessHandle::destroyForcibly).orElse(false);
	}

	/** Kills the process of PostgreSQL that serves one of the application's connections, one at work if there is; false when there is none or nobody answers. */
	boolean killBackend() throws IOException {
		try {
			return database().sql("select pid from pg_stat_activity where usename = 'ontwikkelagenda_app' order by state = 'idle', random() limit 1").query(Long.class).optional()
					.flatMap(ProcessHandle::of).map(ProcessHandle::destroyForcibly).orElse(false);
		} catch (RuntimeException e) {
			return false;
		}
	}

	Optional<ProcessHandle> postgres() throws IOException {
		Path file = directory.resolve("postgresql/postmaster.pid");
		return Files.exists(file) ? Files.readAllLines(file).stream().findFirst().map(String::strip).flatMap(pid -> ProcessHandle.of(Long.parseLong(pid))) : Optional.empty();
	}

	/** The database with all rights, beside the application. */
	JdbcClient database() throws IOException {
		if (database != null) {
			return JdbcClient.create(database);
		}
		Properties connection = new Properties();
		try (var reader = Files.newBufferedReader(directory.resolve("connection.properties"))) {
			connection.load(reader);
		}
		PGSimpleDataSource dataSource = new PGSimpleDataSource();
		dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + connection.getProperty("port") + "/ontwikkelagenda");
		dataSource.setUser("postgres");
		dataSource.setPassword(connection.getProperty("superuser"));
		dataSource.setConnectTimeout(5);
		return JdbcClient.create(dataSource);
	}

	/** How many events are committed; 0 while there is no database. */
	long events() throws IOException {
		try {
			return database().sql("select count(*) from log.domain_event").query(Long.class).single();
		} catch (IOException | RuntimeException e) {
			return 0;
		}
	}

	/** Compares every view with the log, as somebody would do it from the command line; fails when there is a difference. */
	void check() throws IOException, InterruptedException {
		assertThat(command("check")).contains(" 0 verschillen");
	}

	/** Compares the log with the ledger and with the checkpoints outside the database. */
	void checkLedger() throws IOException, InterruptedException {
		command("check-ledger");
	}

	/** Writes a backup, beside the application or without it. */
	void backup(Path file) throws IOException, InterruptedException {
		command("backup", 0, file.toString());
	}

	/** Puts a backup back where nothing is yet. */
	void restore(Path file) throws IOException, InterruptedException {
		command("restore", 0, file.toString());
	}

	/** The same where something is wrong; answers what it says. */
	String checkLedgerThatIsBroken() throws IOException, InterruptedException {
		return command("check-ledger", 1);
	}

	/** What a command says that succeeds. */
	String command(String name, String... arguments) throws IOException, InterruptedException {
		return command(name, 0, arguments);
	}

	/** What a command says that ends with this code. */
	String command(String name, int exitCode, String... arguments) throws IOException, InterruptedException {
		Path said = output.resolveSibling(name + ".txt");
		Files.deleteIfExists(said);
		Process command = java(said, Stream.of(Stream.of(name), Arrays.stream(arguments), settings().stream()).flatMap(each -> each).toArray(String[]::new));
		assertThat(command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(name + " ends").isTrue();
		assertThat(command.exitValue()).as(Files.readString(said)).isEqualTo(exitCode);
		return Files.readString(said);
	}

	private List<String> settings() {
		return Stream
				.of(Stream.of("--ontwikkelagenda.demo=true", "--ontwikkelagenda.data-directory=" + directory), Outside.settings().filter(usual -> !isSet(usual)), settings.stream())
				.flatMap(each -> each)
				.toList();
	}

	/** Whether this installation has a setting of its own for it. */
	private boolean isSet(String usual) {
		String name = usual.substring(0, usual.indexOf('=') + 1);
		return settings.stream().anyMatch(setting -> setting.startsWith(name));
	}

	/** Asks the application to stop, as the system does that it runs on, and its PostgreSQL must be gone with it. */
	void stop() throws IOException, InterruptedException {
		stop("TERM");
	}

	/** The same as who presses Ctrl-C. */
	void interrupt() throws IOException, InterruptedException {
		stop("INT");
	}

	private void stop(String signal) throws IOException, InterruptedException {
		signal(signal);
		assertThat(running().waitFor(60, TimeUnit.SECONDS)).as("stops when asked; it said: %s", output()).isTrue();
		assertThat(postgres()).isEmpty();
	}

	/** What the application printed about answers that are a 500. */
	List<String> unforeseen() throws IOException {
		List<String> lines = Files.readAllLines(output);
		List<String> found = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains(UNFORESEEN)) {
				found.add(String.join("\n", lines.subList(i, Math.min(i + 60, lines.size()))));
			}
		}
		return found;
	}

	/** The end of what the application printed. */
	String output() throws IOException {
		String all = Files.readString(output);
		return all.substring(Math.max(0, all.length() - 6_000));
	}

	@Override
	public void close() throws IOException, InterruptedException {
		if (process != null) {
			process.destroyForcibly().waitFor();
		}
		Optional<ProcessHandle> left = postgres();
		if (left.isPresent()) {
			List<ProcessHandle> children = left.get().children().toList();
			left.get().destroyForcibly();
			for (ProcessHandle child : children) {
				child.destroyForcibly();
				child.onExit().orTimeout(10, TimeUnit.SECONDS).join();
			}
		}
	}

	private Process running() {
		if (process == null) {
			throw new IllegalStateException("Not started");
		}
		return process;
	}

	private Process java(Path output, String... arguments) throws IOException {
		String tests = File.separator + "test-classes";
		Stream<String> usual = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
				.filter(entry -> !entry.endsWith(tests));
		String classPath = Stream.concat(Stream.ofNullable(release).map(changed -> changed.classes().toString()), usual).collect(Collectors.joining(File.pathSeparator));
		// Starting fast matters more here than running fast.
		List<String> command = new ArrayList<>(
				// a run of tests in the background ignores Ctrl-C, and so would what it starts
				List.of("env", "--default-signal=INT", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
						"-Xmx384m",
						"--enable-native-access=ALL-UNNAMED", "-cp", classPath, Ontwikkelagenda.class.getName()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
		builder.environment().putAll(environment);
		return builder.start();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}
}
