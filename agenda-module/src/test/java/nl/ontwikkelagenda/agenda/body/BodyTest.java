package nl.ontwikkelagenda.agenda.body;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyCommand.AgreeRulesOfProcedure;
import nl.ontwikkelagenda.agenda.body.BodyCommand.ChangeAccess;
import nl.ontwikkelagenda.agenda.body.BodyCommand.DissolveBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.HandOverSeats;
import nl.ontwikkelagenda.agenda.body.BodyCommand.LeaveSeat;
import nl.ontwikkelagenda.agenda.body.BodyCommand.TakeSeat;
import nl.ontwikkelagenda.agenda.body.BodyEvent.AccessChanged;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyDissolved;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyEvent.RulesOfProcedureAgreed;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatHandedOver;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatLeft;
import nl.ontwikkelagenda.agenda.body.BodyEvent.SeatTaken;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class BodyTest {

	private static final BodyId YOUTH = new BodyId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final SeatId CHAIR = new SeatId(new UUID(0, 3));
	private static final SeatId NEXT = new SeatId(new UUID(0, 4));
	private static final PersonId ALDERMAN = new PersonId(new UUID(0, 5));
	private static final PersonId SUCCESSOR = new PersonId(new UUID(0, 6));
	private static final OrganisationId SMALL_TOWN = new OrganisationId(new UUID(0, 7));
	private static final OrganisationId NEW_TOWN = new OrganisationId(new UUID(0, 8));
	private static final OrganisationId STRANGER = new OrganisationId(new UUID(0, 9));
	private static final LocalDate JANUARY = LocalDate.of(2021, 1, 1);
	private static final LocalDate JUNE = LocalDate.of(2021, 6, 1);
	private static final LocalDate DECEMBER = LocalDate.of(2021, 12, 31);
	private static final FreeText WHY = text("Gemeentelijke herindeling");
	private static final BodyEstablished ESTABLISHED = new BodyEstablished(YOUTH, REGION, BodyKind.OFFICIAL, text("AO Jeugd"), Access.TRANSPARENT);
	private static final SeatTaken TAKEN = new SeatTaken(YOUTH, REGION, CHAIR, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JANUARY, null, null);
	private static final BodyDissolved DISSOLVED = new BodyDissolved(YOUTH, WHY, JUNE);

	private final AggregateTestFixture<Body> body = fixture();

	private static AggregateTestFixture<Body> fixture() {
		AggregateTestFixture<Body> fixture = new AggregateTestFixture<>(Body.class);
		References references = (partnership, id) -> !STRANGER.equals(id);
		fixture.registerInjectableResource(references);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aBodyIsEstablishedInItsPartnership() {
		body.givenNoPriorActivity().when(new EstablishBody(YOUTH, REGION, BodyKind.OFFICIAL, text("AO Jeugd"), Access.TRANSPARENT)).expectEvents(ESTABLISHED);
	}

	@Test
	void itAgreesItsQuorumAndHowItAdoptsMinutes() {
		body.given(ESTABLISHED).when(new AgreeRulesOfProcedure(YOUTH, 3, MinutesAdoption.IN_WRITING, 14, JUNE))
				.expectEvents(new RulesOfProcedureAgreed(YOUTH, 3, MinutesAdoption.IN_WRITING, 14, JUNE));
	}

	@Test
	void aQuorumIsAtLeastOneSeat() {
		refused(new AgreeRulesOfProcedure(YOUTH, 0, MinutesAdoption.AT_A_LATER_MEETING, null, JUNE), ESTABLISHED);
	}

	@Test
	void whoAdoptsInWritingHasATermForObjections() {
		refused(new AgreeRulesOfProcedure(YOUTH, null, MinutesAdoption.IN_WRITING, null, JUNE), ESTABLISHED);
		refused(new AgreeRulesOfProcedure(YOUTH, null, MinutesAdoption.IN_WRITING, 0, JUNE), ESTABLISHED);
	}

	@Test
	void whoAdoptsAtALaterMeetingHasNoTerm() {
		refused(new AgreeRulesOfProcedure(YOUTH, null, MinutesAdoption.AT_A_LATER_MEETING, 14, JUNE), ESTABLISHED);
	}

	@Test
	void itsAccessChanges() {
		body.given(ESTABLISHED).when(new ChangeAccess(YOUTH, Access.RESTRICTED, JUNE)).expectEvents(new AccessChanged(YOUTH, Access.RESTRICTED, JUNE));
	}

	@Test
	void aPersonTakesASeatForAnOrganisation() {
		body.given(ESTABLISHED).when(new TakeSeat(YOUTH, CHAIR, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JANUARY, null)).expectEvents(TAKEN);
	}

	@Test
	void onlyForAnOrganisationThatTakesPart() {
		body.given(ESTABLISHED).when(new TakeSeat(YOUTH, CHAIR, ALDERMAN, STRANGER, SeatRole.CHAIR, JANUARY, null)).expectException(UnknownReference.class);
	}

	@Test
	void theSameSeatIsNotTakenTwiceAtATime() {
		refused(new TakeSeat(YOUTH, NEXT, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JUNE, null), ESTABLISHED, TAKEN);
		refused(new TakeSeat(YOUTH, NEXT, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JANUARY.minusYears(1), JANUARY), ESTABLISHED, TAKEN);
	}

	@Test
	void itCanBeTakenAgainAfterItWasLeft() {
		body.given(ESTABLISHED, TAKEN, new SeatLeft(YOUTH, CHAIR, JUNE)).when(new TakeSeat(YOUTH, NEXT, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JUNE, null))
				.expectEvents(new SeatTaken(YOUTH, REGION, NEXT, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JUNE, null, null));
	}

	@Test
	void anIdIsOfOneSeat() {
		refused(new TakeSeat(YOUTH, CHAIR, SUCCESSOR, NEW_TOWN, SeatRole.MEMBER, JUNE, null), ESTABLISHED, TAKEN);
	}

	@Test
	void aSeatDoesNotEndBeforeItStarts() {
		refused(new TakeSeat(YOUTH, CHAIR, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, JUNE, JANUARY), ESTABLISHED);
	}

	@Test
	void whoSitsCanLeave() {
		body.given(ESTABLISHED, TAKEN).when(new LeaveSeat(YOUTH, CHAIR, JUNE)).expectEvents(new SeatLeft(YOUTH, CHAIR, JUNE));
	}

	@Test
	void aSeatIsLeftOnceAndNotBeforeItWasTaken() {
		refused(new LeaveSeat(YOUTH, CHAIR, DECEMBER), ESTABLISHED, TAKEN, new SeatLeft(YOUTH, CHAIR, JUNE));
		refused(new LeaveSeat(YOUTH, CHAIR, JANUARY.minusDays(1)), ESTABLISHED, TAKEN);
		refused(new LeaveSeat(YOUTH, NEXT, JUNE), ESTABLISHED, TAKEN);
	}

	@Test
	void aSeatIsHandedOverInTheSameRole() {
		body.given(ESTABLISHED, TAKEN).when(new HandOverSeat(YOUTH, CHAIR, NEXT, SUCCESSOR, NEW_TOWN, WHY, JUNE)).expectEvents(
				new SeatHandedOver(YOUTH, CHAIR, NEXT, WHY, JUNE), new SeatTaken(YOUTH, REGION, NEXT, SUCCESSOR, NEW_TOWN, SeatRole.CHAIR, JUNE, null, CHAIR));
	}

	@Test
	void afterAMergerAllSeatsOfAnOrganisationGoToTheNewOneAndTheirPersonsStay() {
		SeatId chairOfNewTown = new SeatId(UUID.nameUUIDFromBytes(("successor of " + CHAIR).getBytes(StandardCharsets.UTF_8)));
		SeatId memberOfNewTown = new SeatId(UUID.nameUUIDFromBytes(("successor of " + NEXT).getBytes(StandardCharsets.UTF_8)));
		body.given(ESTABLISHED, TAKEN, new SeatTaken(YOUTH, REGION, NEXT, SUCCESSOR, SMALL_TOWN, SeatRole.MEMBER, JANUARY, DECEMBER, null))
				.when(new HandOverSeats(YOUTH, SMALL_TOWN, NEW_TOWN, WHY, JUNE))
				.expectEvents(new SeatHandedOver(YOUTH, CHAIR, chairOfNewTown, WHY, JUNE),
						new SeatTaken(YOUTH, REGION, chairOfNewTown, ALDERMAN, NEW_TOWN, SeatRole.CHAIR, JUNE, null, CHAIR),
						new SeatHandedOver(YOUTH, NEXT, memberOfNewTown, WHY, JUNE),
						new SeatTaken(YOUTH, REGION, memberOfNewTown, SUCCESSOR, NEW_TOWN, SeatRole.MEMBER, JUNE, DECEMBER, NEXT));
	}

	@Test
	void onlyAnOrganisationWithSeatsHandsThemOver() {
		refused(new HandOverSeats(YOUTH, NEW_TOWN, SMALL_TOWN, WHY, JUNE), ESTABLISHED, TAKEN);
		refused(new HandOverSeats(YOUTH, SMALL_TOWN, SMALL_TOWN, WHY, JUNE), ESTABLISHED, TAKEN);
	}

	@Test
	void whoSitsOnADissolvedBodyNoLongerDoes() {
		body.given(ESTABLISHED, TAKEN).when(new DissolveBody(YOUTH, WHY, JUNE)).expectEvents(new SeatLeft(YOUTH, CHAIR, JUNE), DISSOLVED);
	}

	@Test
	void aDissolvedBodyStaysDissolved() {
		refused(new DissolveBody(YOUTH, WHY, DECEMBER), ESTABLISHED, DISSOLVED);
		refused(new TakeSeat(YOUTH, CHAIR, ALDERMAN, SMALL_TOWN, SeatRole.CHAIR, DECEMBER, null), ESTABLISHED, DISSOLVED);
		refused(new ChangeAccess(YOUTH, Access.OPEN, DECEMBER), ESTABLISHED, DISSOLVED);
	}

	private void refused(BodyCommand command, BodyEvent... history) {
		body.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
