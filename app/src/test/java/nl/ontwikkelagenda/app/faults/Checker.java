package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be so after any fault. */
final class Checker {

	/** The event that a client can recognise as his, in the words of {@link Clients#acknowledged}; of the kinds of events that clients ask for. */
	private static final String FACTS = """
			select case payload_type
				when 'agenda.MeetingPlanned' then 'MeetingPlanned ' || (payload -> 'title' ->> 'text')
				when 'agenda.AttendanceRecorded' then 'AttendanceRecorded ' || (payload ->> 'meetingId') || ' ' || (payload ->> 'organisationId')
				when 'agenda.InvitationSent' then 'InvitationSent ' || (payload ->> 'meetingId')
				when 'agenda.ThemeRaised' then 'ThemeRaised ' || (payload -> 'title' ->> 'text')
				when 'agenda.OutcomeRecorded' then 'OutcomeRecorded ' || (payload -> 'title' ->> 'text')
				when 'actions.ProgressReported' then 'ProgressReported ' || (coalesce(payload -> 'text', payload -> 'words') ->> 'text')
				when 'actions.ActionCompleted' then 'ActionCompleted ' || (payload -> 'result' ->> 'text') end as fact, count(*)::integer as times
			from log.domain_event
			where (payload_type in ('agenda.MeetingPlanned', 'agenda.AttendanceRecorded', 'agenda.InvitationSent', 'agenda.OutcomeRecorded', 'actions.ProgressReported',
					'actions.ActionCompleted') and time_stamp > '2022-01-01'
				or payload_type = 'agenda.ThemeRaised' and payload ->> 'agendaId' = ?)
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

	private Checker() {
	}

	/**
	 * Compares what clients were told with what is recorded and shown: all of it, once, and nothing else; and with what those outside were told. Afterwards the
	 * views with the log, and the log with the ledger.
	 */
	static void check(Installation installation, Clients clients) throws IOException, InterruptedException {
		installation.awaitReady();
		JdbcClient database = installation.database();
		Map<String, Integer> recorded = recorded(database, clients);
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
		checkDemo(database);
		seen(clients);
		try (Outside outside = clients.outside()) {
			clients.outboxIs(outside.check(database, clients.agenda(), clients.invited()));
		}
		installation.check();
		installation.checkLedger();
		assertThat(installation.unforeseen()).isEmpty();
	}

	/**
	 * What has to be so where a backup was put back that was made while clients worked: everything that was acknowledged before it was begun is there, once; and nothing that nobody
	 * asked for.
	 */
	static void checkRestored(Installation installation, Clients clients, Map<String, Integer> before) throws IOException, InterruptedException {
		JdbcClient database = installation.database();
		Map<String, Integer> recorded = recorded(database, clients);
		assertThat(recorded).as("acknowledged before the backup").containsAllEntriesOf(before);
		assertThat(clients.acknowledged).as("acknowledged at all").containsAllEntriesOf(recorded);
		long end = System.nanoTime() + Installation.PATIENCE.toNanos();
		while (!database.sql(ACTIONS_WRONG).query(String.class).list().isEmpty() && System.nanoTime() < end) {
			Thread.sleep(100);
		}
		assertThat(database.sql(ACTIONS_WRONG).query(String.class).list()).isEmpty();
		assertThat(database.sql(SEQUENCES_WRONG).query(String.class).list()).isEmpty();
		checkDemo(database);
		installation.check();
		installation.checkLedger();
		assertThat(installation.unforeseen()).isEmpty();
	}

	/** Facts that clients can recognise, with how often they are in the log. */
	private static Map<String, Integer> recorded(JdbcClient database, Clients clients) {
		Map<String, Integer> recorded = new HashMap<>();
		database.sql(FACTS).param(clients.agenda()).query(row -> {
			recorded.put(row.getString(1), row.getInt(2));
		});
		return recorded;
	}

	/** However many instances there are, one of them tells the demo. */
	static void checkDemo(JdbcClient database) {
		assertThat(database.sql("select count(*) from log.domain_event where payload_type = 'actions.ActionAssigned' and time_stamp < '2022-01-01'").query(Long.class).single())
				.as("actions of the demo").isEqualTo(9);
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
			if (clients.clocksAgree()) {
				assertThat(titles).containsExactlyElementsOf(meeting.getValue());
			} else {
				// the order is that of the clocks
				assertThat(titles).containsExactlyInAnyOrderElementsOf(meeting.getValue());
			}
		}
		assertThat(actions).containsExactlyInAnyOrderElementsOf(wanted);
	}
}
