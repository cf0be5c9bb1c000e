package nl.ontwikkelagenda.app.benchmark;

import static nl.ontwikkelagenda.app.benchmark.Report.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.postgres.DurablePostgres;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** How fast the lists of actions answer over HTTP, on 100,000 actions; writes {@code docs/benchmark-actions.md}. */
@Tag("benchmark")
class ActionListsBenchmarkTest {

	private static final int ACTIONS = Integer.getInteger("benchmark.actions", 100_000);
	private static final int BATCH = 10_000;
	private static final double SECONDS = 10;
	private static final double GOAL_MILLIS = 20;
	private static final double GOAL_OF_PAGES_MILLIS = 50;
	private static final Path DIRECTORY = Path.of("target", "benchmark-actions").toAbsolutePath();
	private static final Path DATA = DIRECTORY.resolve("data");

	private final Report report = new Report();

	@Test
	@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void mineAndOverdueAnswerAtOnce() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Files.createDirectories(DIRECTORY);
		try {
			String partnership = fill();
			try (Served app = new Served(Path.of("target", "ontwikkelagenda.jar").toAbsolutePath(), null, DATA, DIRECTORY.resolve("served.log"))) {
				report.table("list, first page of 20", "answers/s", "p50 in ms", "p95 in ms", "p99 in ms", "actions in it");
				double mine = measured(app, "mine", "mine=true");
				double overdue = measured(app, "overdue", "overdue=true");
				measured(app, "overdue in one partnership", "overdue=true&partnershipId=" + partnership);
				measured(app, "without deadline", "withoutDeadline=true");
				measured(app, "open", "status=OPEN&sort=overdueFrom");
				measured(app, "newest first", "sort=-recordedAt");
				page(app, "page: list of open actions", "/acties?partnershipId=" + partnership);
				page(app, "page: board", "/acties?vorm=bord&partnershipId=" + partnership);
				report.goal("\"mine\" p99 under 20 ms", number(mine) + " ms", mine < GOAL_MILLIS);
				report.goal("\"overdue\" p99 under 20 ms", number(overdue) + " ms", overdue < GOAL_MILLIS);
			}
			report.writeTo(Path.of("..", "docs", "benchmark-actions.md"), "Lists of actions", List.of("Written by `mvn -Pbenchmark verify`; do not edit.", "",
					"%s. %,d open actions in one partnership; one client asks for %.0f s, one question after the other, after as long a warm-up.".formatted(
							LocalDate.now(ZoneOffset.UTC), ACTIONS, SECONDS)));
		} finally {
			FileSystemUtils.deleteRecursively(DIRECTORY);
		}
	}

	/** Answers the partnership that has the actions. */
	private static String fill() throws Exception {
		try (ConfigurableApplicationContext app = LoadedHistory.application(DATA)) {
			PGSimpleDataSource owner = LoadedHistory.owner(app.getBean(DurablePostgres.class));
			BulkLog log = new BulkLog(app.getBean(EventSerializer.class));
			try (Connection connection = owner.getConnection()) {
				log.writeUpTo(1, connection);
				log.writeAgreedActions(ACTIONS, LocalDate.of(2030, 9, 24), BATCH, connection);
			}
			LoadedHistory.seal(app);
			ReadModelEngine views = app.getBean(ReadModelEngine.class);
			assertThat(views.awaitPosition(app.getBean(EventLog.class).safePosition(), Duration.ofMinutes(10))).as("the views catch up").isTrue();
			try (Connection connection = owner.getConnection()) {
				// as autovacuum does a minute later
				connection.createStatement().execute("vacuum analyze");
			}
			return log.partnerships().getLast().toString();
		}
	}

	/** Answers the 99th percentile in milliseconds. */
	private double measured(Served app, String name, String query) throws Exception {
		String path = "/api/v1/actions?" + query;
		Load load = load(app, path);
		int total = JsonMapper.shared().readTree(app.get(path).join().body()).path("total").intValue();
		row(name, load, String.format("%,d", total));
		return load.p99Millis();
	}

	private void page(Served app, String name, String path) throws Exception {
		Load load = load(app, path);
		row(name, load, "");
		report.goal("%s p95 under 50 ms".formatted(name), number(load.p95Millis()) + " ms", load.p95Millis() < GOAL_OF_PAGES_MILLIS);
	}

	private static Load load(Served app, String path) throws InterruptedException {
		Load.Step ask = () -> assertThat(app.get(path).join().statusCode()).isEqualTo(200);
		Load.of(1, SECONDS, client -> ask);
		return Load.of(1, SECONDS, client -> ask);
	}

	private void row(String name, Load load, String total) {
		report.row(name, number(load.perSecond()), number(load.p50Millis()), number(load.p95Millis()), number(load.p99Millis()), total);
	}
}
