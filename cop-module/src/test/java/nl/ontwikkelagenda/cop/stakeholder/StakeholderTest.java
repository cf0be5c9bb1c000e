package nl.ontwikkelagenda.cop.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.EraseStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.MoveStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.WithdrawStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderErased;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderMoved;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderRegistered;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderWithdrawn;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StakeholderTest {

	private static final PartnershipId PROGRAMME = new PartnershipId(new UUID(0, 1));
	private static final PersonId TEACHER = new PersonId(new UUID(0, 2));
	private static final StakeholderId STAKEHOLDER = StakeholderId.of(PROGRAMME, TEACHER);
	private static final OrganisationId SCHOOL = new OrganisationId(new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2020, 3, 12);
	private static final RegisterStakeholder REGISTER = new RegisterStakeholder(STAKEHOLDER, PROGRAMME, TEACHER, SCHOOL, Sector.EDUCATION, Perspective.PRACTICE, DAY);
	private static final StakeholderRegistered REGISTERED = new StakeholderRegistered(STAKEHOLDER, PROGRAMME, TEACHER, SCHOOL, Sector.EDUCATION, Perspective.PRACTICE, DAY);
	private static final StakeholderWithdrawn WITHDRAWN = new StakeholderWithdrawn(STAKEHOLDER, DAY);

	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

	private final AggregateTestFixture<Stakeholder> stakeholder = new AggregateTestFixture<>(Stakeholder.class);

	@BeforeEach
	void everythingIsKnown() {
		References known = (partnership, id) -> true;
		stakeholder.registerInjectableResource(known);
	}

	@Test
	void somebodyRegistersOnceAndAgainAfterWithdrawing() {
		stakeholder.givenNoPriorActivity().when(REGISTER).expectEvents(REGISTERED);
		stakeholder.given(REGISTERED).when(REGISTER).expectException(RuleBroken.class).expectNoEvents();
		stakeholder.given(REGISTERED, WITHDRAWN).when(REGISTER).expectEvents(REGISTERED);
	}

	@Test
	void aStakeholderMovesToAnotherOrganisation() {
		MoveStakeholder move = new MoveStakeholder(STAKEHOLDER, TEACHER, null, Sector.MUNICIPALITY, Perspective.POLICY, DAY);
		StakeholderMoved moved = new StakeholderMoved(STAKEHOLDER, null, Sector.MUNICIPALITY, Perspective.POLICY, DAY);
		stakeholder.given(REGISTERED).when(move).expectEvents(moved);
		stakeholder.given(REGISTERED, WITHDRAWN).when(move).expectException(RuleBroken.class).expectNoEvents();

		StakeholderView view = StakeholderView.on(StakeholderView.on(null, REGISTERED, WHEN), moved, WHEN);
		assertThat(view.sector()).isEqualTo(Sector.MUNICIPALITY);
		assertThat(view.organisationId()).isNull();
	}

	@Test
	void whoIsErasedIsNoStakeholderAnyMoreAlsoWhenHeHadWithdrawn() {
		EraseStakeholder erase = new EraseStakeholder(STAKEHOLDER, DAY.plusDays(1));
		StakeholderErased erased = new StakeholderErased(STAKEHOLDER, DAY.plusDays(1));
		stakeholder.given(REGISTERED).when(erase).expectEvents(erased);
		stakeholder.given(REGISTERED, WITHDRAWN).when(erase).expectEvents(erased);
		stakeholder.given(REGISTERED, erased).when(erase).expectNoEvents();
		stakeholder.given(REGISTERED, erased).when(new WithdrawStakeholder(STAKEHOLDER, TEACHER, DAY)).expectException(RuleBroken.class).expectNoEvents();

		StakeholderView registered = StakeholderView.on(null, REGISTERED, WHEN);
		StakeholderView gone = StakeholderView.on(registered, erased, WHEN);
		assertThat(registered.registered()).isTrue();
		assertThat(gone.registered()).isFalse();
		assertThat(gone.withdrawnOn()).isEqualTo(DAY.plusDays(1));
		assertThat(StakeholderView.on(StakeholderView.on(registered, WITHDRAWN, WHEN), erased, WHEN).withdrawnOn()).as("since he withdrew").isEqualTo(DAY);
	}

	@Test
	void nobodyIsWithdrawnInTheNameOfAnother() {
		stakeholder.given(REGISTERED).when(new WithdrawStakeholder(STAKEHOLDER, new PersonId(new UUID(0, 9)), DAY)).expectException(RuleBroken.class).expectNoEvents();
		stakeholder.given(REGISTERED).when(new WithdrawStakeholder(STAKEHOLDER, TEACHER, DAY)).expectEvents(WITHDRAWN);
	}
}
