package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Another host with a PostgreSQL, as far as the network goes: a network namespace with one cable to here, from which packets can vanish without anybody being told. */
final class OtherHost implements AutoCloseable {

	private static final String NAME = "ontwikkelagenda";
	private static final String CABLE = "agenda-here";
	private static final String CABLE_THERE = "agenda-there";
	private static final String HERE = "10.77.77.1";
	private static final String THERE = "10.77.77.2";
	private static final String NETWORK = "/24";
	/** Of nobody: who sends there is not heard. */
	private static final String NOBODY = "02:00:00:00:00:99";

	private final EmbeddedPostgres postgres;

	/**
	 * Makes it, or skips the test where that is not allowed.
	 *
	 * @param directory gets the data of PostgreSQL
	 */
	OtherHost(Path directory) throws Exception {
		// of a run that was broken off
		Machine.did("ip", "link", "del", CABLE);
		Machine.did("ip", "netns", "del", NAME);
		assumeTrue(Machine.did("ip", "netns", "add", NAME), "skipped: needs the right to make a network namespace (ip netns)");
		ip("link", "add", CABLE, "type", "veth", "peer", "name", CABLE_THERE, "netns", NAME);
		ip("addr", "add", HERE + NETWORK, "dev", CABLE);
		ip("link", "set", CABLE, "up");
		ip("-n", NAME, "addr", "add", THERE + NETWORK, "dev", CABLE_THERE);
		ip("-n", NAME, "link", "set", CABLE_THERE, "up");
		ip("-n", NAME, "link", "set", "lo", "up");
		CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
		Thread.ofPlatform().start(() -> {
			try {
				Native.enterNetwork(Path.of("/run/netns", NAME));
				started.complete(start(directory));
			} catch (Exception | AssertionError e) {
				started.completeExceptionally(e);
			}
		});
		postgres = started.get(Installation.PATIENCE.toSeconds(), TimeUnit.SECONDS);
	}

	private static EmbeddedPostgres start(Path directory) throws Exception {
		EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(Installation.PATIENCE).setDataDirectory(directory)
				.setServerConfig("listen_addresses", "127.0.0.1," + THERE)
				.setServerConfig("max_prepared_transactions", "0").start();
		Files.writeString(directory.resolve("pg_hba.conf"), "host all all " + HERE + "/32 trust\n", StandardOpenOption.APPEND);
		try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
			statement.execute("select pg_reload_conf()");
		}
		return postgres;
	}

	String address() {
		return THERE;
	}

	int port() {
		return postgres.getPort();
	}

	/** From now on nothing comes across, either way. */
	void cut() throws InterruptedException {
		silence();
		ip("-n", NAME, "neigh", "replace", HERE, "lladdr", NOBODY, "dev", CABLE_THERE, "nud", "permanent");
	}

	/** From now on nothing that is sent from here comes there. */
	void silence() throws InterruptedException {
		ip("neigh", "replace", THERE, "lladdr", NOBODY, "dev", CABLE, "nud", "permanent");
	}

	void mend() throws InterruptedException {
		Machine.did("ip", "neigh", "del", THERE, "dev", CABLE);
		Machine.did("ip", "-n", NAME, "neigh", "del", HERE, "dev", CABLE_THERE);
	}

	@Override
	public void close() throws Exception {
		postgres.close();
		// a namespace goes when its last process has gone, and its cable with it
		ip("link", "del", CABLE);
		ip("netns", "del", NAME);
	}

	private static void ip(String... arguments) throws InterruptedException {
		String[] command = new String[arguments.length + 1];
		command[0] = "ip";
		System.arraycopy(arguments, 0, command, 1, arguments.length);
		assertThat(Machine.did(command)).as(String.join(" ", command)).isTrue();
	}
}
