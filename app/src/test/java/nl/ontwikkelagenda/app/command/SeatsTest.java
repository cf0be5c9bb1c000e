package nl.ontwikkelagenda.app.command;

import static nl.ontwikkelagenda.app.command.Instance.DAY;
import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static nl.ontwikkelagenda.app.command.Instance.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.cop.community.Capacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand;
import nl.ontwikkelagenda.cop.community.CommunityCommand.ChangeCapacity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Enrol;
import nl.ontwikkelagenda.cop.community.CommunityCommand.FoundCommunity;
import nl.ontwikkelagenda.cop.community.CommunityCommand.InviteStakeholder;
import nl.ontwikkelagenda.cop.community.CommunityCommand.Leave;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A crowd at every door of a community on two instances, while its room changes: never one too many, the line keeps its order, nobody is lost. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class SeatsTest {

	private static final int MINIMUM = 5;
	private static final int CROWD = 40;
	private static final int LARGE_CROWD = 480;

	private Instance one;
	private Instance other;
	private PartnershipId programme;
	private PersonId secretary;

	@BeforeAll
	void start() {
		TestDatabase database = TestDatabase.migrated();
		String patience = "ontwikkelagenda.command.patience=60s";
		one = new Instance(database, patience);
		other = new Instance(database, patience);
		PersonId administrator = somebody();
		programme = one.foundedBy(administrator);
		secretary = one.memberOf(programme, administrator, Right.SECRETARY);
	}

	@AfterAll
	void stop() {
		other.close();
		one.close();
	}

	@RepeatedTest(2)
	void aCrowdAtEveryDoor() throws Exception {
		crowd(CROWD);
	}

	@Tag("nightly")
	@RepeatedTest(20)
	void aLargeCrowdAtEveryDoor() throws Exception {
		crowd(LARGE_CROWD);
	}

	private void crowd(int size) throws Exception {
		BodyId body = new BodyId(UUID.randomUUID());
		CommunityId community = CommunityId.on(body);
		send(one, new EstablishBody(body, programme, BodyKind.COMMUNITY, text("Monitoring"), Access.OPEN));
		send(one, new FoundCommunity(community, programme, body, null, text("Monitoring"), room(10), 4, 3, null, DAY));
		List<PersonId> people = IntStream.range(0, size).mapToObj(number -> stakeholder()).toList();

		List<Callable<@Nullable CommunityCommand>> attempts = new ArrayList<>();
		for (int number = 0; number < size; number++) {
			PersonId person = people.get(number);
			Instance here = number % 2 == 0 ? one : other;
			attempts.add(() -> sent(here, new Enrol(community, person, DAY)));
			switch (number % 5) {
				case 0 -> attempts.add(() -> sent(here.equals(one) ? other : one, new Enrol(community, person, DAY)));
				case 1 -> attempts.add(() -> sent(here, new InviteStakeholder(community, person, DAY)));
				case 2 -> attempts.add(() -> sent(here, new Leave(community, person, DAY)));
				default -> {
				}
			}
		}
		for (int room : List.of(12, 8, 15, 11)) {
			attempts.add(attempts.size() / 2, () -> sent(one, new ChangeCapacity(community, room(room), DAY)));
		}
		List<CommunityCommand> accepted = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
			for (Future<@Nullable CommunityCommand> answer : threads.invokeAll(attempts)) {
				CommunityCommand done = answer.get();
				if (done != null) {
					accepted.add(done);
				}
			}
		}
		everySeatIsFair(community, people, accepted);
	}

	/** Walks through what happened, in order. */
	private void everySeatIsFair(CommunityId community, List<PersonId> people, List<CommunityCommand> accepted) {
		int maximum = 10;
		Set<String> seated = new HashSet<>();
		Set<String> waiting = new LinkedHashSet<>();
		Set<String> left = new HashSet<>();
		for (Map<String, Object> event : one.jdbc.queryForList(
				"select payload_type as type, coalesce(payload #>> '{member,personId}', '') as person, coalesce((payload #>> '{capacity,maximum}')::int, 0) as maximum "
						+ "from log.domain_event where aggregate_identifier = ? order by global_index",
				community.toString())) {
			String person = String.valueOf(event.get("person"));
			switch (String.valueOf(event.get("type"))) {
				case "cop.CapacityChanged" -> maximum = Integer.parseInt(String.valueOf(event.get("maximum")));
				case "cop.StakeholderEnrolled" -> assertThat(seated.add(person)).as("one seat each").isTrue();
				case "cop.StakeholderWaitlisted" -> {
					assertThat(seated).as("who waits finds it full").hasSize(maximum);
					assertThat(waiting.add(person)).isTrue();
				}
				case "cop.StakeholderPromoted" -> {
					assertThat(person).as("first come, first served").isEqualTo(waiting.iterator().next());
					waiting.remove(person);
					assertThat(seated.add(person)).isTrue();
				}
				case "cop.StakeholderLeft" -> {
					assertThat(seated.remove(person) || waiting.remove(person)).isTrue();
					left.add(person);
				}
				default -> {
				}
			}
			assertThat(seated).as("never one too many").hasSizeLessThanOrEqualTo(maximum);
		}
		assertThat(waiting.isEmpty() || seated.size() == maximum).as("no seat stays empty while somebody waits").isTrue();
		assertThat(Stream.of(seated, waiting, left).flatMap(Set::stream)).as("nobody is lost").containsAll(people.stream().map(PersonId::toString).toList());
		long enrolled = accepted.stream().filter(Enrol.class::isInstance).count();
		assertThat(one.count("select count(*) from log.domain_event where aggregate_identifier = ? and payload_type in ('cop.StakeholderEnrolled', 'cop.StakeholderWaitlisted')",
				community.toString())).as("every yes is there once").isEqualTo(enrolled);
	}

	private static Capacity room(int maximum) {
		return new Capacity(MINIMUM, maximum, Map.of());
	}

	private PersonId stakeholder() {
		PersonId person = somebody();
		one.context.getBean(People.class).enter(new Person(person, "Deelnemer", "Leraar", null, null, null));
		send(one, new RegisterStakeholder(StakeholderId.of(programme, person), programme, person, null, Sector.EDUCATION, Perspective.PRACTICE, DAY));
		return person;
	}

	private void send(Instance instance, Object command) {
		instance.commands.send(command, by(secretary));
	}

	/** Null for what was refused by a rule; every other answer than yes or no fails the test. */
	private @Nullable CommunityCommand sent(Instance instance, CommunityCommand command) {
		try {
			send(instance, command);
			return command;
		} catch (RuleBroken refused) {
			return null;
		}
	}
}
