package nl.ontwikkelagenda.agenda.partnership;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.DescribeRole;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GrantMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandates;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetOrganisationLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetPersonLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.MergeOrganisations;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateGranted;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateHandedOver;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationMerged;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PersonLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RoleDescribed;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PartnershipMandatesTest {

	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 1));
	private static final PersonId ADMINISTRATOR = new PersonId(new UUID(0, 2));
	private static final PersonId ALDERMAN = new PersonId(new UUID(0, 3));
	private static final PersonId COLLEAGUE = new PersonId(new UUID(0, 4));
	private static final PersonId STRANGER = new PersonId(new UUID(0, 5));
	private static final OrganisationId WEST = new OrganisationId(new UUID(0, 6));
	private static final OrganisationId EAST = new OrganisationId(new UUID(0, 7));
	private static final OrganisationId NEW_TOWN = new OrganisationId(new UUID(0, 8));
	private static final OrganisationId NOWHERE = new OrganisationId(new UUID(0, 9));
	private static final MandateId MANDATE = new MandateId(new UUID(0, 10));
	private static final MandateId NEXT = new MandateId(new UUID(0, 11));
	private static final RoleId LEAD = new RoleId(new UUID(0, 12));
	private static final LocalDate LAST_YEAR = LocalDate.of(2021, 3, 29);
	private static final LocalDate NEW_YEAR = LocalDate.of(2022, 1, 1);
	private static final FreeText WHY = text("Gemeentelijke herindeling");
	private static final FreeText SUBJECT = text("Inkoop jeugdhulp in het onderwijs");
	private static final PartnershipFounded FOUNDED = new PartnershipFounded(REGION, PartnershipKind.REGION, text("Regio"), SchoolRegion.MIDDEN, LAST_YEAR);
	private static final RightGiven FIRST_ADMINISTRATOR = new RightGiven(REGION, ADMINISTRATOR, Right.ADMINISTRATOR, LAST_YEAR, null);
	private static final OrganisationJoined WEST_JOINED = new OrganisationJoined(REGION, WEST, text("Westdorp"), Sector.MUNICIPALITY, LAST_YEAR);
	private static final OrganisationJoined EAST_JOINED = new OrganisationJoined(REGION, EAST, text("Oostdorp"), Sector.MUNICIPALITY, LAST_YEAR);
	private static final OrganisationJoined NEW_TOWN_JOINED = new OrganisationJoined(REGION, NEW_TOWN, text("Nieuwstad"), Sector.MUNICIPALITY, NEW_YEAR);
	private static final MandateGranted GRANTED = new MandateGranted(REGION, MANDATE, ALDERMAN, WEST, SUBJECT, 50_000L, LAST_YEAR, null, null);
	private static final OrganisationLeft WEST_LEFT = new OrganisationLeft(REGION, WEST, WHY, NEW_YEAR);

	private final AggregateTestFixture<Partnership> partnership = fixture();

	private static AggregateTestFixture<Partnership> fixture() {
		AggregateTestFixture<Partnership> fixture = new AggregateTestFixture<>(Partnership.class);
		References references = (region, id) -> !STRANGER.equals(id);
		fixture.registerInjectableResource(references);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aRoleIsDescribedWithItsTasksAndResponsibilities() {
		partnership.given(FOUNDED).when(new DescribeRole(REGION, LEAD, text("Kartrekker"), List.of(text("De tafel voorbereiden")), List.of(text("Voortgang")), LAST_YEAR))
				.expectEvents(new RoleDescribed(REGION, LEAD, text("Kartrekker"), List.of(text("De tafel voorbereiden")), List.of(text("Voortgang")), LAST_YEAR));
	}

	@Test
	void someoneIsGrantedAMandateOnBehalfOfAnOrganisation() {
		partnership.given(FOUNDED, WEST_JOINED).when(new GrantMandate(REGION, MANDATE, ALDERMAN, WEST, SUBJECT, 50_000L, LAST_YEAR, null)).expectEvents(GRANTED);
	}

	@Test
	void onlySomeoneWhoIsKnown() {
		partnership.given(FOUNDED).when(new GrantMandate(REGION, MANDATE, STRANGER, null, SUBJECT, null, LAST_YEAR, null)).expectException(UnknownReference.class);
	}

	@Test
	void onlyOnBehalfOfAnOrganisationThatJoined() {
		partnership.given(FOUNDED).when(new GrantMandate(REGION, MANDATE, ALDERMAN, NOWHERE, SUBJECT, null, LAST_YEAR, null)).expectException(UnknownReference.class);
	}

	@Test
	void anIdIsOfOneMandate() {
		refused(new GrantMandate(REGION, MANDATE, COLLEAGUE, WEST, SUBJECT, null, LAST_YEAR, null), FOUNDED, WEST_JOINED, GRANTED);
	}

	@Test
	void aMandateDoesNotEndBeforeItStarts() {
		refused(new GrantMandate(REGION, MANDATE, ALDERMAN, WEST, SUBJECT, null, NEW_YEAR, LAST_YEAR), FOUNDED, WEST_JOINED);
	}

	@Test
	void anAmountIsAboveZero() {
		refused(new GrantMandate(REGION, MANDATE, ALDERMAN, WEST, SUBJECT, 0L, LAST_YEAR, null), FOUNDED, WEST_JOINED);
	}

	@Test
	void aMandateIsWithdrawn() {
		partnership.given(FOUNDED, WEST_JOINED, GRANTED).when(new WithdrawMandate(REGION, MANDATE, WHY, NEW_YEAR))
				.expectEvents(new MandateWithdrawn(REGION, MANDATE, WHY, NEW_YEAR));
	}

	@Test
	void onlyWhileItHolds() {
		refused(new WithdrawMandate(REGION, MANDATE, WHY, NEW_YEAR), FOUNDED, WEST_JOINED, GRANTED, new MandateWithdrawn(REGION, MANDATE, WHY, NEW_YEAR));
		refused(new WithdrawMandate(REGION, MANDATE, WHY, LAST_YEAR.minusDays(1)), FOUNDED, WEST_JOINED, GRANTED);
		refused(new WithdrawMandate(REGION, NEXT, WHY, NEW_YEAR), FOUNDED, WEST_JOINED, GRANTED);
	}

	@Test
	void aMandateIsHandedOverForTheSameSubject() {
		partnership.given(FOUNDED, WEST_JOINED, GRANTED).when(new HandOverMandate(REGION, MANDATE, NEXT, COLLEAGUE, WEST, WHY, NEW_YEAR)).expectEvents(
				new MandateHandedOver(REGION, MANDATE, NEXT, WHY, NEW_YEAR), new MandateGranted(REGION, NEXT, COLLEAGUE, WEST, SUBJECT, 50_000L, NEW_YEAR, null, MANDATE));
	}

	@Test
	void afterAMergerAllMandatesGoToTheNewOrganisationAndTheirHoldersStay() {
		MandateId next = new MandateId(UUID.nameUUIDFromBytes(("successor of " + MANDATE).getBytes(StandardCharsets.UTF_8)));
		partnership.given(FOUNDED, WEST_JOINED, NEW_TOWN_JOINED, GRANTED).when(new HandOverMandates(REGION, WEST, NEW_TOWN, WHY, NEW_YEAR)).expectEvents(
				new MandateHandedOver(REGION, MANDATE, next, WHY, NEW_YEAR), new MandateGranted(REGION, next, ALDERMAN, NEW_TOWN, SUBJECT, 50_000L, NEW_YEAR, null, MANDATE));
	}

	@Test
	void onlyAnOrganisationWithMandatesHandsThemOver() {
		refused(new HandOverMandates(REGION, EAST, WEST, WHY, NEW_YEAR), FOUNDED, WEST_JOINED, EAST_JOINED, GRANTED);
	}

	@Test
	void twoOrganisationsMergeIntoANewOne() {
		partnership.given(FOUNDED, WEST_JOINED, EAST_JOINED)
				.when(new MergeOrganisations(REGION, List.of(WEST, EAST), NEW_TOWN, text("Nieuwstad"), Sector.MUNICIPALITY, NEW_YEAR))
				.expectEvents(NEW_TOWN_JOINED, new OrganisationMerged(REGION, WEST, NEW_TOWN, NEW_YEAR), new OrganisationMerged(REGION, EAST, NEW_TOWN, NEW_YEAR));
	}

	@Test
	void anOrganisationMergesIntoOneThatTakesPartAlready() {
		partnership.given(FOUNDED, WEST_JOINED, EAST_JOINED).when(new MergeOrganisations(REGION, List.of(WEST, EAST), EAST, null, null, NEW_YEAR))
				.expectEvents(new OrganisationMerged(REGION, WEST, EAST, NEW_YEAR));
	}

	@Test
	void aMergerIsOfTwoOrMore() {
		refused(new MergeOrganisations(REGION, List.of(WEST), NEW_TOWN, text("Nieuwstad"), Sector.MUNICIPALITY, NEW_YEAR), FOUNDED, WEST_JOINED);
		refused(new MergeOrganisations(REGION, List.of(WEST), WEST, null, null, NEW_YEAR), FOUNDED, WEST_JOINED);
	}

	@Test
	void aNewOrganisationHasANameAndASector() {
		refused(new MergeOrganisations(REGION, List.of(WEST, EAST), NEW_TOWN, text("Nieuwstad"), null, NEW_YEAR), FOUNDED, WEST_JOINED, EAST_JOINED);
	}

	@Test
	void oneThatTakesPartKeepsItsName() {
		refused(new MergeOrganisations(REGION, List.of(WEST), EAST, text("Nieuwstad"), null, NEW_YEAR), FOUNDED, WEST_JOINED, EAST_JOINED);
	}

	@Test
	void whatMergedCannotMergeAgain() {
		refused(new MergeOrganisations(REGION, List.of(WEST), EAST, null, null, NEW_YEAR), FOUNDED, WEST_JOINED, EAST_JOINED, new OrganisationMerged(REGION, WEST, EAST, NEW_YEAR));
	}

	@Test
	void anOrganisationLeavesOnce() {
		partnership.given(FOUNDED, WEST_JOINED).when(new LetOrganisationLeave(REGION, WEST, WHY, NEW_YEAR)).expectEvents(WEST_LEFT);
		refused(new LetOrganisationLeave(REGION, WEST, WHY, NEW_YEAR), FOUNDED, WEST_JOINED, WEST_LEFT);
	}

	@Test
	void whoLeavesLosesHisRights() {
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, new RightGiven(REGION, ALDERMAN, Right.BOARD, LAST_YEAR, null))
				.when(new LetPersonLeave(REGION, ALDERMAN, WHY, NEW_YEAR))
				.expectEvents(new RightWithdrawn(REGION, ALDERMAN, Right.BOARD, NEW_YEAR), new PersonLeft(REGION, ALDERMAN, WHY, NEW_YEAR));
	}

	@Test
	void aPersonLeavesOnceUnlessHeCameBack() {
		PersonLeft left = new PersonLeft(REGION, ALDERMAN, WHY, NEW_YEAR);
		LetPersonLeave leave = new LetPersonLeave(REGION, ALDERMAN, WHY, NEW_YEAR);
		refused(leave, FOUNDED, FIRST_ADMINISTRATOR, left);
		partnership.given(FOUNDED, FIRST_ADMINISTRATOR, left, new RightGiven(REGION, ALDERMAN, Right.BOARD, NEW_YEAR, null)).when(leave)
				.expectEvents(new RightWithdrawn(REGION, ALDERMAN, Right.BOARD, NEW_YEAR), left);
	}

	@Test
	void theLastAdministratorCannotLeave() {
		refused(new LetPersonLeave(REGION, ADMINISTRATOR, WHY, NEW_YEAR), FOUNDED, FIRST_ADMINISTRATOR);
	}

	private void refused(PartnershipCommand command, PartnershipEvent... history) {
		partnership.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
