package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

import nl.ontwikkelagenda.app.faults.KillTest.Kill.Who;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is killed, and when: what was acknowledged is there once, and nothing else. */
class KillTest {

	private static final int CLIENTS = 6;

	/** The event that a client can recognise as his, in the words of {@link Clients#acknowledged}; of the kinds of events that clients ask for. */
	private static final String FACTS = """
			select case payload_type
				when 'agenda.MeetingPlanned' then 'MeetingPlanned ' || (payload -> 'title' ->> 'text')
				when 'agenda.AttendanceRecorded' then 'AttendanceRecorded ' || (payload ->> 'meetingId') || ' ' || (payload ->> 'organisationId')
				when 'agenda.OutcomeRecorded' then 'OutcomeRecorded ' || (payload -> 'title' ->> 'text')
				when 'actions.ProgressReported' then 'ProgressReported ' || (payload -> 'text' ->> 'text')
				when 'actions.ActionCompleted' then 'ActionCompleted ' || (payload -> 'result' ->> 'text') end as fact, count(*)::integer as times
			from log.domain_event
			where payload_type in ('agenda.MeetingPlanned', 'agenda.AttendanceRecorded', 'agenda.OutcomeRecorded', 'actions.ProgressReported', 'actions.ActionCompleted')
				and time_stamp > '2022-01-01'
			group by 1""";

	/** Outcomes that are actions and were not taken up exactly once with all their promises, the demo's own included. */
	private static final String ACTIONS_WRONG = """
			select o.payload -> 'title' ->> 'text' || ': ' || count(a) || ' times, ' || (select count(*) from log.domain_event p
					where p.payload_type in ('actions.ActionAssigned', 'actions.PromiseAdded') and p.payload ->> 'actionId' = o.payload ->> 'outcomeId') || ' promises'
			from log.domain_event o left join log.domain_event a on a.payload_type = 'actions.ActionAssigned' and a.payload ->> 'outcomeId' = o.payload ->> 'outcomeId'
			where o.payload_type = 'agenda.OutcomeRecorded' and o.payload ->> 'kind' = 'ACTION'
			group by o.global_index, o.payload
			having count(a) <> 1 or jsonb_array_length(o.payload -> 'promises') <> (select count(*) from log.domain_event p
					where p.payload_type in ('actions.ActionAssigned', 'actions.PromiseAdded') and p.payload ->> 'actionId' = o.payload ->> 'outcomeId')""";

	private static final String SEQUENCES_WRONG = "select aggregate_identifier from log.domain_event group by aggregate_identifier having max(sequence_number) <> count(*) - 1";

	/** One kill: of whom, and how many milliseconds after everybody got on again since the last. */
	record Kill(Who who, int afterMillis) {

		enum Who {
			/** The application, by {@code kill -9}. */
			APPLICATION,
			/** The application, and once more while it starts. */
			STARTING_APPLICATION,
			/** The first process of PostgreSQL. */
			POSTGRES,
			/** A process of PostgreSQL that serves the application. */
			BACKEND,
			/** Both, as when the machine stops. */
			BOTH
		}
	}

	/** Stays when the test fails: what the application printed tells why. */
	@TempDir(cleanup = CleanupMode.ON_SUCCESS) private Path directory;
	private int kills;

	@Test
	void everything_acknowledged_is_there_once_after_a_few_kills(TestReporter reporter) throws Exception {
		run(List.of(new Kill(Who.BACKEND, 300), new Kill(Who.APPLICATION, 200), new Kill(Who.BOTH, 300)), reporter);
		assertThat(kills).isGreaterThanOrEqualTo(4);
	}

	@Test
	@Tag("faults")
	void everything_acknowledged_is_there_once_after_many_kills(TestReporter reporter) throws Exception {
		List<Who> all = new ArrayList<>();
		all.addAll(Collections.nCopies(9, Who.APPLICATION));
		all.addAll(Collections.nCopies(2, Who.STARTING_APPLICATION));
		all.addAll(Collections.nCopies(6, Who.POSTGRES));
		all.addAll(Collections.nCopies(6, Who.BACKEND));
		all.addAll(Collections.nCopies(2, Who.BOTH));
		Random random = new Random(Integer.getInteger("faults.seed", 20180924));
		Collections.shuffle(all, random);
		run(all.stream().map(who -> new Kill(who, random.nextInt(2_000))).toList(), reporter);
		assertThat(kills).isGreaterThanOrEqualTo(20);
	}

	private void run(List<Kill> plan, TestReporter reporter) throws Exception {
		long began = System.nanoTime();
		try (Installation installation = new Installation(directory)) {
			dieWhileTheDemoIsTold(installation);
			Clients clients = new Clients(installation, CLIENTS);
			clients.begin();
			clients.awaitProgress(3);
			for (Kill kill : plan) {
				Thread.sleep(kill.afterMillis);
				kill(installation, kill.who);
				clients.awaitProgress(2);
			}
			clients.close();
			assertThat(clients.faults).isEmpty();
			reporter.publishEntry(Map.of("kills", "" + kills, "acknowledged", "" + clients.acknowledged.size(), "sent again", clients.sentAgain.toString(), "repeated",
					clients.repeated.toString(), "answered 202", clients.later.toString(), "answered 503", clients.unavailable.toString(), "not answered",
					clients.unreachable.toString(), "read", clients.read.toString(), "events", "" + installation.events(), "seconds",
					"" + (System.nanoTime() - began) / 1_000_000_000));
			compare(installation, clients);
			installation.check();
			assertThat(installation.unforeseen()).isEmpty();
			installation.stop();
		}
	}

	/** The very first start breaks off halfway through the demo's history; the next one goes on where it stopped. */
	private void dieWhileTheDemoIsTold(Installation installation) throws Exception {
		installation.start();
		for (int i = 0; i < 3_000 && installation.events() < 12; i++) {
			Thread.sleep(20);
		}
		installation.killApplication();
		kills++;
		installation.start();
		installation.awaitReady();
	}

	private void kill(Installation installation, Who who) throws Exception {
		switch (who) {
			case APPLICATION -> {
				installation.killApplication();
				kills++;
				installation.start();
			}
			case STARTING_APPLICATION -> {
				installation.killApplication();
				installation.start();
				Thread.sleep(new Random(kills).nextInt(1_000, 6_000));
				installation.killApplication();
				kills += 2;
				installation.start();
			}
			case POSTGRES -> {
				assertThat(installation.killPostgres()).isTrue();
				kills++;
			}
			case BACKEND -> {
				assertThat(installation.killBackend()).isTrue();
				kills++;
			}
			case BOTH -> {
				assertThat(installation.killPostgres()).isTrue();
				installation.killApplication();
				kills += 2;
				installation.start();
			}
		}
	}

	private static void compare(Installation installation, Clients clients) throws IOException, InterruptedException {
		installation.awaitReady();
		JdbcClient database = installation.database();
		Map<String, Integer> recorded = new HashMap<>();
		database.sql(FACTS).query(row -> {
			recorded.put(row.getString(1), row.getInt(2));
		});
		Map<String, Integer> missing = new HashMap<>(clients.acknowledged);
		missing.entrySet().removeAll(recorded.entrySet());
		Map<String, Integer> tooMany = new HashMap<>(recorded);
		tooMany.entrySet().removeAll(clients.acknowledged.entrySet());
		assertThat(tooMany).as("recorded and not acknowledged, or more often").isEmpty();
		assertThat(missing).as("acknowledged and not recorded").isEmpty();
		assertThat(clients.acknowledged.values()).containsOnly(1);
		assertThat(database.sql(ACTIONS_WRONG).query(String.class).list()).isEmpty();
		assertThat(database.sql(SEQUENCES_WRONG).query(String.class).list()).isEmpty();
		assertThat(database.sql("select count(*) from register.dead_letter").query(Long.class).single()).isZero();
		assertThat(database.sql("select count(*) from log.domain_event where payload_type = 'actions.ActionAssigned' and time_stamp < '2022-01-01'").query(Long.class).single())
				.as("actions of the demo").isEqualTo(8);
		seen(clients);
	}

	/** The same through the front door. */
	private static void seen(Clients clients) throws IOException, InterruptedException {
		List<String> actions = new ArrayList<>();
		for (JsonNode action : clients.all("/api/v1/actions?partnershipId=" + clients.partnership())) {
			actions.add(action.path("title").asString());
		}
		List<String> wanted = new ArrayList<>();
		for (Map.Entry<String, Queue<String>> meeting : clients.outcomes.entrySet()) {
			List<String> titles = new ArrayList<>();
			for (JsonNode outcome : clients.all("/api/v1/meetings/" + meeting.getKey() + "/outcomes?sort=recordedAt")) {
				titles.add(outcome.path("title").asString());
				if (outcome.path("kind").asString().equals("ACTION")) {
					wanted.add(outcome.path("title").asString());
				}
			}
			assertThat(titles).containsExactlyElementsOf(meeting.getValue());
		}
		assertThat(actions).containsExactlyInAnyOrderElementsOf(wanted);
	}
}
