package nl.ontwikkelagenda.app.command;

import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.joining;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.command.Intent.Once;

import org.axonframework.commandhandling.CommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@BesideOthers
class IdempotencyTest {

	private static final String REQUEST = "a".repeat(64);

	private static TestDatabase database;
	private static Instance app;
	private static Instance other;

	private final PersonId administrator = somebody();
	private final String key = UUID.randomUUID().toString();
	private PartnershipId partnership = new PartnershipId(UUID.randomUUID());

	@BeforeAll
	static void start() {
		database = TestDatabase.migrated();
		app = new Instance(database);
		other = new Instance(database);
	}

	@AfterAll
	static void stop() {
		other.close();
		app.close();
	}

	@BeforeEach
	void aPartnership() {
		partnership = app.foundedBy(administrator);
	}

	@Test
	void theSameRequestTwentyTimesInParallelOnTwoInstancesHasOneEffect() throws Exception {
		JoinOrganisation command = joining(partnership);
		int requests = 20;
		CyclicBarrier together = new CyclicBarrier(requests);
		List<String> answers = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(requests)) {
			List<Future<String>> sent = new ArrayList<>();
			for (int number = 0; number < requests; number++) {
				Commands commands = number % 2 == 0 ? app.commands : other.commands;
				Callable<String> request = () -> {
					together.await();
					return answer(commands, command);
				};
				sent.add(clients.submit(request));
			}
			for (Future<String> answer : sent) {
				answers.add(answer.get());
			}
		}

		assertThat(answers).containsOnlyOnce("done").allMatch(answer -> List.of("done", "again", "running").contains(answer));
		assertThat(app.count("select count(*) from log.domain_event where aggregate_identifier = ? and payload_type = 'agenda.OrganisationJoined'", partnership.toString()))
				.isEqualTo(1);
		assertThat(answer(other.commands, command)).isEqualTo("again");
	}

	private String answer(Commands commands, JoinOrganisation command) {
		try {
			commands.send(command, once(REQUEST));
			return "done";
		} catch (AlreadyDone again) {
			return again.outcome().status() == 200 ? "again" : again.toString();
		} catch (IdempotencyKeyInUse running) {
			return "running";
		}
	}

	@Test
	void theAnswerIsKeptWithWhereToReadItAgain() {
		Done done = app.commands.send(joining(partnership), once(REQUEST).creating("/api/v1/somewhere"));

		Outcome outcome = other.commands.earlier(once(REQUEST)).orElseThrow();
		assertThat(outcome).isEqualTo(new Outcome(201, "/api/v1/somewhere", done.position(), true));
		assertThat(other.commands.earlier(by(administrator))).isEmpty();
	}

	@Test
	void theSameKeyForAnotherRequestIsRefusedAndForAnotherPersonIsAnotherKey() {
		app.commands.send(joining(partnership), once(REQUEST));
		long before = app.eventsOf(partnership);

		assertThatThrownBy(() -> app.commands.send(joining(partnership), once("b".repeat(64)))).isInstanceOf(IdempotencyKeyReused.class);
		assertThatThrownBy(() -> app.commands.earlier(once("b".repeat(64)))).isInstanceOf(IdempotencyKeyReused.class);
		assertThat(app.eventsOf(partnership)).isEqualTo(before);
		Intent somebodyElse = new Intent(Actor.job("Import"), false, new Once(key, REQUEST, 200, "/"), null);
		assertThat(app.commands.send(joining(partnership), somebodyElse).visible()).isTrue();
	}

	@Test
	void aRefusalIsNotKept() {
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		app.commands.send(joining(partnership, organisation), by(administrator));

		assertThatThrownBy(() -> app.commands.send(joining(partnership, organisation), once(REQUEST))).isInstanceOf(RuleBroken.class);

		assertThat(app.commands.earlier(once(REQUEST))).isEmpty();
		assertThat(app.commands.send(joining(partnership), once("b".repeat(64))).visible()).as("the key is free").isTrue();
	}

	@Test
	void aCrashAtTheCommitLeavesNeitherEventsNorKey() {
		long before = app.eventsOf(partnership);
		AtomicBoolean reached = new AtomicBoolean();
		var crash = app.context.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
			Object result = chain.proceed();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void beforeCommit(boolean readOnly) {
					reached.set(app.eventsOf(partnership) == before + 1
							&& app.count("select count(*) from register.idempotency where actor = ?", Actor.person(administrator).value()) == 1);
					throw new IllegalStateException("The server dies");
				}
			});
			return result;
		});
		try {
			assertThatThrownBy(() -> app.commands.send(joining(partnership), once(REQUEST))).hasMessageContaining("The server dies");
		} finally {
			crash.close();
		}

		assertThat(reached).as("both were written when it died").isTrue();
		assertThat(app.eventsOf(partnership)).isEqualTo(before);
		assertThat(app.commands.earlier(once(REQUEST))).isEmpty();
		assertThat(app.commands.send(joining(partnership), once(REQUEST)).visible()).isTrue();
	}

	@Test
	void aCommandThatChangesNothingIsRememberedToo() {
		IdempotencyKeys keys = app.context.getBean(IdempotencyKeys.class);
		keys.remember(Actor.person(administrator), new Once(key, REQUEST, 200, "/"), null);
		assertThat(app.commands.earlier(once(REQUEST)).orElseThrow().position()).isEqualTo(app.count("select max(global_index) from log.domain_event"));
	}

	@Test
	void keysAreForgottenAfterSevenDaysSomeAtATime() throws Exception {
		for (int number = 0; number < 3; number++) {
			app.commands.send(joining(partnership), new Intent(Actor.person(administrator), false, new Once(key + number, REQUEST, 200, "/"), null));
		}
		app.commands.send(joining(partnership), once(REQUEST));
		app.jdbc.update("update register.idempotency set created_at = now() - interval '8 days' where key like ?", key + "_");

		assertThat(app.commands.forgetOldKeys(2)).isEqualTo(2);
		assertThat(app.commands.forgetOldKeys(2)).isEqualTo(1);
		assertThat(app.commands.forgetOldKeys(2)).isZero();
		assertThat(app.commands.earlier(once(REQUEST))).isPresent();
	}

	private Intent once(String fingerprint) {
		return new Intent(Actor.person(administrator), false, new Once(key, fingerprint, 200, "/api/v1/partnerships/" + partnership), null);
	}
}
