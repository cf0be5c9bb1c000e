package nl.ontwikkelagenda.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.HeardLines;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.readmodel.Checker;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is there after the first start of the demo. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class DemoDataTest {

	private static final String PROGRAMME = "partnershipId=" + MetAndereOgen.PROGRAMME;

	private static final String WAITING = "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_try_advisory_lock($1)%' and pid <> pg_backend_pid()";
	private static final String AUTOMATIONS_AT_WORK = "select count(*) from register.token where owner is not null";

	private final TestDatabase database = TestDatabase.migrated();
	private long automationsAtWork = -1;
	private final Running app = startedWhileAnotherHadTheTurn();

	private Running startedWhileAnotherHadTheTurn() {
		List<String> heard = new CopyOnWriteArrayList<>();
		try (AutoCloseable _ = HeardLines.by(line -> heard.add(line.getFormattedMessage()));
				Connection held = database.owner().getConnection();
				ExecutorService thread = Executors.newSingleThreadExecutor()) {
			JdbcClient other = JdbcClient.create(new SingleConnectionDataSource(held, true));
			assertThat(other.sql("select pg_try_advisory_lock(?)").param(DemoTurn.TURN).query(Boolean.class).single()).isTrue();
			Future<Running> starting = thread.submit(() -> Running.on(database, "ontwikkelagenda.demo-history=true"));
			while (other.sql(WAITING).query(Long.class).single() == 0) {
				assertThat(starting).as("waits for its turn").isNotDone();
				Thread.sleep(100);
			}
			long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
			while (heard.stream().noneMatch(line -> line.startsWith("Een andere instantie vertelt de geschiedenis van de demo; deze wacht daarop … "))) {
				assertThat(System.nanoTime()).as("says in time that it waits").isLessThan(end);
				Thread.sleep(100);
			}
			automationsAtWork = other.sql(AUTOMATIONS_AT_WORK).query(Long.class).single();
			other.sql("select pg_advisory_unlock(?)").param(DemoTurn.TURN).query(Boolean.class).single();
			return starting.get();
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void nothingReactsHereToWhatAnotherTells() {
		assertThat(automationsAtWork).isZero();
		assertThat(JdbcClient.create(database.owner()).sql(AUTOMATIONS_AT_WORK).query(Long.class).single()).as("now").isPositive();
	}

	@Test
	void historyWasRecordedInTheOrderOfItsDays() {
		List<String> moments = app.context().getBean(JdbcClient.class).sql("select time_stamp from log.domain_event order by global_index").query(String.class).list();
		assertThat(moments).isSorted();
		assertThat(moments.getFirst()).startsWith("2018-06-11");
		assertThat(moments.getLast()).startsWith("2024-04-11");
	}

	@Test
	void whatIsToldTwiceHappensOnce() {
		long before = app.events();
		app.context().getBean(DemoTurn.class).start();
		app.context().getBean(DemoData.class).start();
		assertThat(app.events()).isEqualTo(before);
	}

	@Test
	void theFiveThemesOf2020AreCommunitiesThatMetFourTimes() {
		JsonNode communities = read("/api/v1/communities?sort=title&" + PROGRAMME).path("items");
		assertThat(each(communities, "title")).containsExactly("Bindende afspraken voor onderwijs, jeugd en zorg", "Interprofessioneel samenwerken", "Monitoring",
				"Onderwijs-zorgarrangementen en poreuze randen", "Positief en preventief jeugdbeleid");
		communities.forEach(community -> {
			assertThat(community.path("minimum").intValue()).isEqualTo(15);
			assertThat(community.path("maximum").intValue()).isEqualTo(25);
			assertThat(community.path("held")).hasSize(4);
			assertThat(community.path("status").asString()).isEqualTo("STARTED");
			assertThat(community.path("seated").intValue()).isBetween(15, 25);
		});
		assertThat(read("/api/v1/communities?asOf=2020-03-31&" + PROGRAMME).path("items").valueStream().map(community -> community.path("status").asString()))
				.hasSize(5).containsOnly("FOUNDED");
		JsonNode own = read("deelnemer", "/api/v1/enrolments?personId=" + Cast.PARTICIPANT).path("items");
		assertThat(each(own, "standing")).containsExactly("SEATED");
		assertThat(own.get(0).path("certifiedOn").asString()).isEqualTo("2020-12-07");
	}

	@Test
	void theElevenInspirationRegionsArePartnerships() {
		JsonNode regions = read("projectleider", "/api/v1/partnerships?pageSize=50&kind=REGION&foundedOn=2019-01-07").path("items");
		assertThat(each(regions, "name")).hasSize(11).allMatch(name -> name.contains("verzonnen naam"));
		assertThat(each(read("/api/v1/partnerships/" + MetAndereOgen.PROGRAMME + "/regions").path("items"), "regionId")).containsExactlyInAnyOrderElementsOf(
				each(regions, "partnershipId"));
		assertThat(read("/api/v1/partnerships?kind=PROGRAMME").path("total").intValue()).isEqualTo(1);
	}

	@Test
	void aCommunityReflectedTwiceAndCanTryAThirdTime() {
		JsonNode rounds = read("/api/v1/reflection-rounds?sort=openedOn&" + PROGRAMME).path("items");
		assertThat(each(rounds, "status")).containsExactly("CLOSED", "CLOSED", "OPEN");
		assertThat(rounds.get(0).path("elements")).hasSize(6);
		assertThat(read("/api/v1/reflection-rounds/" + rounds.at("/1/reflectionRoundId").asString() + "/comparison?with=" + rounds.at("/0/reflectionRoundId").asString())
				.at("/differences/0/change").decimalValue()).isPositive();
	}

	@Test
	void theLibraryHoldsTheLiteratureAndToolsOf2023() {
		assertThat(read("/api/v1/library-items?kind=LITERATURE&" + PROGRAMME).path("total").intValue()).isEqualTo(8);
		assertThat(read("/api/v1/library-items?kind=TOOL&" + PROGRAMME).path("total").intValue()).isEqualTo(4);
		assertThat(each(read("/api/v1/library-items?status=ANNOUNCED&" + PROGRAMME).path("items"), "expected")).containsExactly("Publicatie verwacht eind 2023");
		assertThat(
				read("/api/v1/library-items?pageSize=50&" + PROGRAMME).path("items").valueStream().map(item -> item.path("consultedOn").asString("")).filter(day -> !day.isEmpty()))
				.containsExactlyInAnyOrder("2023-08-23", "2023-08-06", "2023-08-15", "2023-08-11", "2023-08-20");
		assertThat(read("/api/v1/library-items?asOf=2022-12-31&" + PROGRAMME).path("total").intValue()).isZero();
	}

	@Test
	void jargonIsExplainedAndALegalBarrierIsOnTheAgenda() {
		assertThat(each(read("/api/v1/terms?status=AGREED&sort=word&" + PROGRAMME).path("items"), "word")).containsExactly("arrangement", "beschikking", "poreuze randen");
		assertThat(each(read("/api/v1/barriers?" + PROGRAMME).path("items"), "status")).containsExactly("ON_AGENDA");
	}

	@Test
	void theViewsAreWhatTheLogSays() {
		assertThat(app.context().getBean(Checker.class).check().first()).isEmpty();
	}

	private JsonNode read(String path) {
		return read("secretaris", path);
	}

	private JsonNode read(String user, String path) {
		Answer answer = app.get(user, path);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.json();
	}

	private static List<String> each(JsonNode items, String field) {
		return items.valueStream().map(item -> item.path(field).asString()).toList();
	}
}
