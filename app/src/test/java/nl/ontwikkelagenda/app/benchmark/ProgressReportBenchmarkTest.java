package nl.ontwikkelagenda.app.benchmark;

import static nl.ontwikkelagenda.app.benchmark.Report.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.postgres.DurablePostgres;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** How fast the progress report of a large partnership answers over HTTP, beside a million facts; writes {@code docs/benchmark-reports.md}. */
@Tag("benchmark")
class ProgressReportBenchmarkTest {

	private static final int FACTS = Integer.getInteger("benchmark.facts", 1_000_000);
	/** Of one partnership, beside its meetings: far more than the others have. */
	private static final int ACTIONS = Integer.getInteger("benchmark.actions", 50_000);
	private static final int BATCH = 10_000;
	private static final double SECONDS = 10;
	private static final double GOAL_MILLIS = 1_000;
	private static final Path DIRECTORY = Path.of("target", "benchmark-reports").toAbsolutePath();
	private static final Path DATA = DIRECTORY.resolve("data");

	private final Report report = new Report();

	/** @param middle a moment at about half of what was written */
	private record Filled(String ordinary, String largest, Instant middle) {
	}

	@Test
	@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aPartnershipsReportOverFiveYearsAnswersWithinASecond() throws Exception {
		FileSystemUtils.deleteRecursively(DIRECTORY);
		Files.createDirectories(DIRECTORY);
		try {
			Filled filled = fill();
			try (Served app = new Served(Path.of("target", "ontwikkelagenda.jar").toAbsolutePath(), null, DATA, DIRECTORY.resolve("served.log"))) {
				String ofOrdinary = "partnershipId=" + filled.ordinary();
				String ofLargest = "partnershipId=" + filled.largest();
				report.table("report", "answers/s", "p50 in ms", "p99 in ms", "actions agreed");
				double fiveYears = measured(app, "five years", ofOrdinary + "&from=2018-01-01&to=2022-12-31");
				measured(app, "everything so far", ofOrdinary);
				measured(app, "as of the middle of the log", ofOrdinary + "&asOf=" + filled.middle());
				measured(app, "five years, largest partnership", ofLargest + "&from=2026-01-01&to=2030-12-31");
				measured(app, "everything so far, largest partnership", ofLargest);
				report.goal("five years p99 under 1 s", number(fiveYears) + " ms", fiveYears < GOAL_MILLIS);
			}
			report.writeTo(Path.of("..", "docs", "benchmark-reports.md"), "Progress reports", List.of("Written by `mvn -Pbenchmark verify`; do not edit.", "",
					"%s. %,d facts, and %,d more actions in the largest partnership; one client asks for %.0f s, one report after the other, after as long a warm-up."
							.formatted(LocalDate.now(ZoneOffset.UTC), FACTS, ACTIONS, SECONDS)));
		} finally {
			FileSystemUtils.deleteRecursively(DIRECTORY);
		}
	}

	private static Filled fill() throws Exception {
		try (ConfigurableApplicationContext app = LoadedHistory.application(DATA)) {
			PGSimpleDataSource owner = LoadedHistory.owner(app.getBean(DurablePostgres.class));
			BulkLog log = new BulkLog(app.getBean(EventSerializer.class));
			try (Connection connection = owner.getConnection()) {
				log.writeUpTo(FACTS, connection);
				log.writeAgreedActions(ACTIONS, LocalDate.of(2030, 9, 24), BATCH, connection);
			}
			LoadedHistory.seal(app);
			ReadModelEngine views = app.getBean(ReadModelEngine.class);
			assertThat(views.awaitPosition(app.getBean(EventLog.class).safePosition(), Duration.ofMinutes(20))).as("the views catch up").isTrue();
			try (Connection connection = owner.getConnection()) {
				// as autovacuum does a minute later
				connection.createStatement().execute("vacuum analyze");
			}
			return new Filled(log.partnerships().getFirst().toString(), log.partnerships().getLast().toString(), log.middle());
		}
	}

	/** Answers the 99th percentile in milliseconds. */
	private double measured(Served app, String name, String query) throws Exception {
		String path = "/api/v1/reports/progress?" + query;
		HttpResponse<String> first = app.get(path).join();
		if (first.statusCode() == 404) {
			// the partnership was not there then
			return 0;
		}
		Load.Step ask = () -> assertThat(app.get(path).join().statusCode()).isEqualTo(200);
		Load.of(1, SECONDS, client -> ask);
		Load load = Load.of(1, SECONDS, client -> ask);
		JsonNode answered = JsonMapper.shared().readTree(first.body());
		report.row(name, number(load.perSecond()), number(load.p50Millis()), number(load.p99Millis()), String.format("%,d", ReportJson.count(answered, "actions-agreed")));
		return load.p99Millis();
	}
}
