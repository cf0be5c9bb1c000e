package nl.ontwikkelagenda.app.benchmark;

import static nl.ontwikkelagenda.app.benchmark.Report.number;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToDoubleFunction;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.benchmark.BulkLog.Region;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.postgres.DurablePostgres;
import nl.ontwikkelagenda.app.security.LinkSecrets;
import nl.ontwikkelagenda.app.store.EventSerializer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A busy province: its history is loaded, then its users ask and record at a fixed pace, whether or not earlier answers have come. Writes {@code docs/benchmark-province.md}; with other
 * numbers than those of the goal {@code target/benchmark-province.md}.
 * <p>
 * System properties, each {@code province.…}: {@code partnerships}, {@code users}, {@code facts}, {@code perSecond}, {@code seconds}.
 */
@Tag("benchmark")
class ProvinceBenchmarkTest {

	private static final int PARTNERSHIPS = Integer.getInteger("province.partnerships", 40);
	private static final int USERS = Integer.getInteger("province.users", 5_000);
	private static final int FACTS = Integer.getInteger("province.facts", 2_000_000);
	private static final int PER_SECOND = Integer.getInteger("province.perSecond", 200);
	private static final int SECONDS = Integer.getInteger("province.seconds", 600);
	private static final boolean WHOLE = PARTNERSHIPS == 40 && USERS == 5_000 && FACTS == 2_000_000 && PER_SECOND == 200 && SECONDS == 600;
	/** Of 100 requests. */
	private static final int COMMANDS = 5;
	/** Seconds in which the pace grows from nothing: at full pace from the first second more would wait than is ever caught up with, as Java compiles what it runs meanwhile. */
	private static final int WARM_UP = Math.min(120, SECONDS);
	private static final int SAMPLES = 10;
	private static final double READS_GOAL_MILLIS = 50;
	private static final double COMMANDS_GOAL_MILLIS = 200;
	private static final double FLAT = 1.1;

	private static final Path DIRECTORY = Path.of("target", "province").toAbsolutePath();
	private static final Path DATA = DIRECTORY.resolve("data");

	private final Report report = new Report();
	private final Random random = new Random(20180924);

	/** What one table takes on disk, with indexes. */
	private static final String SIZES = """
			select 'log', sum(pg_total_relation_size(c.oid)) from pg_class c where c.oid = 'log.domain_event'::regclass
			union all select 'ledger', sum(pg_total_relation_size(c.oid)) from pg_class c where c.relnamespace = 'ledger'::regnamespace and c.relkind = 'r'
			union all select 'documents', sum(pg_total_relation_size(c.oid)) from pg_class c where c.relnamespace = 'view'::regnamespace and c.relkind = 'r' and c.relname ~ '^document_[0-9]+$'
			union all select 'versions', sum(pg_total_relation_size(c.oid)) from pg_class c where c.relnamespace = 'view'::regnamespace and c.relkind = 'r' and c.relname ~ '^document_version_[0-9]+$'
			union all select 'moments', pg_total_relation_size('view.moment')
			union all select 'whole database', pg_database_size(current_database())""";

	/** How things stand once the history is loaded. */
	private record Loaded(BulkLog log, Map<PersonId, String> authorizations, double building) {
	}

	@Test
	@Timeout(value = 180, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void a_busy_province() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Files.createDirectories(DIRECTORY);
		try {
			Loaded loaded = load();
			try (Served app = new Served(Path.of("target", "ontwikkelagenda.jar").toAbsolutePath(), null, DATA, DIRECTORY.resolve("served.log"))) {
				ask(app, loaded, WARM_UP * PER_SECOND / 2, i -> Math.sqrt(2.0 * WARM_UP * i / PER_SECOND));
				measured(app, loaded);
			}
			report.writeTo(WHOLE ? Path.of("..", "docs", "benchmark-province.md") : Path.of("target", "benchmark-province.md"), "A busy province", introduction());
		} finally {
			FileSystemUtils.deleteRecursively(DIRECTORY);
		}
	}

	private static List<String> introduction() {
		var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
		return List.of("Written by `mvn -Pbenchmark verify -Dtest=ProvinceBenchmarkTest`; do not edit.", "",
				"%s, %d processors, %d GB; `java -jar` with `%s`; PostgreSQL 18 embedded, `fsync` and `synchronous_commit` on; application, database and all clients on this one machine."
						.formatted(LocalDate.now(ZoneOffset.UTC), system.getAvailableProcessors(), Math.round(system.getTotalMemorySize() / 1e9), String.join(" ", Served.FLAGS)),
				"%d partnerships, %,d users, each with a token of his own, %,d facts loaded beforehand; then %d requests per second (open loop) for %d s, after %d s in which the pace grew to that; %d %% of them reads."
						.formatted(PARTNERSHIPS, USERS, FACTS, PER_SECOND, SECONDS, WARM_UP, 100 - COMMANDS),
				"A request's time counts from the moment it was due. A command is answered when every read model shows it. Load average at the end: %.1f."
						.formatted(system.getSystemLoadAverage()));
	}

	// ---- the history ----

	private Loaded load() throws Exception {
		try (ConfigurableApplicationContext app = LoadedHistory.application(DATA)) {
			BulkLog log = new BulkLog(app.getBean(EventSerializer.class), FACTS / PARTNERSHIPS, USERS / PARTNERSHIPS);
			LoadedHistory.fill(app, log, FACTS);
			Map<PersonId, String> authorizations = register(app, log.regions());
			double building = seconds(() -> LoadedHistory.wake(app));
			LoadedHistory.seal(app);
			try (Connection owner = LoadedHistory.owner(app.getBean(DurablePostgres.class)).getConnection(); Statement statement = owner.createStatement()) {
				// as autovacuum does by and by
				statement.execute("analyze");
			}
			growth(app, log.facts());
			return new Loaded(log, authorizations, building);
		}
	}

	/** Everybody with an account and a token; answers what each sends along. */
	private static Map<PersonId, String> register(ConfigurableApplicationContext app, List<Region> regions) {
		People people = app.getBean(People.class);
		JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
		Map<PersonId, String> authorizations = new HashMap<>();
		for (Region region : regions) {
			for (PersonId person : region.persons()) {
				int number = authorizations.size();
				String secret = LinkSecrets.next();
				people.enter(new Person(person, "Deelnemer " + number, "Beleidsmedewerker", null, "deelnemer" + number + "@province.example", null));
				jdbc.update("insert into register.account (username, person_id) values (?, ?)", "deelnemer" + number, person.value());
				jdbc.update("""
						insert into register.access_token (id, person_id, name, scope, token_hash, created_at, expires_at)
						values (gen_random_uuid(), ?, 'meting', 'WRITE', ?, now(), now() + interval '1 day')""", person.value(), LinkSecrets.hash(secret));
				authorizations.put(person, "Bearer ontwikkelagenda_" + secret);
			}
		}
		return authorizations;
	}

	private static long count(JdbcTemplate jdbc, String table) {
		return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + table, Long.class));
	}

	private void growth(ConfigurableApplicationContext app, long facts) {
		JdbcTemplate jdbc = app.getBean(JdbcTemplate.class);
		long documents = count(jdbc, "view.document");
		long versions = count(jdbc, "view.document_version");
		report.line("");
		report.line("## Growth");
		report.line("");
		report.line(
				String.format(Locale.ROOT, "What the history takes on disk, with indexes, before anybody asks: %,d facts, %,d documents and %,d earlier versions of them.", facts,
						documents, versions));
		report.table("", "MB", "bytes per fact", "bytes per document or version", "GB at 10,000,000 facts", "GB at 100,000,000 facts");
		jdbc.query(SIZES, row -> {
			String what = row.getString(1);
			long bytes = row.getLong(2);
			long rows = what.equals("documents") ? documents : what.equals("versions") ? versions : 0;
			report.row(what, number(bytes / 1e6), number((double) bytes / facts), rows == 0 ? "" : number((double) bytes / rows), number(10e6 * bytes / facts / 1e9),
					number(100e6 * bytes / facts / 1e9));
		});
	}

	private interface Step {
		void run() throws Exception;
	}

	private static double seconds(Step step) throws Exception {
		long start = System.nanoTime();
		step.run();
		return (System.nanoTime() - start) / 1e9;
	}

	// ---- the load ----

	private record Asked(Map<String, long[]> nanos, Map<String, AtomicLong> errors, List<Double> megabytes) {

		long[] of(boolean commands) {
			return nanos.entrySet().stream().filter(kind -> kind.getKey().startsWith("command") == commands).flatMapToLong(kind -> Arrays.stream(kind.getValue())).sorted()
					.toArray();
		}
	}

	private void measured(Served app, Loaded loaded) throws Exception {
		Asked asked = ask(app, loaded, SECONDS * PER_SECOND, i -> (double) i / PER_SECOND);
		report.line("");
		report.line("## Answers");
		report.table("", "p50, ms", "p95, ms", "p99, ms", "slowest, ms", "answers");
		asked.nanos.forEach(this::row);
		row("all reads", asked.of(false));
		row("all commands", asked.of(true));
		report.line("");
		report.line("Errors: %s.".formatted(asked.errors.isEmpty() ? "none" : asked.errors));
		report.line("");
		report.line("Building all read models of the history took %s s.".formatted(number(loaded.building)));
		report.line("");
		report.line("Memory of the JVM (resident set), in MB, at the start and after each tenth of the time: %s."
				.formatted(String.join(", ", asked.megabytes.stream().map(Report::number).toList())));
		double reads = Load.percentile(asked.of(false), 99);
		double commands = Load.percentile(asked.of(true), 99);
		double first = asked.megabytes.getFirst();
		double last = asked.megabytes.getLast();
		report.goal("reads p99 under %.0f ms".formatted(READS_GOAL_MILLIS), number(reads) + " ms", reads < READS_GOAL_MILLIS);
		report.goal("commands p99 under %.0f ms".formatted(COMMANDS_GOAL_MILLIS), number(commands) + " ms", commands < COMMANDS_GOAL_MILLIS);
		report.goal("no error", asked.errors.isEmpty() ? "none" : asked.errors.toString(), asked.errors.isEmpty());
		report.goal("memory flat (within a tenth)", "%s MB, then %s MB".formatted(number(first), number(last)), last <= FLAT * first);
	}

	private void row(String kind, long[] nanos) {
		report.row(kind, number(Load.percentile(nanos, 50)), number(Load.percentile(nanos, 95)), number(Load.percentile(nanos, 99)), number(Load.percentile(nanos, 100)),
				String.format("%,d", nanos.length));
	}

	/** @param due how many seconds after the first a request is due, by its number */
	private Asked ask(Served app, Loaded loaded, int total, IntToDoubleFunction due) throws Exception {
		Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
		Map<String, AtomicLong> errors = new ConcurrentHashMap<>();
		List<Double> megabytes = new ArrayList<>();
		List<CompletableFuture<?>> running = new ArrayList<>();
		long start = System.nanoTime();
		for (int i = 0; i < total; i++) {
			long moment = start + (long) (due.applyAsDouble(i) * 1e9);
			for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
			Request request = i % 100 < COMMANDS ? command(loaded) : question(loaded);
			running.add(request.send(app).handle((response, failure) -> {
				nanos.computeIfAbsent(request.kind, each -> Collections.synchronizedList(new ArrayList<>())).add(System.nanoTime() - moment);
				String outcome = failure != null ? failure.getClass().getSimpleName() : Integer.toString(response.statusCode());
				if (!outcome.equals(request.json == null ? "200" : "201")) {
					errors.computeIfAbsent(request.kind + ": " + outcome, each -> new AtomicLong()).incrementAndGet();
				}
				return outcome;
			}));
			if (i % Math.max(1, total / SAMPLES) == 0) {
				megabytes.add(app.residentMegabytes());
				running.removeIf(CompletableFuture::isDone);
			}
		}
		CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
		megabytes.add(app.residentMegabytes());
		Map<String, long[]> sorted = new TreeMap<>();
		nanos.forEach((kind, each) -> sorted.put(kind, each.stream().mapToLong(Long::longValue).sorted().toArray()));
		return new Asked(sorted, new TreeMap<>(errors), megabytes);
	}

	/** @param json what is recorded; null for a question */
	private record Request(String kind, String authorization, String path, @Nullable String json) {

		CompletableFuture<HttpResponse<String>> send(Served app) {
			return json == null ? app.getWith(authorization, path) : app.postWith(authorization, path, json);
		}
	}

	private Request command(Loaded loaded) {
		Region region = any(loaded.log.regions());
		String who = loaded.authorizations.getOrDefault(any(region.persons()), "");
		return new Request("command, until visible", who, "/api/v1/actions/" + any(region.actions()) + "/progress", "{\"text\": \"De school heeft de gemeente gesproken.\"}");
	}

	private Request question(Loaded loaded) {
		Region region = any(loaded.log.regions());
		String who = loaded.authorizations.getOrDefault(any(region.persons()), "");
		String there = "partnershipId=" + region.partnership();
		String meeting = "/api/v1/meetings/" + any(region.meetings());
		String list = "/api/v1/actions?" + there + "&status=OPEN&sort=-agreedOn&pageSize=20";
		int choice = random.nextInt(100);
		if (choice < 30) {
			return new Request("one meeting", who, meeting, null);
		} else if (choice < 50) {
			return new Request("one action", who, "/api/v1/actions/" + any(region.actions()), null);
		} else if (choice < 65) {
			return new Request("open actions, newest 20", who, list, null);
		} else if (choice < 80) {
			return new Request("outcomes of a meeting", who, meeting + "/outcomes", null);
		} else if (choice < 90) {
			return new Request("one action, as of earlier", who, "/api/v1/actions/" + any(region.actions()) + "?asOf=" + loaded.log.end(), null);
		} else if (choice < 95) {
			return new Request("search for two words", who, "/api/v1/search?" + there + "&search=school%20gemeente", null);
		} else {
			return new Request("the partnership", who, "/api/v1/partnerships/" + region.partnership(), null);
		}
	}

	private <T> T any(List<T> list) {
		return list.get(random.nextInt(list.size()));
	}
}
