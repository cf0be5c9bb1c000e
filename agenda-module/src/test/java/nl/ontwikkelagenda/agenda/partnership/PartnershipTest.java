package nl.ontwikkelagenda.agenda.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetRegionLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnershipTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final PartnershipId PROGRAMME = new PartnershipId(new UUID(0, 5));
	private static final PersonId ADMINISTRATOR = new PersonId(new UUID(0, 2));
	private static final PersonId SECRETARY = new PersonId(new UUID(0, 3));
	private static final OrganisationId SCHOOL = new OrganisationId(new UUID(0, 4));
	private static final LocalDate JUNE = LocalDate.of(2018, 6, 11);
	private static final PartnershipFounded FOUNDED = new PartnershipFounded(REGION, PartnershipKind.REGION, text("Regio"), SchoolRegion.MIDDEN, JUNE);
	private static final RightGiven FIRST_ADMINISTRATOR = new RightGiven(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, JUNE, null);

	private final AggregateTestFixture<Partnership> partnership = new AggregateTestFixture<>(Partnership.class);

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void whoIsNamedAtTheFoundingMayGiveRights() {
		partnership.givenNoPriorActivity().when(new FoundPartnership(REGION, PartnershipKind.REGION, text("Regio"), SchoolRegion.MIDDEN, ADMINISTRATOR, JUNE)).expectEvents(FOUNDED,
				FIRST_ADMINISTRATOR);
	}

	@Test
	void anOrganisationTakesPartOnce() {
		OrganisationJoined joined = new OrganisationJoined(REGION, SCHOOL, text("Unita"), Sector.EDUCATION, JUNE);
		JoinOrganisation join = new JoinOrganisation(REGION, SCHOOL, text("Unita"), Sector.EDUCATION, JUNE);
		partnership.given(FOUNDED).when(join).expectEvents(joined);
		partnership.given(FOUNDED, joined).when(join).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aRegionTakesPartInAProgrammeOnceUntilItLeaves() {
		Partnerships partnerships = id -> id.equals(REGION)
				? Optional.of(PartnershipKind.REGION)
				: id.equals(PROGRAMME) ? Optional.of(PartnershipKind.PROGRAMME) : Optional.empty();
		partnership.registerInjectableResource(partnerships);
		PartnershipFounded programme = new PartnershipFounded(PROGRAMME, PartnershipKind.PROGRAMME, text("Programma"), SchoolRegion.MIDDEN, JUNE);
		RegionJoined joined = new RegionJoined(PROGRAMME, REGION, JUNE);
		JoinRegion join = new JoinRegion(PROGRAMME, REGION, JUNE);
		RegionLeft left = new RegionLeft(PROGRAMME, REGION, JUNE.plusDays(1));
		LetRegionLeave leave = new LetRegionLeave(PROGRAMME, REGION, JUNE.plusDays(1));
		partnership.given(programme).when(join).expectEvents(joined);
		partnership.given(programme, joined).when(join).expectException(RuleBroken.class).expectNoEvents();
		partnership.given(programme, joined).when(leave).expectEvents(left);
		partnership.given(programme, joined, left).when(leave).expectException(RuleBroken.class).expectNoEvents();
		partnership.given(programme, joined, left).when(join).expectEvents(joined);
		partnership.given(programme).when(new JoinRegion(PROGRAMME, PROGRAMME, JUNE)).expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void noRegionTakesPartInARegion() {
		Partnerships partnerships = id -> Optional.of(PartnershipKind.REGION);
		partnership.registerInjectableResource(partnerships);
		partnership.given(FOUNDED).when(new JoinRegion(/* partnershipId= */ REGION, new PartnershipId(new UUID(0, 6)), JUNE)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aRegionSeesAProgrammeWhileItTakesPart() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		ProgrammesView view = ProgrammesView.on(ProgrammesView.on(null, new RegionJoined(PROGRAMME, REGION, JUNE), when), new RegionLeft(PROGRAMME, REGION, JUNE.plusDays(2)),
				when);
		ProgrammesView again = ProgrammesView.on(view, new RegionJoined(PROGRAMME, REGION, JUNE.plusDays(4)), when);
		assertThat(again.programmes()).hasSize(2);
		assertThat(IntStream.range(-1, 6).filter(days -> again.programmes().stream().anyMatch(one -> one.on(JUNE.plusDays(days))))).containsExactly(0, 1, 4, 5);
	}

	@Test
	void aRightIsGivenOnceAndCanBeGivenAgainAfterItWasWithdrawn() {
		RightGiven given = new RightGiven(REGION, SECRETARY, Right.SECRETARY, JUNE, null);
		GiveRight give = new GiveRight(REGION, SECRETARY, Right.SECRETARY, JUNE, null);
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, given).when(give).expectException(RuleBroken.class);
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, given, new RightWithdrawn(REGION, SECRETARY, Right.SECRETARY, JUNE)).when(give).expectEvents(given);
	}

	@Test
	void aRightDoesNotEndBeforeItStarts() {
		partnership.given(FOUNDED).when(new GiveRight(REGION, SECRETARY, Right.SECRETARY, JUNE, JUNE.minusDays(1))).expectException(RuleBroken.class);
	}

	@Test
	void theLastAdministratorRemains() {
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR).when(new WithdrawRight(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, JUNE)).expectException(RuleBroken.class)
				.expectNoEvents();
	}

	@Test
	void anAdministratorRemainsFromTheDayOfWithdrawalOn() {
		LocalDate day = JUNE.plusYears(2);
		WithdrawRight withdraw = new WithdrawRight(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, day);
		RightWithdrawn withdrawn = new RightWithdrawn(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, day);
		remains(withdraw, administrator(JUNE, day.minusDays(1)));
		remains(withdraw, administrator(day.plusDays(1), null));
		remains(withdraw, administrator(JUNE, day.plusMonths(1)));
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, administrator(day, null)).when(withdraw).expectEvents(withdrawn);
		RightGiven forAWhile = new RightGiven(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, JUNE, day.plusMonths(1));
		partnership.given(FOUNDED, forAWhile, administrator(JUNE, day.plusMonths(1))).when(withdraw).expectEvents(withdrawn);
		partnership.given(FOUNDED, forAWhile, administrator(JUNE, day.plusMonths(1).minusDays(1))).when(withdraw).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aRightThatHasEndedIsWithdrawnAlsoWhenItWasOfAnAdministrator() {
		RightGiven ended = administrator(JUNE, JUNE.plusYears(1));
		partnership.given(FOUNDED, ended).when(new WithdrawRight(REGION, SECRETARY, Right.ADMINISTRATOR, JUNE.plusYears(2)))
				.expectEvents(new RightWithdrawn(REGION, SECRETARY, Right.ADMINISTRATOR, JUNE.plusYears(2)));
	}

	private void remains(WithdrawRight withdraw, RightGiven other) {
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, other).when(withdraw).expectException(RuleBroken.class).expectNoEvents();
	}

	private static RightGiven administrator(LocalDate from, @Nullable LocalDate to) {
		return new RightGiven(REGION, SECRETARY, Right.ADMINISTRATOR, from, to);
	}
}
