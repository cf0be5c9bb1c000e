package nl.ontwikkelagenda.app.benchmark;

import static nl.ontwikkelagenda.app.benchmark.Report.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

import com.zaxxer.hikari.HikariDataSource;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.command.Appends;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.postgres.DurablePostgres;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.ObjectReader;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Measures commands, rebuilds, questions, starts and memory, each beside simpler ways to do the same in the same run, and writes {@code docs/benchmark.md}.
 * <p>
 * System properties: {@code benchmark.short=true} tries everything in some three minutes and writes to {@code target/benchmark.md}; {@code benchmark.sizes} (facts in the log, ascending,
 * at the second of them commands, questions and starts are measured), {@code benchmark.seconds} (per measurement of commands), {@code benchmark.rounds}, {@code benchmark.reading}
 * (seconds of questions), {@code benchmark.starts}, {@code benchmark.parts} (some of {@code rebuilds}, {@code commands}, {@code served}; with fewer than all it writes to
 * {@code target/benchmark.md}).
 */
@Tag("benchmark")
class BenchmarkTest {

	private static final boolean SHORT = Boolean.getBoolean("benchmark.short");
	private static final List<Integer> SIZES = Arrays.stream(System.getProperty("benchmark.sizes", SHORT ? "10000,30000,100000" : "10000,100000,1000000").split(",", -1))
			.map(Integer::valueOf).toList();
	private static final double SECONDS = Double.parseDouble(System.getProperty("benchmark.seconds", SHORT ? "1" : "2.5"));
	private static final int ROUNDS = Integer.getInteger("benchmark.rounds", SHORT ? 1 : 3);
	private static final int READING = Integer.getInteger("benchmark.reading", SHORT ? 8 : 30);
	/** So many seconds of questions before they count: until Java has compiled what answers them. */
	private static final int WARM_UP = 60;
	private static final int STARTS = Integer.getInteger("benchmark.starts", SHORT ? 1 : 3);
	private static final List<String> PARTS = Arrays.asList(System.getProperty("benchmark.parts", "rebuilds,commands,served").split(",", -1));
	private static final int STOCK_FACTS = 20_000;
	/** For each way of its own; so many that none of them grows long while it is measured. */
	private static final int ACTIONS = 6_000;
	private static final int[] CLIENTS = {1, 16, 64};
	private static final int CONNECTIONS = 20;
	private static final int READS_PER_SECOND = 50;
	private static final int COMMANDS_PER_SECOND = 10;

	private static final Path DIRECTORY = Path.of("target", "benchmark").toAbsolutePath();
	private static final Path DATA = DIRECTORY.resolve("data");

	private final Report report = new Report();

	@Test
	@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everything() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Files.createDirectories(DIRECTORY);
		try {
			BulkLog log;
			RebuildSizes rebuilds = new RebuildSizes();
			try (ConfigurableApplicationContext app = LoadedHistory.application(DATA)) {
				log = new BulkLog(app.getBean(EventSerializer.class));
				for (int size : SIZES.subList(0, 2)) {
					LoadedHistory.fill(app, log, size);
					LoadedHistory.seal(app);
					if (PARTS.contains("rebuilds")) {
						rebuilds.measure(app, size);
					} else {
						LoadedHistory.wake(app);
					}
				}
			}
			if (PARTS.contains("served")) {
				served(log);
			}
			if (PARTS.contains("commands") || PARTS.contains("rebuilds")) {
				try (ConfigurableApplicationContext app = LoadedHistory.application(DATA)) {
					commands(app, log);
					for (int size : PARTS.contains("rebuilds") ? SIZES.subList(2, SIZES.size()) : List.<Integer>of()) {
						LoadedHistory.fill(app, log, size);
						LoadedHistory.seal(app);
						rebuilds.measure(app, size);
					}
				}
			}
			if (PARTS.contains("rebuilds")) {
				rebuilds.report();
			}
			report.writeTo(SHORT || PARTS.size() < 3 ? Path.of("target", "benchmark.md") : Path.of("..", "docs", "benchmark.md"), "Benchmark", introduction());
		} finally {
			FileSystemUtils.deleteRecursively(DIRECTORY);
		}
	}

	private static List<String> introduction() throws IOException {
		Path processors = Path.of("/proc/cpuinfo");
		String processor = Files.exists(processors)
				? Files.readAllLines(processors).stream().filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
						.orElse("unknown processor")
				: "unknown processor";
		var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
		return List.of("Written by `mvn -Pbenchmark verify`; do not edit. Ratios are within this run: machines differ, and so do days.", "",
				"%s, %d processors (%s), %d GB, %s %s; Java %s with `%s` for all sides; PostgreSQL 18 embedded, `fsync` and `synchronous_commit` on, on the same machine."
						.formatted(
								LocalDate.now(ZoneOffset.UTC), system.getAvailableProcessors(), processor, Math.round(system.getTotalMemorySize() / 1e9), system.getName(),
								system.getArch(),
								Runtime.version(), String.join(" ", Served.FLAGS)),
				"Load average at the end: %.1f. Sizes: %s facts; commands %d rounds of %.1f s after a warm-up, the median counts.".formatted(system.getSystemLoadAverage(), SIZES,
						ROUNDS,
						SECONDS));
	}

	private static HikariDataSource pool(DurablePostgres postgres, String path) {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(LoadedHistory.owner(postgres));
		pool.setMaximumPoolSize(CONNECTIONS);
		pool.setConnectionTimeout(30_000);
		pool.setConnectionInitSql("set search_path = " + path);
		return pool;
	}

	// ---- (a) commands ----

	/** The same command in different ways. */
	private record Way(String name, String about, IntFunction<Load.Step> client) {
	}

	private void commands(ConfigurableApplicationContext app, BulkLog log) throws Exception {
		Commands commands = app.getBean(Commands.class);
		Appends appends = new Appends(commands);
		Intent secretary = Intent.of(Actor.person(DemoAccounts.SECRETARY));
		DurablePostgres postgres = app.getBean(DurablePostgres.class);
		List<ActionId> all;
		try (Connection connection = LoadedHistory.owner(postgres).getConnection(); Statement statement = connection.createStatement()) {
			all = log.writeNewActions(3 * ACTIONS, connection);
			statement.execute("create schema stock");
		}
		List<ActionId> actions = all.subList(0, ACTIONS);
		List<ActionId> actionsWithKey = all.subList(ACTIONS, 2 * ACTIONS);
		List<ActionId> actionsBeside = all.subList(2 * ACTIONS, 3 * ACTIONS);
		try (HikariDataSource plainPool = pool(postgres, "plain"); HikariDataSource stockPool = pool(postgres, "stock"); StockAxon stock = new StockAxon(stockPool, app)) {
			PlainInserts plain = new PlainInserts(plainPool);
			stock.copyFromLog(app.getBean(EventLog.class).safePosition(), app.getBean(EventSerializer.class).types().all());
			CommandGateway gateway = stock.gateway();
			EventSerializer json = app.getBean(EventSerializer.class);
			Map<ActionId, AtomicLong> sequences = new ConcurrentHashMap<>();

			Way bare = new Way("plain JDBC, event row", "one transaction per command: the event's row in a table like the log, without its trigger",
					each(actions, (action, text) -> plain.insert(action.toString(), next(sequences, action), payload(json, action, text), false)));
			Way bareWithKey = new Way("plain JDBC, event and key rows", "the same with the row of the idempotency key",
					each(actions, (action, text) -> plain.insert(action.toString(), next(sequences, action), payload(json, action, text), true)));
			Way stockWay = new Way("stock Axon", "stock `JdbcEventStorageEngine`, `SimpleCommandBus`, the same aggregate and JSON; no rights, no key, no order guard, no views",
					each(actions, (action, text) -> gateway.sendAndWait(progress(action, text))));
			Way append = new Way("append", "the pipeline up to the commit: rights, aggregate, decision, order guard; views and automations stand still",
					each(actions, (action, text) -> appends.append(progress(action, text), secretary)));
			Way appendWithKey = new Way("append with idempotency key", "the same with an idempotency key",
					each(actionsWithKey, (action, text) -> appends.append(progress(action, text), withKey(secretary))));
			Way beside = new Way("append while views are kept", "`append`, with views and automations working beside it",
					each(actionsBeside, (action, text) -> appends.append(progress(action, text), secretary)));
			Way full = new Way("full answer", "until every view shows it (read your own writes), without key",
					each(actionsBeside, (action, text) -> assertThat(commands.send(progress(action, text), secretary).visible()).isTrue()));

			if (PARTS.contains("commands")) {
				wakeAndWarm(app, appends, commands, all, secretary);
				LoadedHistory.rest(app);
				Map<Way, Map<Integer, Load>> measured = new LinkedHashMap<>();
				measure(List.of(bare, append, stockWay, bareWithKey, appendWithKey), measured);
				LoadedHistory.wake(app);
				measure(List.of(beside), measured);
				// what is answered below does not wait for what was left to be shown above
				LoadedHistory.wake(app);
				measure(List.of(full), measured);
				reportCommands(measured, bare, bareWithKey, stockWay, append, appendWithKey, beside, full);
			}
			stockProjected = stock.projectedPerSecond(STOCK_FACTS);
			System.out.printf("stock processor: %.0f/s%n", stockProjected);
		}
	}

	private double stockProjected;

	/** Learns to which partnership every action belongs, as a running application has. */
	private static void wakeAndWarm(ConfigurableApplicationContext app, Appends appends, Commands commands, List<ActionId> actions, Intent secretary) throws InterruptedException {
		LoadedHistory.wake(app);
		Load.of(8, SHORT ? 2 : 4, each(actions, (action, text) -> commands.send(progress(action, text), secretary)));
		AtomicInteger at = new AtomicInteger();
		Load.of(8, 120, number -> () -> {
			int place = at.getAndIncrement();
			if (place < actions.size()) {
				appends.append(progress(actions.get(place), text()), secretary);
			} else {
				throw new Load.Done();
			}
		});
	}

	private static void measure(List<Way> ways, Map<Way, Map<Integer, Load>> measured) throws InterruptedException {
		for (Way way : ways) {
			Load.of(16, SHORT ? 1 : 3, way.client());
		}
		for (int clients : CLIENTS) {
			Map<Way, List<Load>> rounds = new HashMap<>();
			for (int round = 0; round < ROUNDS; round++) {
				for (Way way : ways) {
					rounds.computeIfAbsent(way, each -> new ArrayList<>()).add(Load.of(clients, SECONDS, way.client()));
				}
			}
			for (Way way : ways) {
				List<Load> sorted = rounds.getOrDefault(way, List.of()).stream().sorted((a, b) -> Double.compare(a.perSecond(), b.perSecond())).toList();
				measured.computeIfAbsent(way, each -> new LinkedHashMap<>()).put(clients, sorted.get(sorted.size() / 2));
			}
		}
	}

	/** Something done to an action, with a text of some length. */
	@FunctionalInterface
	private interface Deed {
		void to(ActionId action, FreeText text) throws Exception;
	}

	/** All clients together go round the actions: what is measured is the way, not waiting for each other. */
	private static IntFunction<Load.Step> each(List<ActionId> actions, Deed deed) {
		AtomicInteger at = new AtomicInteger();
		return client -> () -> deed.to(actions.get(Math.floorMod(at.getAndIncrement(), actions.size())), text());
	}

	private static long next(Map<ActionId, AtomicLong> sequences, ActionId action) {
		return sequences.computeIfAbsent(action, each -> new AtomicLong()).getAndIncrement();
	}

	private static ReportProgress progress(ActionId action, FreeText text) {
		return new ReportProgress(action, text, LocalDate.of(2018, 9, 24));
	}

	private static FreeText text() {
		return new FreeText("De school en de gemeente hebben elkaar gesproken; het plan voor de wijk ligt er en gaat naar de tafel. " + System.nanoTime(),
				"c2FsdHNhbHRzYWx0c2FsdA==");
	}

	private static String payload(EventSerializer json, ActionId action, FreeText text) {
		return json.serialize(new nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported(action, text, LocalDate.of(2018, 9, 24)), String.class).getData();
	}

	private static Intent withKey(Intent intent) {
		return new Intent(intent.actor(), false, new Intent.Once(UUID.randomUUID().toString(), "0".repeat(64), 201, "/api/v1/actions"), null);
	}

	private void reportCommands(Map<Way, Map<Integer, Load>> measured, Way bare, Way bareWithKey, Way stock, Way append, Way appendWithKey, Way beside, Way full) {
		report.line("");
		report.line("## Commands");
		report.line("");
		report.line(String.format(Locale.ROOT, "`ReportProgress` on one of %,d new actions, one event each, at %,d facts; %d connections for every side.", ACTIONS,
				SIZES.get(1) + 3 * ACTIONS, CONNECTIONS));
		measured.keySet().forEach(way -> report.line("- **%s**: %s.".formatted(way.name(), way.about())));
		report.table("commands/s (p50/p99 in ms)", "1 client", "16 clients", "64 clients");
		measured.forEach((way, loads) -> report.row(way.name(), cell(loads, 1), cell(loads, 16), cell(loads, 64)));
		report.table("ratio", "1 client", "16 clients", "64 clients");
		ratios("append / plain JDBC", measured, append, bare);
		ratios("append / stock Axon", measured, append, stock);
		ratios("append with key / plain JDBC with key", measured, appendWithKey, bareWithKey);
		ratios("append while views are kept / plain JDBC", measured, beside, bare);
		ratios("full answer / plain JDBC", measured, full, bare);
		double worst = Arrays.stream(CLIENTS).mapToDouble(clients -> ratio(measured, append, bare, clients)).min().orElseThrow();
		double worstWithKey = Arrays.stream(CLIENTS).mapToDouble(clients -> ratio(measured, appendWithKey, bareWithKey, clients)).min().orElseThrow();
		report.goal("append at least 0.4 of the same rows by plain JDBC (aim 0.6), at 1, 16 and 64 clients", "lowest %s; with idempotency key %s".formatted(number(worst),
				number(worstWithKey)), Math.min(worst, worstWithKey) >= 0.4);
		double beyondStock = ratio(measured, append, stock, 16);
		report.goal("append not below stock Axon at 16 clients", number(beyondStock) + " times", beyondStock >= 1);
	}

	private static String cell(Map<Integer, Load> loads, int clients) {
		Load load = loads.getOrDefault(clients, new Load(0, 0, 0, 0));
		return "%s (%s/%s)".formatted(number(load.perSecond()), number(load.p50Millis()), number(load.p99Millis()));
	}

	private void ratios(String name, Map<Way, Map<Integer, Load>> measured, Way way, Way beside) {
		report.row(name, number(ratio(measured, way, beside, 1)), number(ratio(measured, way, beside, 16)), number(ratio(measured, way, beside, 64)));
	}

	private static double ratio(Map<Way, Map<Integer, Load>> measured, Way way, Way beside, int clients) {
		Load nothing = new Load(Double.NaN, 0, 0, 0);
		return measured.getOrDefault(way, Map.of()).getOrDefault(clients, nothing).perSecond()
				/ measured.getOrDefault(beside, Map.of()).getOrDefault(clients, nothing).perSecond();
	}

	// ---- (b) rebuild ----

	private final class RebuildSizes {

		private record Size(int facts, double cursorSeconds, double firstSeconds, double rebuildSeconds) {
		}

		private final List<Size> sizes = new ArrayList<>();

		void measure(ConfigurableApplicationContext app, int size) throws Exception {
			EventSerializer json = app.getBean(EventSerializer.class);
			DurablePostgres postgres = app.getBean(DurablePostgres.class);
			ReadModelEngine views = app.getBean(ReadModelEngine.class);
			double cursor = Double.MAX_VALUE;
			for (int run = 0; run < 3; run++) {
				cursor = Math.min(cursor, seconds(() -> assertThat(decodeAll(postgres, json)).isGreaterThanOrEqualTo(size)));
			}
			double first = seconds(() -> LoadedHistory.wake(app));
			double rebuild = Double.MAX_VALUE;
			int runs = size < 500_000 ? 3 : 1;
			for (int run = 0; run < runs; run++) {
				rebuild = Math.min(rebuild, seconds(() -> assertThat(views.rebuild(List.of(), state -> {
				}).readModels()).allMatch(view -> view.error() == null)));
			}
			if (size <= 100_000) {
				Checker.Result checked = app.getBean(Checker.class).check();
				assertThat(checked.first()).isEmpty();
			}
			sizes.add(new Size(size, cursor, first, rebuild));
			System.out.printf("rebuild of %d: cursor %.2f s, first %.2f s, rebuild %.2f s%n", size, cursor, first, rebuild);
		}

		void report() {
			report.line("");
			report.line("## Rebuild of all views");
			report.line("");
			report.line(
					"Meetings with attendance and outcomes, actions with promises, progress and completion. The engine keeps documents, every earlier version, search texts and all indexes.");
			report.line(
					"Beside it: (i) a cursor over the same log (fetch size 5,000) with every payload decoded from JSON, one thread, nothing kept; (ii) a stock pooled streaming processor on the");
			report.line(String.format(Locale.ROOT,
					"first %,d of the same facts in Axon's own tables, batches of 500, one thread, one statement per fact, no versions: %s facts/s. *First build* starts from empty tables",
					STOCK_FACTS, number(stockProjected)));
			report.line("and notes the moments for as-of as well.");
			report.table("facts", "rebuild", "facts/s", "first build", "(i) cursor and decode, facts/s", "of (i)", "times (ii)");
			for (Size size : sizes) {
				report.row(String.format("%,d", size.facts()), number(size.rebuildSeconds()) + " s", number(size.facts() / size.rebuildSeconds()),
						number(size.firstSeconds()) + " s",
						number(size.facts() / size.cursorSeconds()), number(size.cursorSeconds() / size.rebuildSeconds()),
						number(size.facts() / size.rebuildSeconds() / stockProjected));
			}
			Size largest = sizes.getLast();
			double ofCursor = largest.cursorSeconds() / largest.rebuildSeconds();
			double timesStock = largest.facts() / largest.rebuildSeconds() / stockProjected;
			report.goal("rebuild at least 10 times a stock processor with one statement per event", "%s times at %,d facts".formatted(number(timesStock), largest.facts()),
					timesStock >= 10);
			report.goal("rebuild at least 0.2 of cursor and decode (aim 0.3)", "%s at %,d facts".formatted(number(ofCursor), largest.facts()), ofCursor >= 0.2);
			List<Double> marginal = new ArrayList<>();
			for (int i = 1; i < sizes.size(); i++) {
				marginal.add((sizes.get(i).rebuildSeconds() - sizes.get(i - 1).rebuildSeconds()) / (sizes.get(i).facts() - sizes.get(i - 1).facts()) * 1e6);
			}
			report.line("");
			report.line("Microseconds for each further fact, from size to size: " + String.join(", ", marginal.stream().map(Report::number).toList()) + ".");
			report.goal("cost per event flat from the smallest to the largest log (within a quarter)",
					"%s µs per further event, then %s".formatted(number(marginal.getFirst()), number(marginal.getLast())), marginal.getLast() <= 1.25 * marginal.getFirst());
		}
	}

	private static long decodeAll(DurablePostgres postgres, EventSerializer json) throws SQLException {
		Map<String, ObjectReader> readers = new HashMap<>();
		json.types().all().forEach((name, type) -> readers.put(name, json.getObjectMapper().readerFor(type)));
		long count = 0;
		try (Connection connection = LoadedHistory.owner(postgres).getConnection()) {
			connection.setAutoCommit(false);
			try (PreparedStatement statement = connection
					.prepareStatement(
							"select global_index, aggregate_identifier, sequence_number, payload_type, payload, time_stamp from log.domain_event order by global_index")) {
				statement.setFetchSize(5_000);
				try (ResultSet row = statement.executeQuery()) {
					while (row.next()) {
						ObjectReader reader = readers.get(row.getString(4));
						if (reader != null && reader.readValue(row.getBytes(5)) != null) {
							count++;
						}
					}
				}
			}
		}
		return count;
	}

	private static double seconds(Load.Step step) throws Exception {
		long start = System.nanoTime();
		step.run();
		return (System.nanoTime() - start) / 1e9;
	}

	// ---- (c) questions, (d) starts, (e) memory ----

	private void served(BulkLog log) throws Exception {
		Path jar = Path.of("target", "ontwikkelagenda.jar").toAbsolutePath();
		Path output = DIRECTORY.resolve("served.log");
		double idle;
		double settled;
		double[] peak = new double[1];
		Map<String, long[]> nanos;
		Map<String, long[]> duringRebuild;
		try (Served first = new Served(jar, null, DATA, output)) {
			// unpacks, learns and caches what later starts find
			assertThat(first.get("/api/v1/partnerships").join().statusCode()).isEqualTo(200);
		}
		List<Double> cold = new ArrayList<>();
		for (int run = 0; run < STARTS; run++) {
			try (Served started = new Served(jar, null, DATA, output)) {
				cold.add(started.secondsToReady());
			}
		}
		Path unpacked = Served.withAotCache(Path.of("..", "bin", "aot-cache").toAbsolutePath(), jar, DIRECTORY.resolve("unpacked"), DIRECTORY.resolve("aot.log"));
		List<Double> cached = new ArrayList<>();
		for (int run = 0; run < STARTS; run++) {
			try (Served started = new Served(unpacked.resolve(jar.getFileName()), unpacked.resolve("ontwikkelagenda.aot"), DATA, output)) {
				cached.add(started.secondsToReady());
			}
		}
		try (Served app = new Served(jar, null, DATA, output)) {
			Thread.sleep(SHORT ? 2_000 : 10_000);
			idle = app.residentMegabytes();
			ask(app, log, SHORT ? 4 : WARM_UP, new double[1]);
			nanos = ask(app, log, READING, peak);
			Thread.sleep(SHORT ? 2_000 : 10_000);
			settled = app.residentMegabytes();
			assertThat(app.postAs("beheerder", "/api/v1/rebuilds", "{\"readModels\": []}").join().statusCode()).isEqualTo(201);
			duringRebuild = ask(app, log, READING, new double[1]);
		}
		reportServed(nanos, duringRebuild, median(cold), median(cached), idle, peak[0], settled);
	}

	/** Asks at a fixed pace, whether or not earlier answers have come; an answer's time counts from the moment its question was due. */
	private static Map<String, long[]> ask(Served app, BulkLog log, int seconds, double[] peak) throws Exception {
		Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
		List<CompletableFuture<?>> running = new ArrayList<>();
		long start = System.nanoTime();
		int total = seconds * READS_PER_SECOND;
		for (int i = 0; i < total; i++) {
			long due = start + (long) (i * 1e9 / READS_PER_SECOND);
			for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
				LockSupport.parkNanos(left);
			}
			if (i % (READS_PER_SECOND / COMMANDS_PER_SECOND) == 0) {
				String action = log.openActions().get(Math.floorMod(i * 31, log.openActions().size())).toString();
				running.add(answered(nanos, "command, until visible", System.nanoTime(),
						app.post("/api/v1/actions/" + action + "/progress", "{\"text\": \"De school heeft de gemeente gesproken.\"}"), 201));
			}
			String meeting = log.meetings().get(Math.floorMod(i * 17, log.meetings().size() / 3)).toString();
			String partnership = log.partnerships().get(i % log.partnerships().size()).toString();
			String list = "/api/v1/actions?partnershipId=" + partnership + "&status=OPEN&sort=-agreedOn&pageSize=20";
			switch (i % 4) {
				case 0 -> running.add(answered(nanos, "one document", due, app.get("/api/v1/meetings/" + meeting), 200));
				case 1 -> running.add(answered(nanos, "list of 20, filtered and sorted", due, app.get(list), 200));
				case 2 -> running.add(answered(nanos, "one document, as of earlier", due, app.get("/api/v1/meetings/" + meeting + "?asOf=" + log.middle()), 200));
				default -> running.add(answered(nanos, "list of 20, as of earlier", due, app.get(list + "&asOf=" + log.middle()), 200));
			}
			if (i % READS_PER_SECOND == 0) {
				peak[0] = Math.max(peak[0], app.residentMegabytes());
			}
		}
		CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
		Map<String, long[]> sorted = new LinkedHashMap<>();
		nanos.entrySet().stream().sorted(Map.Entry.comparingByKey())
				.forEach(each -> sorted.put(each.getKey(), each.getValue().stream().mapToLong(Long::longValue).sorted().toArray()));
		return sorted;
	}

	private static CompletableFuture<?> answered(Map<String, List<Long>> nanos, String kind, long due, CompletableFuture<HttpResponse<String>> answer, int status) {
		return answer.thenAccept(response -> {
			// a command that the views do not show in time is answered 202: told apart, as its time is that of the patience
			boolean later = status == 201 && response.statusCode() == 202;
			nanos.computeIfAbsent(later ? kind + ": not in time" : kind, each -> Collections.synchronizedList(new ArrayList<>())).add(System.nanoTime() - due);
			assertThat(response.statusCode()).as(response.body()).isEqualTo(later ? 202 : status);
		});
	}

	private static long[] questions(Map<String, long[]> nanos) {
		return nanos.entrySet().stream().filter(kind -> !kind.getKey().startsWith("command")).flatMapToLong(kind -> Arrays.stream(kind.getValue())).sorted().toArray();
	}

	private void reportServed(Map<String, long[]> nanos, Map<String, long[]> duringRebuild, double cold, double cached, double idle, double peak, double settled) {
		report.line("");
		report.line("## Questions over HTTP");
		report.line("");
		report.line(String.format(Locale.ROOT,
				"%d GET requests per second (open loop) for %d s while %d commands per second are sent, at %,d facts, after as many for %d s; the client runs on the same machine.",
				READS_PER_SECOND, READING, COMMANDS_PER_SECOND, SIZES.get(1), WARM_UP));
		report.table("", "p50, ms", "p99, ms", "answers");
		nanos.forEach((kind, each) -> report.row(kind, number(Load.percentile(each, 50)), number(Load.percentile(each, 99)), each.length));
		long[] all = questions(nanos);
		long[] during = questions(duringRebuild);
		report.row("all GET", number(Load.percentile(all, 50)), number(Load.percentile(all, 99)), all.length);
		report.row("all GET while all views are rebuilt", number(Load.percentile(during, 50)), number(Load.percentile(during, 99)), during.length);
		report.goal("GET p99 at most doubled by a rebuild", "%s ms, then %s ms".formatted(number(Load.percentile(all, 99)), number(Load.percentile(during, 99))),
				Load.percentile(during, 99) <= 2 * Load.percentile(all, 99));
		report.goal("GET p99 under 20 ms", number(Load.percentile(all, 99)) + " ms", Load.percentile(all, 99) < 20);
		report.line("");
		report.line("## Start and memory");
		report.line("");
		report.line(String.format(Locale.ROOT,
				"From the start of the process until the readiness probe is up, on existing data (%,d facts), PostgreSQL's start included; median of %d. Memory is the resident set of the JVM,",
				SIZES.get(1), STARTS));
		report.line("PostgreSQL's own processes not counted.");
		report.table("", "");
		report.row("`java -jar`", number(cold) + " s");
		report.row("unpacked, with AOT cache (`bin/aot-cache`)", number(cached) + " s");
		report.row("idle, 10 s after the start", number(idle) + " MB");
		report.row("highest under the load above", number(peak) + " MB");
		report.row("10 s after that load", number(settled) + " MB");
		report.goal("ready in 4 s on existing data", "%s s; with AOT cache %s s".formatted(number(cold), number(cached)), cold <= 4);
		report.goal("450 MB resident at idle", "%s MB after the start, %s MB after load".formatted(number(idle), number(settled)), Math.max(idle, settled) <= 450);
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}
}
