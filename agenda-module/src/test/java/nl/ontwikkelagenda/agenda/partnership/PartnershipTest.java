package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PartnershipTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
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
}
