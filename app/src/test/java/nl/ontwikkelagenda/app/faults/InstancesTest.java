package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.webhook.Receiver;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances on one database: whatever happens to one of them, the others go on, and nothing is done twice or not at all. */
@Tag("faults")
class InstancesTest {

	private static final int CLIENTS = 6;
	private static final int ROUNDS = Integer.getInteger("faults.rounds", 10);
	private static final double TAKEN_OVER_IN_SECONDS = 15;
	/** Everything at a position is shown when the view's keeper is there, and proven when the sealer is. */
	private static final String SHOWN = "select position from view.keeper";
	private static final String PROVEN = "select coalesce(max(global_index), 0) from ledger.leaf";
	private static final String REACTED_TO = "select min((regexp_match(convert_from(token, 'UTF8'), '\"globalIndex\":(\\d+)'))[1]::bigint) from register.token where processor_name <> '__config'";
	private static final String MAILS_UNDER_WAY = "select count(*) from register.outgoing_mail where state = 'WAITING' and attempts > 0";
	/** Mails that were tried before a moment and are not sent. */
	private static final String MAILS_UNDER_WAY_SINCE = MAILS_UNDER_WAY + " and next_attempt_at <= ?";
	private static final String REPORTS_MADE = "select count(*) from register.report_run where state = 'DONE'";
	/** Less than the clocks differ. */
	private static final double REPORT_IN_SECONDS = 30;
	private static final String JOBS_OF_THE_DEAD = "select count(*) from register.job where picked and last_heartbeat < now() - interval '3 seconds'";

	private static final String EVENTS = "actions-module/nl.ontwikkelagenda.actions.action.ActionEvent";
	private static final String VIEWS = "reporting-module/nl.ontwikkelagenda.reporting.readmodel.ReadModels";
	private static final String NEW_FACTS = "select count(*) from log.domain_event where payload_type = 'actions.ProgressReported' and payload_revision = '2'";
	private static final String OLD_FACTS = "select count(*) from log.domain_event where payload_type = 'actions.ProgressReported' and payload_revision is null";
	private static final String NEW_VIEW = "select count(*) from view.generation where name = 'actions' and serving and not mixed and version = ";
	/** The text of a report was called otherwise in revision 1. */
	private static final String UPCASTER = """
			package nl.ontwikkelagenda.app.store;

			import tools.jackson.databind.json.JsonMapper;
			import tools.jackson.databind.node.ObjectNode;

			import org.axonframework.serialization.SimpleSerializedType;
			import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
			import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
			import org.springframework.stereotype.Component;

			@Component
			class TextIsCalledWords extends SingleEventUpcaster {

				@Override
				protected boolean canUpcast(IntermediateEventRepresentation event) {
					return event.getType().getName().equals("actions.ProgressReported") && event.getType().getRevision() == null;
				}

				@Override
				protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
					return event.upcastPayload(new SimpleSerializedType("actions.ProgressReported", "2"), String.class, payload -> {
						ObjectNode fact = (ObjectNode) JsonMapper.shared().readTree(payload);
						fact.set("words", fact.remove("text"));
						return fact.toString();
					});
				}
			}
			""";

	/** Stays when the test fails: what the instances printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;

	private final List<Installation> instances = new ArrayList<>();
	private final HttpClient http = HttpClient.newHttpClient();

	@AfterEach
	void stop() throws IOException, InterruptedException {
		for (Installation instance : instances) {
			instance.close();
		}
	}

	/** System property: {@code faults.rounds}. */
	@Test
	void four_that_start_at_the_same_moment_on_an_empty_database_all_start() throws Exception {
		int started = 0;
		for (int round = 0; round < ROUNDS; round++) {
			TestDatabase database = TestDatabase.empty();
			List<Installation> four = instances(database, "round-" + round, 4);
			instances.addAll(four);
			for (Installation instance : four) {
				instance.start();
			}
			for (Installation instance : four) {
				instance.awaitReady();
				assertThat(instance.unforeseen()).isEmpty();
				started++;
			}
			Checker.checkDemo(four.getFirst().database());
			for (Installation instance : four) {
				instance.stop();
			}
			database.drop();
		}
		Reliability.record("four instances start at the same moment on an empty database, again and again", "%d of %d started".formatted(started, 4 * ROUNDS));
	}

	@Test
	void what_a_killed_instance_did_is_taken_over() throws Exception {
		run("one of three instances killed, eight times", 3, (clients, database) -> {
			List<Double> seconds = new ArrayList<>();
			Random random = new Random(20180924);
			for (int kill = 0; kill < 8; kill++) {
				Installation victim = instances.get(random.nextInt(instances.size()));
				victim.killApplication();
				seconds.add(secondsUntilTakenOver(database));
				clients.awaitProgress(1);
				victim.start();
				victim.awaitReady();
			}
			assertThat(seconds).allSatisfy(each -> assertThat(each).isLessThanOrEqualTo(TAKEN_OVER_IN_SECONDS));
			return "read models, ledger, automations and jobs taken over after at most %.1f s".formatted(seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
		});
	}

	@Test
	void what_a_killed_instance_was_telling_outside_is_told_by_another() throws Exception {
		TestDatabase database = TestDatabase.migrated();
		Path shared = Files.createDirectories(directory.resolve("shared"));
		String patient = "--ontwikkelagenda.webhooks.timeout=10m";
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Installation first = Installation.of(database, shared, Files.createDirectories(directory.resolve("first")), patient, "--spring.mail.port=" + silent.getLocalPort(),
					"--spring.mail.properties.mail.smtp.timeout=600000");
			Installation second = Installation.of(database, shared, Files.createDirectories(directory.resolve("second")), patient);
			instances.addAll(List.of(first, second));
			first.start();
			first.awaitReady();
			Clients clients = new Clients(instances, CLIENTS);
			Receiver partner = clients.outside().partner();
			partner.answer(exchange -> Thread.sleep(Duration.ofMinutes(10)));
			clients.begin();
			silent.setSoTimeout(Math.toIntExact(Installation.PATIENCE.toMillis()));
			try (Socket _ = silent.accept()) {
				await(() -> !partner.received().isEmpty());
				second.start();
				second.awaitReady();
				JdbcClient owner = JdbcClient.create(database.owner());
				assertThat(number(owner, MAILS_UNDER_WAY)).isPositive();
				Instant killed = owner.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
				first.killApplication();
				long began = System.nanoTime();
				String cutShort = partner.received().getFirst().id();
				await(() -> partner.received().stream().filter(each -> each.id().equals(cutShort)).count() > 1);
				await(() -> owner.sql(MAILS_UNDER_WAY_SINCE).param(Timestamp.from(killed)).query(Long.class).single() == 0);
				double seconds = (System.nanoTime() - began) / 1e9;
				assertThat(seconds).isLessThanOrEqualTo(TAKEN_OVER_IN_SECONDS);
				clients.awaitProgress(2);
				clients.close();
				assertThat(clients.faults).isEmpty();
				Checker.check(second, clients);
				second.stop();
				Reliability.record("one of two instances killed while it sends a mail and tells the system of a partner",
						"%s; the other did both after %.1f s".formatted(clients.figures(), seconds));
			}
		}
		database.drop();
	}

	@Test
	void an_instance_that_stood_still_for_longer_than_its_claims_gets_on_again() throws Exception {
		run("each of three instances paused for 40 s and resumed", 3, (clients, database) -> {
			double longest = 0;
			for (Installation instance : instances) {
				instance.pause();
				longest = Math.max(longest, secondsUntilTakenOver(database));
				assertThat(longest).isLessThanOrEqualTo(TAKEN_OVER_IN_SECONDS);
				Thread.sleep(40_000);
				instance.resume();
				clients.awaitProgress(2);
			}
			return "the others took over after at most %.1f s".formatted(longest);
		});
	}

	@Test
	void clocks_may_differ_by_a_minute() throws Exception {
		FakeClock.assumePossible();
		run("three instances with clocks a minute apart", 3, (clients, database) -> {
			clients.awaitProgress(10);
			Installation first = instances.getFirst();
			first.killApplication();
			double seconds = secondsUntilTakenOver(database);
			assertThat(seconds).isLessThanOrEqualTo(TAKEN_OVER_IN_SECONDS);
			first.start();
			first.awaitReady();
			clients.awaitProgress(10);
			double made = secondsUntilMade(instances.getLast(), clients, database);
			assertThat(made).as("a report asked for where the clock is ahead").isLessThan(REPORT_IN_SECONDS);
			return "one of them killed meanwhile: taken over after %.1f s; a report asked for at the one that is ahead was made after %.1f s".formatted(seconds, made);
		}, Duration.ofMinutes(-1), Duration.ZERO, Duration.ofMinutes(1));
	}

	@Test
	void an_old_and_a_new_version_work_beside_each_other() throws Exception {
		int version = ReadModels.ACTIONS.version() + 1;
		Release next = new Release(directory.resolve("next"))
				.changed(EVENTS, "record ProgressReported(ActionId actionId, FreeText text,",
						"@org.axonframework.serialization.Revision(\"2\")\n\trecord ProgressReported(ActionId actionId, @com.fasterxml.jackson.annotation.JsonProperty(\"words\") FreeText text,")
				.changed(VIEWS, "<>(\"actions\", " + ReadModels.ACTIONS.version() + ",", "<>(\"actions\", " + version + ",")
				.changed(VIEWS, "Stream.of(view.title(), view.text(), view.ending())", "Stream.of(\"vernieuwd\", view.title(), view.text(), view.ending())")
				.with("nl.ontwikkelagenda.app.store.TextIsCalledWords", UPCASTER).compiled();
		run("two instances replaced, one after the other, by a version with a changed event (upcaster) and a changed view", 2, (clients, database) -> {
			clients.awaitProgress(5);
			long before = number(database, OLD_FACTS);
			for (Installation instance : instances) {
				instance.stop();
				instance.withRelease(next);
				instance.start();
				instance.awaitReady();
				clients.awaitProgress(10);
			}
			long beside = number(database, OLD_FACTS) - before;
			assertThat(number(database, NEW_FACTS)).isPositive();
			await(() -> number(database, NEW_VIEW + version) == 1);
			clients.awaitProgress(3);
			return "%d facts in the old shape and %d in the new one were recorded meanwhile".formatted(beside, number(database, NEW_FACTS));
		});
	}

	/** What happens to the instances while everybody works; says what came of it. */
	private interface Course {

		String of(Clients clients, JdbcClient database) throws Exception;
	}

	private void run(String name, int number, Course course, Duration... clocks) throws Exception {
		TestDatabase database = TestDatabase.migrated();
		instances.addAll(instances(database, "instances", number));
		for (int i = 0; i < number; i++) {
			if (clocks.length > 0) {
				instances.get(i).withClock(new FakeClock(directory.resolve("clock-" + i), clocks[i]));
			}
			instances.get(i).start();
		}
		for (Installation instance : instances) {
			instance.awaitReady();
		}
		Clients clients = new Clients(instances, CLIENTS);
		if (clocks.length > 0) {
			clients.clocksDiffer();
		}
		clients.begin();
		clients.awaitProgress(3);
		String found = course.of(clients, JdbcClient.create(database.owner()));
		clients.close();
		assertThat(clients.faults).isEmpty();
		Checker.check(instances.getFirst(), clients);
		for (Installation instance : instances) {
			assertThat(instance.unforeseen()).isEmpty();
			instance.stop();
		}
		Reliability.record(name, clients.figures() + "; " + found);
		database.drop();
	}

	private List<Installation> instances(TestDatabase database, String name, int number) throws IOException {
		Path shared = Files.createDirectories(directory.resolve(name).resolve("shared"));
		List<Installation> made = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			made.add(Installation.of(database, shared, Files.createDirectories(directory.resolve(name).resolve("" + i))));
		}
		return made;
	}

	/** Until all that is recorded now is shown, proven and reacted to, and no job waits for somebody who is gone. */
	private static double secondsUntilTakenOver(JdbcClient database) throws InterruptedException {
		long began = System.nanoTime();
		long recorded = database.sql("select max(global_index) from log.domain_event").query(Long.class).single();
		while (number(database, SHOWN) < recorded || number(database, PROVEN) < recorded || number(database, REACTED_TO) < recorded || number(database, JOBS_OF_THE_DEAD) > 0) {
			assertThat(System.nanoTime() - began).as("taken over").isLessThan(Installation.PATIENCE.toNanos());
			Thread.sleep(100);
		}
		return (System.nanoTime() - began) / 1e9;
	}

	/** Until the report is made that is asked for at this instance. */
	private double secondsUntilMade(Installation instance, Clients clients, JdbcClient database) throws Exception {
		long began = System.nanoTime();
		HttpRequest ask = HttpRequest.newBuilder(instance.address("/api/v1/report-runs")).header("Authorization", Running.authorization("secretaris"))
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString("{\"subject\": {\"kind\": \"PARTNERSHIP\", \"id\": \"%s\"}, \"format\": \"CSV\"}".formatted(clients.partnership()))).build();
		assertThat(http.send(ask, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
		await(() -> number(database, REPORTS_MADE) == 1);
		return (System.nanoTime() - began) / 1e9;
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(100);
		}
	}

	private static long number(JdbcClient database, String sql) {
		return database.sql(sql).query(Long.class).single();
	}
}
