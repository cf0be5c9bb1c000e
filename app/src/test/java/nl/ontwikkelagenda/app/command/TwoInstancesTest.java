package nl.ontwikkelagenda.app.command;

import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.joining;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@BesideOthers
class TwoInstancesTest {

	private static final int WRITERS = 8;
	private static final int EACH = 10;

	private static Instance one;
	private static Instance other;

	private final PersonId administrator = somebody();
	private PartnershipId partnership = new PartnershipId(UUID.randomUUID());

	@BeforeAll
	static void start() {
		TestDatabase database = TestDatabase.migrated();
		// Every answer waits for what the other instance's automations did; on a slow machine that takes longer than a user would be kept waiting.
		String patience = "ontwikkelagenda.command.patience=60s";
		one = new Instance(database, patience);
		other = new Instance(database, patience);
	}

	@AfterAll
	static void stop() {
		other.close();
		one.close();
	}

	@BeforeEach
	void aPartnership() {
		partnership = one.foundedBy(administrator);
	}

	@RepeatedTest(3)
	void writersOnOnePartnershipNeverSeeACollision() throws Exception {
		List<Done> done = new ArrayList<>();
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<List<Done>>> written = new ArrayList<>();
			for (int writer = 0; writer < WRITERS; writer++) {
				Commands commands = writer % 2 == 0 ? one.commands : other.commands;
				written.add(writers.submit(() -> {
					List<Done> mine = new ArrayList<>();
					for (int number = 0; number < EACH; number++) {
						mine.add(commands.send(joining(partnership), by(administrator)));
					}
					return mine;
				}));
			}
			for (Future<List<Done>> mine : written) {
				done.addAll(mine.get());
			}
		}
		assertThat(one.jdbc.queryForList("select cause_type, cause_message from register.dead_letter where cause_type is not null")).isEmpty();
		assertThat(done).hasSize(WRITERS * EACH).allMatch(Done::visible);
		assertThat(done).extracting(Done::sequence).doesNotHaveDuplicates();
		assertThat(one.count("select count(*) from log.domain_event where aggregate_identifier = ? and payload_type = 'agenda.OrganisationJoined'", partnership.toString()))
				.isEqualTo(WRITERS * EACH);
		assertThat(one.count("select count(*) from log.domain_event where aggregate_identifier = ? and meta_data ->> 'actor' = 'job:InviteMembers'", partnership.toString()))
				.as("what automations did was waited for, on whichever instance they ran").isEqualTo(WRITERS * EACH);
	}

	@Test
	void ofWritersThatExpectTheSameSequenceOneIsFirst() throws Exception {
		AtomicInteger first = new AtomicInteger();
		AtomicInteger late = new AtomicInteger();
		try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
			for (int writer = 0; writer < WRITERS; writer++) {
				Commands commands = writer % 2 == 0 ? one.commands : other.commands;
				writers.execute(() -> {
					try {
						commands.send(joining(partnership), new Intent(Actor.person(administrator), false, null, 1L));
						first.incrementAndGet();
					} catch (VersionMismatch mismatch) {
						late.incrementAndGet();
					}
				});
			}
		}
		assertThat(first).hasValue(1);
		assertThat(late).hasValue(WRITERS - 1);
	}

	@Test
	void aStateThatIsKeptKnowsWhatTheOtherInstanceRecorded() {
		for (int number = 0; number < 20; number++) {
			one.commands.send(joining(partnership), by(administrator));
		}
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		other.commands.send(joining(partnership, organisation), by(administrator));

		assertThatThrownBy(() -> one.commands.send(joining(partnership, organisation), by(administrator))).isInstanceOf(RuleBroken.class);
	}
}
