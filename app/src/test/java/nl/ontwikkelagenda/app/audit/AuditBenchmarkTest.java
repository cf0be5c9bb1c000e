package nl.ontwikkelagenda.app.audit;

import static nl.ontwikkelagenda.app.benchmark.Report.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.audit.LedgerChecker.Verdict;
import nl.ontwikkelagenda.app.benchmark.BulkLog;
import nl.ontwikkelagenda.app.benchmark.Report;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.store.EventTypes;
import nl.ontwikkelagenda.reporting.audit.BundleVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How fast the log is sealed, checked and verified, and how small a proof is, on 1,000,000 events as years of meetings make them; writes {@code docs/benchmark-audit.md}. */
@Tag("benchmark")
class AuditBenchmarkTest {

	private static final int EVENTS = Integer.getInteger("benchmark.audit.events", 1_000_000);
	private static final int PROOFS = 1_000;
	private static final int WRITERS = 16;
	private static final double WRITING = 20;
	private static final double MOST_SECONDS = 60;
	private static final double MOST_BYTES = 4_096;
	private static final double MOST_LAG = 2;
	private static final int BEYOND_APPLICATION = 3_000;
	private static final double NANOS = 1e9;

	private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

	@TempDir private static Path directory;

	private final Report report = new Report();

	@Test
	@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void sealingKeepsUpAndVerifyingTakesLessThanAMinute() throws Exception {
		TestDatabase database = TestDatabase.migrated();
		BulkLog log = new BulkLog(new EventSerializer(EventTypes.scan()));
		try (Connection owner = database.owner().getConnection()) {
			log.writeUpTo(EVENTS, owner);
			owner.createStatement().execute("vacuum analyze");
		}
		try (LedgerFixture instance = new LedgerFixture(database, directory)) {
			report.table("what", "seconds", "events per second", "processor seconds of this program");
			double seal = measured("seal a log that was never sealed", log.facts(), () -> instance.sealer().run());
			double check = measured("check the log and its ledger against what was published", log.facts(),
					() -> assertThat(instance.checker().check()).isInstanceOfSatisfying(Verdict.Sound.class, sound -> assertThat(sound.events()).isEqualTo(log.facts())));
			List<Path> bundles = new ArrayList<>();
			measured("write bundles of everything, one for each of %d partnerships".formatted(log.partnerships().size()), log.facts(), () -> {
				for (PartnershipId partnership : log.partnerships()) {
					bundles.add(bundle(instance, partnership));
				}
			});
			double verify = measured("verify these bundles, without database and network", log.facts(), () -> assertThat(verified(instance, bundles)).isEqualTo(log.facts()));
			report.goal("1,000,000 events verified in under 60 s", "%s s for %,d".formatted(number(verify), log.facts()), verify * 1_000_000 / log.facts() < MOST_SECONDS);
			report.goal("the log of 1,000,000 events checked in under 60 s", "%s s for %,d".formatted(number(check), log.facts()), check * 1_000_000 / log.facts() < MOST_SECONDS);
			proofs(instance);
			whileOthersAppend(instance, log.facts() / seal);
		}
		report.writeTo(Path.of("..", "docs", "benchmark-audit.md"), "Proof of the log", List.of("Written by `mvn -Pbenchmark verify`; do not edit.", "",
				"%s. %,d events as years of meetings make them, in %d partnerships; %d processors, load average %s at the end. PostgreSQL of the tests, on the same machine, which does not wait for the disk."
						.formatted(LocalDate.now(ZoneOffset.UTC), log.facts(), log.partnerships().size(), Runtime.getRuntime().availableProcessors(),
								number(PROCESS.getSystemLoadAverage()))));
	}

	private interface Work {

		void run() throws Exception;
	}

	/** Answers how many seconds it took. */
	private double measured(String what, long events, Work work) throws Exception {
		long start = System.nanoTime();
		long worked = PROCESS.getProcessCpuTime();
		work.run();
		double seconds = (System.nanoTime() - start) / NANOS;
		report.row(what, number(seconds), number(events / seconds), number((PROCESS.getProcessCpuTime() - worked) / NANOS));
		return seconds;
	}

	private static Path bundle(LedgerFixture instance, PartnershipId partnership) throws IOException {
		Path file = directory.resolve(partnership + ".zip");
		try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
			new Bundles(new JdbcBundledFacts(instance.jdbc), instance.ledger).write(
					new Bundles.Scope(partnership, null, 0, Long.MAX_VALUE, Map.of("partnershipId", partnership.toString())),
					instance.ledger.newest().orElseThrow(), out);
		}
		return file;
	}

	private static long verified(LedgerFixture instance, List<Path> bundles) throws IOException {
		long events = 0;
		for (Path bundle : bundles) {
			try (var in = Files.newInputStream(bundle)) {
				if (new BundleVerifier(instance.verifierKeys()).verify(in) instanceof BundleVerifier.Verdict.Good good) {
					events += good.events();
				}
			}
		}
		return events;
	}

	private void proofs(LedgerFixture instance) {
		InclusionProofs proofs = new InclusionProofs(instance.ledger, fact -> true);
		Random random = new Random(20210329);
		long[] nanos = new long[PROOFS];
		int largest = 0;
		for (int i = 0; i < PROOFS; i++) {
			UUID event = instance.jdbc.sql("select event_identifier from ledger.leaf where leaf_index = ?").param(random.nextInt(EVENTS)).query(UUID.class).single();
			long start = System.nanoTime();
			InclusionProof proof = proofs.of(new EventId(event)).orElseThrow();
			nanos[i] = System.nanoTime() - start;
			assertThat(proof.holds()).isTrue();
			largest = Math.max(largest, JsonMapper.shared().writeValueAsString(proof).getBytes(StandardCharsets.UTF_8).length);
		}
		Arrays.sort(nanos);
		report.line("");
		report.line(
				String.format(Locale.ROOT, "%,d proofs of events at random: the largest has %,d bytes; made in %s ms at the median, %s ms at the 99th percentile.", PROOFS, largest,
						number(nanos[PROOFS / 2] / 1e6), number(nanos[PROOFS * 99 / 100] / 1e6)));
		report.goal("a proof under 4 KB", "%,d bytes".formatted(largest), largest < MOST_BYTES);
	}

	/** How many were appended in a second, and how long after the last of them all were sealed and published. */
	private record Kept(double perSecond, double lag) {
	}

	private void whileOthersAppend(LedgerFixture instance, double alone) throws Exception {
		Kept asApplication = sealing(instance, BEYOND_APPLICATION);
		Kept flatOut = sealing(instance, Integer.MAX_VALUE);
		report.line("");
		report.line(
				"While %d clients append single events for %s s, one instance seals: at %s appends per second all are sealed and published %s s after the last one; when they append as"
						.formatted(WRITERS, number(WRITING), number(asApplication.perSecond()), number(asApplication.lag())));
		report.line("fast as they can, without the application between, at %s per second, %s s after it. Alone it seals %s events per second."
				.formatted(number(flatOut.perSecond()), number(flatOut.lag()), number(alone)));
		report.goal("sealing keeps up with appends, at more than the application appends here (docs/benchmark.md)",
				"%s appends per second, %s s behind at the end".formatted(number(asApplication.perSecond()), number(asApplication.lag())), asApplication.lag() < MOST_LAG);
	}

	private static Kept sealing(LedgerFixture instance, int mostPerSecond) throws Exception {
		long before = instance.ledger.reach(1).size();
		AtomicBoolean writing = new AtomicBoolean(true);
		try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
			long start = System.nanoTime();
			List<Future<Long>> writers = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				writers.add(threads.submit(() -> written(instance, writing, (long) (WRITERS * NANOS / mostPerSecond))));
			}
			Future<?> sealing = threads.submit(() -> {
				SealEvents sealer = instance.sealer();
				while (writing.get()) {
					sealer.run();
				}
			});
			TimeUnit.MILLISECONDS.sleep((long) (WRITING * 1_000));
			writing.set(false);
			long appended = 0;
			for (Future<Long> writer : writers) {
				appended += writer.get();
			}
			double seconds = (System.nanoTime() - start) / NANOS;
			long last = System.nanoTime();
			sealing.get();
			instance.sealer().run();
			double lag = (System.nanoTime() - last) / NANOS;
			assertThat(instance.ledger.reach(1).size()).isEqualTo(before + appended);
			return new Kept(appended / seconds, lag);
		}
	}

	private static long written(LedgerFixture instance, AtomicBoolean writing, long nanosForOne) throws SQLException {
		long written = 0;
		long due = System.nanoTime();
		while (writing.get()) {
			instance.append(1);
			written++;
			due += nanosForOne;
			LockSupport.parkNanos(due - System.nanoTime());
		}
		return written;
	}
}
