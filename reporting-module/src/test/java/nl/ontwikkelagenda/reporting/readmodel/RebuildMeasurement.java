package nl.ontwikkelagenda.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.Test;

/** Prints what the engine reaches on this machine. Run by name: {@code -Dtest=RebuildMeasurement -Dfacts=300000 -Dnotes=10000}. */
class RebuildMeasurement {

	private static final int FACTS = Integer.getInteger("facts", 300_000);
	private static final int NOTES = Integer.getInteger("notes", 10_000);
	private static final List<ReadModel<?, ?>> MODELS = List.of(Notes.NOTES, Notes.LABELS, ReadModels.PARTNERSHIPS, ReadModels.RIGHTS);

	@Test
	void measure() throws InterruptedException {
		ViewDatabase database = new ViewDatabase();
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(database.application());
		MemoryLog log = new MemoryLog();
		Notes.happen(log, 1, FACTS, NOTES);
		ReadModelEngine engine = new ReadModelEngine(pool, log, MODELS, DocumentJson.mapper(), (what, position, target) -> {
			print("  %s: %d of %d".formatted(what, position, target));
		}, Pace.FULL);
		JdbcDocuments documents = new JdbcDocuments(pool, DocumentJson.mapper());
		engine.start();
		try {
			time("first build, %d facts", FACTS, () -> assertThat(engine.awaitPosition(log.safePosition(), Duration.ofMinutes(9))).isTrue());
			for (int run = 0; run < 2; run++) {
				time("rebuild of all, %d facts", FACTS, () -> engine.rebuild(List.of(), state -> {
				}));
			}
			print("%s versions, %s documents, %s MB heap in use".formatted(database.rows("select count(*) from view.document_version").getFirst(),
					database.rows("select count(*) from view.document").getFirst(), (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20));
			time("check, %d facts", FACTS, () -> {
				Checker.Result result = new Checker(pool, log, MODELS, DocumentJson.mapper(), 3).check();
				assertThat(result.first()).isEmpty();
			});
			long[] nanos = new long[1_000];
			for (int i = 0; i < nanos.length; i++) {
				long before = System.nanoTime();
				long position = log.append("n" + i, 0, new Notes.NoteEvent.NoteWritten("n" + i, Notes.PARTNERSHIPS.getFirst(), "title " + i, LocalDate.EPOCH), Instant.EPOCH);
				assertThat(engine.awaitPosition(position, Duration.ofSeconds(5))).isTrue();
				nanos[i] = System.nanoTime() - before;
			}
			percentiles("append one fact to visible", nanos);
			time("live, %d facts", 20_000, () -> {
				Notes.happen(log, 2, 20_000, 2_000);
				assertThat(engine.awaitPosition(log.safePosition(), Duration.ofMinutes(5))).isTrue();
			});
			long middle = log.safePosition() / 2;
			for (AsOf asOf : List.of(AsOf.NOW, new AsOf(middle))) {
				String when = asOf.isNow() ? "now" : "as of the middle";
				reads("find " + when, i -> documents.find(Notes.NOTES, new java.util.UUID(1, i).toString(), asOf));
				reads("list sorted by title, " + when, i -> documents.list(Notes.NOTES, new ListQuery(Map.of(), null, List.of("title"), 1 + i % 3, 20, null), asOf));
				reads("list filtered by title, " + when, i -> documents.list(Notes.NOTES, new ListQuery(Map.of("title", "school zorg"), null, List.of(), 1, 20, null), asOf));
				reads("list of a partnership, long ones, " + when,
						i -> documents.list(Notes.NOTES, new ListQuery(Map.of("length", "LONG"), null, List.of("-writtenOn"), 1, 20, Set.of(Notes.PARTNERSHIPS.getFirst())), asOf));
				reads("search, " + when, i -> documents.list(Notes.NOTES, new ListQuery(Map.of(), "ontwikkeltafels reunie", List.of(), 1, 20, null), asOf));
			}
		} finally {
			engine.stop();
			pool.close();
		}
	}

	private interface Work {
		void run() throws InterruptedException;
	}

	private interface Read {
		void of(int i);
	}

	private static void reads(String what, Read read) {
		long[] nanos = new long[60];
		for (int i = -20; i < nanos.length; i++) {
			long before = System.nanoTime();
			read.of(Math.abs(i));
			if (i >= 0) {
				nanos[i] = System.nanoTime() - before;
			}
		}
		percentiles(what, nanos);
	}

	private static void percentiles(String what, long[] nanos) {
		Arrays.sort(nanos);
		print("%-50s p50 %6.2f ms, p99 %6.2f ms".formatted(what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 99 / 100] / 1e6));
	}

	private static void time(String what, int facts, Work work) throws InterruptedException {
		var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
		var process = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
		Map<String, Long> used = new java.util.concurrent.ConcurrentHashMap<>();
		Thread sampler = new Thread(() -> {
			Map<Long, Long> start = new java.util.HashMap<>();
			while (!Thread.currentThread().isInterrupted()) {
				for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
					if (info != null) {
						long now = threads.getThreadCpuTime(info.getThreadId());
						long from = start.computeIfAbsent(info.getThreadId(), id -> info.getThreadName().equals("views") ? now : 0L);
						if (now - from > 20_000_000) {
							used.put(info.getThreadName(), (now - from) / 1_000_000);
						}
					}
				}
				java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
			}
		});
		sampler.start();
		long before = System.nanoTime();
		long cpu = process.getProcessCpuTime();
		double postgres = ViewDatabase.postgresSeconds();
		work.run();
		double seconds = (System.nanoTime() - before) / 1e9;
		print("%-40s %6.2f s, %,.0f/s; processor: JVM %.2f s, PostgreSQL %.2f s; threads (ms) %s".formatted(what.formatted(facts), seconds, facts / seconds,
				(process.getProcessCpuTime() - cpu) / 1e9, ViewDatabase.postgresSeconds() - postgres, used));
		sampler.interrupt();
	}

	private static void print(String line) {
		System.out.println("measured: " + line);
	}
}
