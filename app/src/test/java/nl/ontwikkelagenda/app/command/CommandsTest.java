package nl.ontwikkelagenda.app.command;

import static java.util.Objects.requireNonNull;
import static nl.ontwikkelagenda.app.command.Instance.DAY;
import static nl.ontwikkelagenda.app.command.Instance.by;
import static nl.ontwikkelagenda.app.command.Instance.founding;
import static nl.ontwikkelagenda.app.command.Instance.installationAdministrator;
import static nl.ontwikkelagenda.app.command.Instance.joining;
import static nl.ontwikkelagenda.app.command.Instance.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

@BesideOthers
class CommandsTest {

	private static Instance app;

	private final PersonId administrator = somebody();
	private PartnershipId partnership = new PartnershipId(UUID.randomUUID());

	@BeforeAll
	static void start() {
		app = new Instance(TestDatabase.migrated());
	}

	@AfterAll
	static void stop() {
		app.close();
	}

	@BeforeEach
	void aPartnership() {
		partnership = app.foundedBy(administrator);
	}

	@Test
	void whoeverWritesReadsItBackAtOnce() {
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		PersonId secretary = app.memberOf(partnership, administrator, Right.SECRETARY);

		Done done = app.commands.send(joining(partnership, organisation), by(secretary));

		assertThat(done.visible()).isTrue();
		assertThat(done.sequence()).isEqualTo(3);
		Documents documents = app.context.getBean(Documents.class);
		var stored = documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).orElseThrow();
		assertThat(stored.document().organisations()).extracting(joined -> joined.organisationId()).containsExactly(organisation);
		var invited = documents.find(ReadModels.RIGHTS, organisation.toString(), AsOf.NOW).orElseThrow();
		assertThat(invited.document().holds(partnership, Right.PARTICIPANT, DAY)).as("what the automation did because of it").isTrue();
	}

	@Test
	void everyFactTellsWhoRecordedItInWhichRoleAndWhy() {
		PersonId secretary = app.memberOf(partnership, administrator, Right.SECRETARY);
		app.commands.send(joining(partnership), by(secretary));

		var joined = app.metadataOfLast("agenda.OrganisationJoined");
		assertThat(joined).containsEntry("actor", Actor.person(secretary).value()).containsEntry("role", "SECRETARY");
		var invited = app.metadataOfLast("agenda.RightGiven");
		assertThat(invited).containsEntry("actor", "job:InviteMembers").containsEntry("role", null).containsEntry("causation", joined.get("id")).containsEntry("correlation",
				joined.get("correlation"));
	}

	@Test
	void aPartnershipIsFoundedByTheAdministratorOfTheInstallationOnly() {
		assertThatThrownBy(() -> app.commands.send(founding(new PartnershipId(UUID.randomUUID()), somebody()), by(somebody()))).isInstanceOf(NotAllowed.class)
				.hasMessageContaining("beheerder van deze installatie");
	}

	@Test
	void whoHoldsNoRightInThePartnershipCannotTellThatItExists() {
		assertThatThrownBy(() -> app.commands.send(joining(partnership), by(somebody()))).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> app.commands.send(joining(new PartnershipId(UUID.randomUUID())), by(administrator))).isInstanceOf(NotFound.class);
		assertThat(app.eventsOf(partnership)).isEqualTo(2);
	}

	@Test
	void whoHoldsAnotherRightIsToldWhichWouldDo() {
		PersonId participant = app.memberOf(partnership, administrator, Right.PARTICIPANT);

		NotAllowed refusal = catchThrowableOfType(NotAllowed.class, () -> app.commands.send(joining(partnership), by(participant)));

		assertThat(refusal).hasMessage("Dit mag alleen wie in dit samenwerkingsverband secretaris of projectleider of beheerder is; u bent deelnemer.");
		assertThat(refusal.wouldDo()).containsExactly(Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR);
	}

	@Test
	void aRightCountsFromItsFirstDayUntilItsLast() {
		LocalDate today = LocalDate.now(Today.AMSTERDAM);
		PersonId later = somebody();
		PersonId former = somebody();
		app.commands.send(new GiveRight(partnership, later, Right.SECRETARY, today.plusDays(2), null), by(administrator));
		app.commands.send(new GiveRight(partnership, former, Right.SECRETARY, DAY, today.minusDays(2)), by(administrator));

		assertThatThrownBy(() -> app.commands.send(joining(partnership), by(later))).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> app.commands.send(joining(partnership), by(former))).isInstanceOf(NotFound.class);
	}

	@Test
	void aRightThatIsWithdrawnIsGoneAtOnceAndGivenAgainIsThereAtOnce() {
		PersonId secretary = app.memberOf(partnership, administrator, Right.SECRETARY);
		app.commands.send(joining(partnership), by(secretary));

		app.commands.send(new WithdrawRight(partnership, secretary, Right.SECRETARY, DAY.plusDays(1)), by(administrator));
		assertThatThrownBy(() -> app.commands.send(joining(partnership), by(secretary))).isInstanceOf(NotFound.class);

		app.commands.send(new GiveRight(partnership, secretary, Right.SECRETARY, DAY, null), by(administrator));
		assertThat(app.commands.send(joining(partnership), by(secretary)).visible()).isTrue();
	}

	@Test
	void jobsNeedNoRight() {
		assertThat(app.commands.send(joining(partnership), Intent.of(Actor.job("Nightly"))).visible()).isTrue();
	}

	@Test
	void theExpectedSequenceMustBeExactlyTheOneItHas() {
		for (long wrong : new long[] {0, 2, 99}) {
			VersionMismatch refusal = catchThrowableOfType(VersionMismatch.class,
					() -> app.commands.send(joining(partnership), new Intent(Actor.person(administrator), false, null, wrong)));
			assertThat(refusal.actual()).isEqualTo(1);
			assertThat(refusal.expected()).isEqualTo(wrong);
		}
		assertThat(app.eventsOf(partnership)).isEqualTo(2);
		assertThat(app.commands.send(joining(partnership), new Intent(Actor.person(administrator), false, null, 1L)).sequence()).isEqualTo(2);
	}

	@Test
	void whatDoesNotExistYetHasNoSequenceToExpect() {
		assertThatThrownBy(() -> app.commands.send(founding(new PartnershipId(UUID.randomUUID()), somebody()), new Intent(Actor.person(somebody()), true, null, 0L)))
				.isInstanceOfSatisfying(VersionMismatch.class, refusal -> assertThat(refusal.actual()).isEqualTo(-1));
	}

	@Test
	void anIdIsNew() {
		assertThatThrownBy(() -> app.commands.send(founding(partnership, somebody()), installationAdministrator())).isInstanceOfSatisfying(RuleBroken.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("id-is-new"));
		assertThat(app.eventsOf(partnership)).isEqualTo(2);
	}

	@Test
	void aRuleThatWouldBeBrokenChangesNothing() {
		OrganisationId organisation = new OrganisationId(UUID.randomUUID());
		app.commands.send(joining(partnership, organisation), by(administrator));
		long before = app.eventsOf(partnership);

		assertThatThrownBy(() -> app.commands.send(joining(partnership, organisation), by(administrator))).isInstanceOfSatisfying(RuleBroken.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("organisation-takes-part-once"));
		assertThat(app.eventsOf(partnership)).isEqualTo(before);
	}

	@Test
	void aLongPartnershipKeepsItsRules() {
		OrganisationId first = new OrganisationId(UUID.randomUUID());
		app.commands.send(joining(partnership, first), by(administrator));
		for (int number = 0; number < 40; number++) {
			app.commands.send(joining(partnership), by(administrator));
			assertThatThrownBy(() -> app.commands.send(joining(partnership, first), by(administrator))).isInstanceOf(RuleBroken.class);
		}
		assertThat(app.count("select max(sequence_number) + 1 from log.domain_event where aggregate_identifier = ?", partnership.toString())).isEqualTo(2 + 41 + 41);
	}

	@Test
	void nothingIsDecidedOnAHistoryThatCannotBeRead() throws SQLException {
		TestDatabase database = app.context.getBean(TestDatabase.class);
		try (var damaging = database.owner().getConnection(); var statement = damaging.createStatement()) {
			statement.execute("update log.domain_event set payload = jsonb_set(payload, '{foundedOn}', '\"geen dag\"') where sequence_number = 0 and aggregate_identifier = '"
					+ partnership + "'");
		}
		assertThatThrownBy(() -> app.commands.send(joining(partnership), by(administrator))).isInstanceOf(DamagedFact.class);
		assertThat(app.eventsOf(partnership)).isEqualTo(2);
	}

	@Test
	void nobodySendsPastTheDoor() {
		CommandBus bus = app.context.getBean(CommandBus.class);
		assertThatThrownBy(() -> bus.dispatch(new GenericCommandMessage<>(joining(partnership)))).isInstanceOf(IllegalStateException.class).hasMessageContaining("Commands");
	}

	@Test
	void aDatabaseThatDoesNotAnswerIsToldInTime() throws Exception {
		try (Instance impatient = new Instance(TestDatabase.migrated(), "ontwikkelagenda.command.patience=500ms")) {
			PartnershipId there = impatient.foundedBy(administrator);
			try (var blocker = impatient.context.getBean(TestDatabase.class).owner().getConnection(); var statement = blocker.createStatement()) {
				blocker.setAutoCommit(false);
				statement.execute("lock table log.domain_event in access exclusive mode");
				long start = System.nanoTime();
				assertThatThrownBy(() -> impatient.commands.send(joining(there), by(administrator))).isInstanceOf(StoreUnavailable.class);
				assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
				blocker.rollback();
			}
			assertThat(impatient.commands.send(joining(there), by(administrator)).sequence()).isEqualTo(2);
		}
	}

	@Test
	void isReadyWhenViewsAndAutomationsKeepUp() {
		Health health = requireNonNull(app.context.getBean("pipeline", HealthIndicator.class).health());
		assertThat(health.getStatus()).as(health.getDetails().toString()).isEqualTo(Status.UP);
	}
}
