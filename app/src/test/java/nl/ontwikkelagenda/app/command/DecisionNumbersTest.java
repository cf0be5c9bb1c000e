package nl.ontwikkelagenda.app.command;

import static nl.ontwikkelagenda.app.command.Instance.DAY;
import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static nl.ontwikkelagenda.app.command.Instance.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Decisions that are taken at once on two instances are numbered from one, without gaps, from the very first of a register. */
@BesideOthers
class DecisionNumbersTest {

	private static final int AT_ONCE = 50;

	private static Instance one;
	private static Instance other;

	@BeforeAll
	static void start() {
		TestDatabase database = TestDatabase.migrated();
		// On a slow machine the answers of the last in the row take longer than a user would be kept waiting.
		String patience = "ontwikkelagenda.command.patience=60s";
		one = new Instance(database, patience);
		other = new Instance(database, patience);
	}

	@AfterAll
	static void stop() {
		other.close();
		one.close();
	}

	@RepeatedTest(2)
	void fiftyAtOnceAreNumberedFromOneToFifty() throws Exception {
		PersonId administrator = somebody();
		PartnershipId partnership = one.foundedBy(administrator);
		PersonId secretary = one.memberOf(partnership, administrator, Right.SECRETARY);
		BodyId body = new BodyId(UUID.randomUUID());
		one.commands.send(new EstablishBody(body, partnership, BodyKind.OFFICIAL, text("AO Jeugd"), Access.OPEN), by(secretary));
		List<Callable<Done>> decisions = new ArrayList<>();
		for (int number = 0; number < AT_ONCE; number++) {
			Commands commands = number % 2 == 0 ? one.commands : other.commands;
			TakeDecision take = new TakeDecision(partnership, body, new DecisionId(UUID.randomUUID()), text("Besluit van de lange avond"), null, DAY, null, null, null, null, null);
			decisions.add(() -> commands.send(take, by(secretary)));
		}
		try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Future<Done> done : threads.invokeAll(decisions)) {
				assertThat(done.get().visible()).isTrue();
			}
		}
		List<Integer> serials = one.jdbc.queryForList(
				"select (payload ->> 'serial')::int from log.domain_event where aggregate_identifier = ? and payload_type = 'agenda.DecisionTaken' order by global_index",
				Integer.class, DecisionRegisterId.of(body, DAY.getYear()).toString());
		assertThat(serials).containsExactlyElementsOf(IntStream.rangeClosed(1, AT_ONCE).boxed().toList());
	}
}
