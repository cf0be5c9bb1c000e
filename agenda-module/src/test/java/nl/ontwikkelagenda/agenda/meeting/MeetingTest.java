package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Words;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class MeetingTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 3));
	private static final OrganisationId SCHOOL = new OrganisationId(new UUID(0, 4));
	private static final OrganisationId STRANGER = new OrganisationId(new UUID(0, 5));
	private static final OutcomeId OUTCOME = new OutcomeId(new UUID(0, 6));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final MeetingPlanned PLANNED = new MeetingPlanned(MEETING, REGION, null, AGENDA, text("Werksessie"), DAY, null, null, null, null);
	private static final MeetingHeld HELD = new MeetingHeld(MEETING, null, Period.on(DAY));
	private static final AgreedPromise CASES = new AgreedPromise(new PromiseId(new UUID(0, 7)), new Owner(Owner.Kind.TEAM, null, text("Het RBL")),
			text("Een aantal casussen van bankzitters uitschrijven"), Of.WORK, new Words(text("nog dit kalenderjaar"), DAY));

	private final AggregateTestFixture<Meeting> meeting = fixture();

	private static AggregateTestFixture<Meeting> fixture() {
		AggregateTestFixture<Meeting> fixture = new AggregateTestFixture<>(Meeting.class);
		References references = (partnership, id) -> !STRANGER.equals(id);
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(new Others());
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aMeetingIsPlannedForADay() {
		meeting.givenNoPriorActivity().when(new PlanMeeting(MEETING, REGION, null, AGENDA, text("Werksessie"), DAY, null, null, null, null)).expectEvents(PLANNED);
	}

	@Test
	void aMeetingOfThePastIsPlannedAndHeldAtOnce() {
		meeting.givenNoPriorActivity().when(new PlanMeeting(MEETING, REGION, null, AGENDA, text("Werksessie"), DAY, null, null, null, Period.on(DAY))).expectEvents(PLANNED, HELD);
	}

	@Test
	void anActionIsRecordedWithItsPromisesAndTheDayOnWhichItWasAgreed() {
		meeting.given(PLANNED, HELD).when(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.ACTION, null, text("Bankzitters"), null, List.of(CASES)))
				.expectEvents(new OutcomeRecorded(MEETING, REGION, AGENDA, OUTCOME, OutcomeKind.ACTION, null, text("Bankzitters"), null, List.of(CASES), DAY));
	}

	@Test
	void anActionHasAtLeastOnePromise() {
		refused(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.ACTION, null, text("Bankzitters"), null, List.of()), PLANNED, HELD);
	}

	@Test
	void onlyAnActionHasPromises() {
		refused(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.DECISION, null, text("Bankzitters"), null, List.of(CASES)), PLANNED, HELD);
	}

	@Test
	void nothingComesOutOfAMeetingBeforeItIsHeld() {
		refused(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.INFORMATION, null, text("Rode draad"), null, List.of()), PLANNED);
	}

	@Test
	void anOutcomeIsRecordedOnce() {
		refused(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.INFORMATION, null, text("Rode draad"), null, List.of()), PLANNED, HELD,
				new OutcomeRecorded(MEETING, REGION, AGENDA, OUTCOME, OutcomeKind.INFORMATION, null, text("Rode draad"), null, List.of(), DAY));
	}

	@Test
	void aPersonIsNeverNamedInAFact() {
		AgreedPromise typed = new AgreedPromise(CASES.promiseId(), new Owner(Owner.Kind.PERSON, null, text("de directeur")), CASES.what(), Of.WORK, null);
		refused(new RecordOutcome(MEETING, OUTCOME, OutcomeKind.ACTION, null, text("Leerlingenvervoer"), null, List.of(typed)), PLANNED, HELD);
	}

	@Test
	void attendanceIsOfAPersonOrAnOrganisationThatTakesPart() {
		meeting.given(PLANNED).when(new RecordAttendance(MEETING, null, SCHOOL, Presence.PRESENT, null))
				.expectEvents(new AttendanceRecorded(MEETING, null, SCHOOL, Presence.PRESENT, null));
		meeting.given(PLANNED).when(new RecordAttendance(MEETING, null, STRANGER, Presence.PRESENT, null)).expectException(UnknownReference.class).expectNoEvents();
		refused(new RecordAttendance(MEETING, null, null, Presence.PRESENT, null), PLANNED);
	}

	@Test
	void aCancelledMeetingStaysCancelled() {
		MeetingCancelled cancelled = new MeetingCancelled(MEETING, text("Te weinig aanmeldingen"));
		meeting.given(PLANNED).when(new CancelMeeting(MEETING, text("Te weinig aanmeldingen"))).expectEvents(cancelled);
		refused(new HoldMeeting(MEETING, Period.on(DAY)), PLANNED, cancelled);
		refused(new RecordAttendance(MEETING, null, SCHOOL, Presence.PRESENT, null), PLANNED, cancelled);
	}

	@Test
	void aHeldMeetingStaysHeld() {
		refused(new HoldMeeting(MEETING, Period.on(DAY)), PLANNED, HELD);
		refused(new CancelMeeting(MEETING, text("Vergissing")), PLANNED, HELD);
	}

	private void refused(MeetingCommand command, MeetingEvent... history) {
		meeting.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
