package nl.ontwikkelagenda.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Walk;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long every page takes, from the question to the whole answer, when the partnership of the demo has 100,000 actions more; writes {@code docs/benchmark-pages.md}. */
@Tag("benchmark")
class PagesBenchmarkTest {

	private static final int ACTIONS = Integer.getInteger("benchmark.actions", 100_000);
	private static final int PERSONS = 200;
	private static final int BATCH = 10_000;
	private static final int WARM_UP = 20;
	private static final int TIMES = 60;
	private static final int FEWEST = 10;
	private static final Duration LONGEST = Duration.ofSeconds(30);
	private static final double GOAL_MILLIS = 50;

	/** In milliseconds. */
	private record Time(String shape, double median, double p95) {
	}

	@Test
	void everyPageIsReadyAtOnce() throws SQLException, IOException {
		Running app = Running.withDemo("ontwikkelagenda.limits.burst=10000000");
		try {
			List<Walk.Place> pages = Walk.through(app, "secretaris", Running.ADMINISTRATOR).stream().filter(place -> !Walk.isFile(place.path())).toList();
			fill(app);
			List<Time> times = new ArrayList<>();
			for (Walk.Place place : pages) {
				Time time = of(app, place);
				System.out.printf("%6.1f %6.1f %s%n", time.median, time.p95, place.path());
				times.add(time);
			}
			times.sort(Comparator.comparingDouble(Time::p95).reversed());
			Report report = new Report();
			report.table("page", "p50 in ms", "p95 in ms");
			times.forEach(time -> report.row("`" + time.shape + "`", Report.number(time.median), Report.number(time.p95)));
			List<String> slow = times.stream().filter(time -> time.p95 >= GOAL_MILLIS).map(Time::shape).toList();
			report.goal("p95 of every page under 50 ms", "%d of %d pages".formatted(times.size() - slow.size(), times.size()), slow.isEmpty());
			report.writeTo(Path.of("..", "docs", "benchmark-pages.md"), "Pages", List.of("Written by `mvn -Pbenchmark verify`; do not edit.", "",
					"%s. Every page of the demo, of which the partnership has %,d actions more; one client, %d times one after the other, after %d times to warm up; a page that takes long as often as goes in %d s, and %d times at least. `*` is an id."
							.formatted(LocalDate.now(ZoneOffset.UTC), ACTIONS, TIMES, WARM_UP, LONGEST.toSeconds(), FEWEST)));
			assertThat(slow).isEmpty();
		} finally {
			app.context().close();
		}
	}

	/** Gives the agenda of the demo that has most themes so many actions more. */
	private static void fill(Running app) throws SQLException {
		List<JsonNode> fullest = app.get("secretaris", "/api/v1/themes?pageSize=100").json().path("items").valueStream()
				.collect(Collectors.groupingBy(theme -> theme.path("agendaId").asString())).values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
		PartnershipId partnership = PartnershipId.of(fullest.getFirst().path("partnershipId").asString());
		AgendaId agenda = AgendaId.of(fullest.getFirst().path("agendaId").asString());
		List<ThemeId> themes = fullest.stream().map(theme -> ThemeId.of(theme.path("themeId").asString())).toList();
		Instant last = JdbcClient.create(app.database().owner()).sql("select max(time_stamp) from log.domain_event").query((row, number) -> row.getTimestamp(1).toInstant())
				.single();
		// of many people, and recorded by a colleague who left: nobody has the work of everybody on the pages about himself
		List<PersonId> persons = Stream.concat(Stream.of(DemoAccounts.PARTICIPANT, DemoAccounts.PROJECT_LEAD), Stream.generate(PagesBenchmarkTest::somebody)).limit(PERSONS)
				.toList();
		BulkLog log = new BulkLog(app.context().getBean(EventSerializer.class), partnership, agenda, themes, somebody(), persons, last);
		try (Connection owner = app.database().owner().getConnection()) {
			log.writeAgreedActions(ACTIONS, LocalDate.ofInstant(last, ZoneOffset.UTC), BATCH, owner);
			assertThat(app.context().getBean(ReadModelEngine.class).awaitPosition(app.context().getBean(EventLog.class).safePosition(), Duration.ofMinutes(10))).isTrue();
			// as the sealer and autovacuum do a minute later
			LoadedHistory.seal(app.context());
			owner.createStatement().execute("vacuum analyze");
		}
	}

	private static PersonId somebody() {
		return new PersonId(UUID.randomUUID());
	}

	/** A page that takes seconds is asked for less often. */
	private static Time of(Running app, Walk.Place place) {
		long end = System.nanoTime() + LONGEST.toNanos();
		for (int i = 0; i < WARM_UP && System.nanoTime() < end; i++) {
			millis(app, place);
		}
		end = System.nanoTime() + LONGEST.toNanos();
		List<Double> times = new ArrayList<>();
		while (times.size() < TIMES && (times.size() < FEWEST || System.nanoTime() < end)) {
			times.addAll(millis(app, place));
		}
		times.sort(Comparator.naturalOrder());
		return new Time(Walk.shape(place.path()), times.get(times.size() / 2), times.get(times.size() * 95 / 100));
	}

	/** In milliseconds; of a page that asks again by itself, as what it shows is looked up beside it, each of its questions until that is there. */
	private static List<Double> millis(Running app, Walk.Place place) {
		List<Double> each = new ArrayList<>();
		for (boolean ready = false; !ready;) {
			long start = System.nanoTime();
			Running.Answer answer = app.get(place.user(), place.path(), "Accept", "text/html");
			each.add((System.nanoTime() - start) / 1e6);
			assertThat(answer.status()).isEqualTo(200);
			String refresh = answer.header("Refresh");
			ready = refresh == null;
			LockSupport.parkNanos(ready ? 0 : Duration.ofSeconds(Long.parseLong(refresh)).toNanos());
		}
		return each;
	}
}
