package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the machine does to the application and its PostgreSQL: what was acknowledged is there once, and afterwards everything goes on by itself. */
@Tag("faults")
class MachineFaultsTest {

	private static final int CLIENTS = 6;
	private static final int DISK_IN_MEGABYTES = 600;
	private static final int CUTS = Integer.getInteger("faults.cuts", 20);
	private static final int MEGABYTE = 1 << 20;
	private static final double LATEST_JOB_IN_SECONDS = 20;
	private static final int FAILED_WRITES = 3;
	private static final int LONGEST_WAIT_IN_SECONDS = 60;

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;

	/** What is done to the application while everybody works; ends when it is mended. */
	private interface Fault {

		void happen(Installation installation, Clients clients) throws Exception;
	}

	@Test
	void a_disk_that_is_full_and_freed() throws Exception {
		Path disk = Files.createDirectories(directory.resolve("disk"));
		assumeTrue(Machine.did("mount", "-t", "tmpfs", "-o", "size=" + DISK_IN_MEGABYTES + "m", "tmpfs", disk.toString()), "skipped: needs the right to mount a file system");
		try {
			run("disk full for 20 s, then freed", new Installation(disk), (installation, clients) -> {
				Path ballast = disk.resolve("ballast");
				long before = clients.unavailable.get();
				fill(ballast);
				Thread.sleep(20_000);
				assertThat(clients.unavailable.get()).as("refused for want of room").isGreaterThan(before);
				Files.delete(ballast);
			});
		} finally {
			assertThat(Machine.did("umount", disk.toString())).isTrue();
		}
	}

	@Test
	void a_disk_that_says_that_it_could_not_keep_what_was_written() throws Exception {
		assumeTrue(Machine.did("strace", "--version"), "skipped: needs strace");
		run("a write to disk of PostgreSQL that fails, three times", new Installation(directory), (installation, clients) -> {
			for (int failure = 0; failure < FAILED_WRITES; failure++) {
				Process strace = new ProcessBuilder(failingWrites(installation)).redirectErrorStream(true).redirectOutput(directory.resolve("strace.txt").toFile()).start();
				// PostgreSQL trusts no process after that, ends them all and starts new ones, to which nothing happens
				assertThat(strace.waitFor(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS)).as("PostgreSQL stops at a write that failed").isTrue();
				clients.awaitProgress(2);
			}
		});
	}

	/** System property: {@code faults.cuts}; takes some 20 s for each. */
	@Test
	void a_power_that_is_cut() throws Exception {
		Path data = Files.createDirectories(Installation.data(directory));
		Random random = new Random(20180924);
		try (Disk disk = new Disk(directory, data, 2 * DISK_IN_MEGABYTES)) {
			run("power cut, %d times: whatever was not flushed to the disk is lost".formatted(CUTS), new Installation(directory), (installation, clients) -> {
				for (int cut = 0; cut < CUTS; cut++) {
					Thread.sleep(random.nextInt(2_000));
					Path notFlushed = data.resolve("not-flushed-" + cut);
					Files.writeString(notFlushed, "Dit is er zo niet meer.");
					installation.cutPower(disk);
					assertThat(!Files.exists(notFlushed) || Files.size(notFlushed) == 0).as("what was not flushed is lost").isTrue();
					clients.awaitProgress(2);
					clients.askAgain();
				}
			});
		}
	}

	@Test
	void a_machine_that_is_lost_but_for_a_backup() throws Exception {
		String keys = "--ontwikkelagenda.keys-directory=" + directory.resolve("keys");
		Path backup = directory.resolve("backup.zip");
		try (Installation lost = new Installation(Files.createDirectories(directory.resolve("lost")), keys);
				Installation next = new Installation(Files.createDirectories(directory.resolve("next")), keys)) {
			lost.start();
			lost.awaitReady();
			Clients clients = new Clients(lost, CLIENTS);
			clients.begin();
			clients.awaitProgress(20);
			Map<String, Integer> before = Map.copyOf(clients.acknowledged);
			lost.backup(backup);
			int after = clients.acknowledged.size();
			clients.awaitProgress(2);
			clients.close();
			assertThat(clients.faults).isEmpty();
			assertThat(lost.unforeseen()).isEmpty();
			lost.close();
			next.restore(backup);
			next.start();
			next.awaitReady();
			Checker.checkRestored(next, clients, before);
			Reliability.record("machine lost, and a backup put back that was made while everybody worked",
					"all %d facts that were acknowledged before it was begun are there, each once, %d were acknowledged while it was made and %d after it; read models and ledger are right"
							.formatted(before.size(), after - before.size(), clients.acknowledged.size() - after));
			next.stop();
		}
	}

	@Test
	void a_clock_that_jumps() throws Exception {
		FakeClock.assumePossible();
		FakeClock clock = new FakeClock(directory.resolve("clock"), Duration.ZERO);
		Installation installation = new Installation(directory);
		installation.withClock(clock);
		run("the clock jumps an hour ahead, back, a day back, and right again", installation, (there, clients) -> {
			for (Duration offset : List.of(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(-1), Duration.ZERO)) {
				if (offset.isNegative()) {
					clients.beforeItAll(true);
				}
				clock.jump(offset);
				Thread.sleep(20_000);
				assertThat(installation.clock()).as("its clock").isCloseTo(Instant.now().plus(offset), within(5, ChronoUnit.SECONDS));
				clients.awaitProgress(5);
			}
			clients.beforeItAll(false);
			assertThat(secondsUntilSealed(there)).as("jobs are not planned by a clock that was ahead").isLessThan(LATEST_JOB_IN_SECONDS);
		});
	}

	/** Until the ledger, which a job keeps, holds all that is recorded now. */
	private static double secondsUntilSealed(Installation installation) throws Exception {
		JdbcClient database = installation.database();
		long began = System.nanoTime();
		long recorded = database.sql("select max(global_index) from log.domain_event").query(Long.class).single();
		while (database.sql("select max(global_index) from ledger.leaf").query(Long.class).single() < recorded) {
			assertThat(System.nanoTime() - began).as("sealed").isLessThan(Installation.PATIENCE.toNanos());
			Thread.sleep(100);
		}
		return (System.nanoTime() - began) / 1e9;
	}

	private void run(String name, Installation made, Fault fault) throws Exception {
		try (Installation installation = made) {
			installation.start();
			installation.awaitReady();
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			clients.awaitProgress(3);
			fault.happen(installation, clients);
			long mended = System.nanoTime();
			clients.awaitProgress(1);
			double seconds = (System.nanoTime() - mended) / 1e9;
			clients.awaitProgress(2);
			clients.close();
			assertThat(clients.faults).isEmpty();
			Checker.check(installation, clients);
			Reliability.record(name, "%s; %.1f s afterwards everybody got on".formatted(clients.figures(), seconds));
			installation.stop();
		}
	}

	/** The command by which every fourth write to disk of each process that PostgreSQL has now fails, until they have ended. */
	private static List<String> failingWrites(Installation installation) throws IOException {
		List<String> command = new ArrayList<>(
				List.of("strace", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO:when=4+4"));
		for (ProcessHandle child : installation.postgres().orElseThrow().children().toList()) {
			// who writes the messages down is the one that is not ended
			if (!Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline")).startsWith("postgres: logger")) {
				command.addAll(List.of("-p", Long.toString(child.pid())));
			}
		}
		return command;
	}

	/** Writes until nothing more fits. */
	private static void fill(Path file) throws IOException {
		FileStore disk = Files.getFileStore(file.getParent());
		byte[] block = new byte[MEGABYTE];
		try (var out = Files.newOutputStream(file)) {
			while (disk.getUsableSpace() > 0) {
				out.write(block, 0, (int) Math.min(block.length, disk.getUsableSpace()));
				out.flush();
			}
		} catch (IOException e) {
			// somebody else took the last of it
			assertThat(disk.getUsableSpace()).isLessThan(MEGABYTE);
		}
	}
}
