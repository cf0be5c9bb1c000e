package nl.ontwikkelagenda.app.command;

import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.joining;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.command.Intent.Once;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@BesideOthers
class AutomationsTest {

	private static final String INVITED = "select count(*) from log.domain_event where aggregate_identifier = ? and meta_data ->> 'actor' = 'job:InviteMembers'";

	private static Instance app;
	private static Automations automations;

	private final PersonId administrator = somebody();
	private PartnershipId partnership = new PartnershipId(UUID.randomUUID());

	@BeforeAll
	static void start() {
		app = new Instance(TestDatabase.migrated());
		automations = app.context.getBean(Automations.class);
	}

	@AfterAll
	static void stop() {
		app.close();
	}

	@BeforeEach
	void aPartnership() {
		partnership = app.foundedBy(administrator);
	}

	@AfterEach
	void inOrderAgain() {
		InviteMembers.OUT_OF_ORDER.clear();
		automations.retryDeadLetters();
	}

	@Test
	void keepsItsTokensInTheDatabase() {
		assertThat(app.context.getBeansOfType(TokenStore.class).values()).singleElement().isInstanceOf(JdbcTokenStore.class);
		assertThat(app.count("select count(*) from register.token where processor_name = 'InviteMembers'")).isEqualTo(4);
	}

	@Test
	void whatItCannotDoIsParkedForThatPartnershipOnlyAndDoneLaterInOrder() {
		PartnershipId fine = app.foundedBy(administrator);
		InviteMembers.OUT_OF_ORDER.add(partnership);

		assertThat(app.commands.send(joining(partnership), by(administrator)).visible()).as("an answer does not wait for what is parked").isTrue();
		app.commands.send(joining(partnership), by(administrator));
		app.commands.send(joining(fine), by(administrator));

		assertThat(app.count(INVITED, fine.toString())).isEqualTo(1);
		assertThat(app.count(INVITED, partnership.toString())).isZero();
		assertThat(
				app.jdbc.queryForList("select cause_message from register.dead_letter where sequence_identifier = ? order by sequence_index", String.class, partnership.toString()))
				.hasSize(2).first().asString().contains("division by zero");
		assertThat(state().deadLetters()).isEqualTo(2);
		assertThat(automations.retryDeadLetters()).as("still out of order").isZero();

		InviteMembers.OUT_OF_ORDER.clear();
		app.commands.send(joining(partnership), by(administrator));
		assertThat(app.count(INVITED, partnership.toString())).as("later events wait behind the parked ones").isZero();
		assertThat(automations.retryDeadLetters()).isEqualTo(1);
		assertThat(app.count(INVITED, partnership.toString())).isEqualTo(3);
		assertThat(state().deadLetters()).isZero();
		assertThat(app.jdbc.queryForList("""
				select payload ->> 'personId' from log.domain_event where aggregate_identifier = ? and meta_data ->> 'actor' = 'job:InviteMembers' order by global_index""",
				String.class, partnership.toString())).as("in the order of joining").isEqualTo(app.jdbc.queryForList(
						"select payload ->> 'organisationId' from log.domain_event where aggregate_identifier = ? and payload_type = 'agenda.OrganisationJoined' order by global_index",
						String.class, partnership.toString()));
	}

	@Test
	void anEventThatComesTwiceHasItsEffectOnce() {
		app.commands.send(joining(partnership), by(administrator));
		PooledStreamingEventProcessor processor = processor();
		processor.shutDown();
		// As after a crash between the automation's command and the commit of its token.
		TokenStore tokens = app.context.getBean(TokenStore.class);
		new TransactionTemplate(app.context.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
			for (int segment = 0; segment < 4; segment++) {
				tokens.fetchToken("InviteMembers", segment);
				tokens.storeToken(new GlobalSequenceTrackingToken(0), "InviteMembers", segment);
			}
			app.jdbc.update("update register.token set owner = null where processor_name = 'InviteMembers'");
		});
		processor.start();

		long head = app.count("select max(global_index) from log.domain_event");
		assertThat(automations.await(everythingUpTo(head), Duration.ofSeconds(20))).isTrue();
		assertThat(app.count(INVITED, partnership.toString())).isEqualTo(1);
		assertThat(state().deadLetters()).isZero();
	}

	@Test
	void whoAsksAgainAfterACrashIsAnsweredWhenTheAutomationHasReacted() throws Exception {
		PooledStreamingEventProcessor processor = processor();
		processor.shutDown();
		Intent once = new Intent(Actor.person(administrator), false, new Once("again", "again", 201, "/"), null);
		JoinOrganisation command = joining(partnership);
		// As when the server dies right after the commit: nobody waited for the automation.
		((AxonCommands) app.commands).effect(new GenericCommandMessage<>(command), once);
		try (ExecutorService asking = Executors.newSingleThreadExecutor()) {
			Future<Done> again = asking.submit(() -> app.commands.send(command, once));
			assertThatThrownBy(() -> again.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
			processor.start();
			assertThatThrownBy(again::get).cause().isInstanceOfSatisfying(AlreadyDone.class, done -> assertThat(done.outcome().visible()).isTrue());
		}
		assertThat(app.count(INVITED, partnership.toString())).isEqualTo(1);
	}

	@Test
	void itTellsHowFarItIs() {
		app.commands.send(joining(partnership), by(administrator));
		assertThat(automations.await(everythingUpTo(app.count("select max(global_index) from log.domain_event")), Duration.ofSeconds(5))).isTrue();
		assertThat(state()).isEqualTo(new Automations.State("InviteMembers", true, false, 0, 0));
		assertThat(automations.await(everythingUpTo(Long.MAX_VALUE), Duration.ofMillis(50))).isFalse();
	}

	@Test
	void severalInstancesThatStartOnAnEmptyTableMakeItsRowsOnce() throws Exception {
		int instances = 4;
		app.jdbc.update("delete from register.token where processor_name = '__config'");
		CyclicBarrier together = new CyclicBarrier(instances);
		TransactionTemplate transaction = new TransactionTemplate(app.context.getBean(PlatformTransactionManager.class));
		List<String> identifiers = new ArrayList<>();
		try (ExecutorService starting = Executors.newFixedThreadPool(instances)) {
			List<Future<String>> started = new ArrayList<>();
			for (int node = 0; node < instances; node++) {
				TokenStore tokens = AutomationConfiguration.tokens(app.context.getBean(ConnectionProvider.class), app.context.getBean("serializer", Serializer.class), app.jdbc,
						"node-" + node);
				started.add(starting.submit(() -> {
					together.await();
					transaction.executeWithoutResult(status -> tokens.initializeTokenSegments("Newcomer", 4, new GlobalSequenceTrackingToken(0)));
					return transaction.execute(status -> tokens.retrieveStorageIdentifier().orElseThrow());
				}));
			}
			for (Future<String> start : started) {
				identifiers.add(start.get());
			}
		}
		assertThat(app.count("select count(*) from register.token where processor_name = 'Newcomer'")).isEqualTo(4);
		assertThat(identifiers).containsOnly(identifiers.getFirst());
	}

	private static Automations.Awaited everythingUpTo(long position) {
		return new Automations.Awaited(Set.of("InviteMembers"), Set.of(0, 1, 2, 3), position);
	}

	private static Automations.State state() {
		return automations.states().stream().filter(state -> state.name().equals("InviteMembers")).findFirst().orElseThrow();
	}

	private static PooledStreamingEventProcessor processor() {
		return app.context.getBean(EventProcessingConfiguration.class).eventProcessor("InviteMembers", PooledStreamingEventProcessor.class).orElseThrow();
	}
}
