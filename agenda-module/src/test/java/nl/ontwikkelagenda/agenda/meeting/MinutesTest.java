package nl.ontwikkelagenda.agenda.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutesInWriting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DiscussSource;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DraftMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PublishMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RaiseObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SendMinutesRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SettleObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingClosed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPublished;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesAdopted;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesCorrected;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesDrafted;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesSentRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ObjectionRaised;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ObjectionSettled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.SourceDiscussed;
import nl.ontwikkelagenda.agenda.meeting.Meetings.Known;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MinutesTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId TABLE = new BodyId(new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final MeetingId LATER = new MeetingId(new UUID(0, 4));
	private static final MeetingPlanned PLANNED = new MeetingPlanned(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, null);
	private static final MeetingHeld HELD = new MeetingHeld(MEETING, null, Period.on(DAY));
	private static final MinutesPartId PART = new MinutesPartId(new UUID(0, 5));
	private static final ObjectionId OBJECTION = new ObjectionId(new UUID(0, 6));
	private static final PersonId TEACHER = new PersonId(new UUID(0, 7));
	private static final LocalDate SENT_ON = LocalDate.of(2021, 11, 3);
	private static final LocalDate UNTIL = LocalDate.of(2021, 11, 17);
	private static final MinutesDrafted DRAFT = new MinutesDrafted(MEETING, REGION, PART, null, text("De tafel kwam bijeen."));
	private static final MinutesRecorded RECORDED = new MinutesRecorded(MEETING, SENT_ON);
	private static final MinutesSentRound ROUND = new MinutesSentRound(MEETING, SENT_ON, UNTIL);
	private static final ObjectionRaised OBJECTED = new ObjectionRaised(MEETING, REGION, OBJECTION, TEACHER, text("Ik was er niet."), UNTIL);
	private static final MinutesAdopted ADOPTED = new MinutesAdopted(MEETING, UNTIL.plusDays(1), null);

	private final Others others = new Others();
	private final AggregateTestFixture<Meeting> meeting = new AggregateTestFixture<>(Meeting.class);

	@BeforeEach
	void everybodyIsKnown() {
		References references = (partnership, id) -> true;
		meeting.registerInjectableResource(references);
		meeting.registerInjectableResource(others);
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void minutesAreWrittenPartByPartAndThenRecorded() {
		meeting.given(PLANNED, HELD).when(new DraftMinutes(MEETING, PART, null, text("De tafel kwam bijeen."))).expectEvents(DRAFT);
		meeting.given(PLANNED, HELD, DRAFT).when(new RecordMinutes(MEETING, SENT_ON)).expectEvents(RECORDED, new MeetingClosed(MEETING));
		refused("minutes-have-text", new RecordMinutes(MEETING, SENT_ON), PLANNED, HELD);
		refused("minutes-are-recorded-once", new RecordMinutes(MEETING, SENT_ON), PLANNED, HELD, DRAFT, RECORDED);
		refused("a-meeting-is-held-first", new DraftMinutes(MEETING, PART, null, text("Te vroeg")), PLANNED);
	}

	@Test
	void aLaterMeetingOfTheSameBodyAdoptsThem() {
		others.known.put(LATER, new Known(TABLE, DAY.plusDays(42), true));
		meeting.given(PLANNED, HELD, DRAFT, RECORDED).when(new AdoptMinutes(MEETING, LATER)).expectEvents(new MinutesAdopted(MEETING, DAY.plusDays(42), LATER));
		refused("minutes-are-recorded-first", new AdoptMinutes(MEETING, LATER), PLANNED, HELD, DRAFT);
	}

	@Test
	void anotherBodyDoesNotAdoptThem() {
		others.known.put(LATER, new Known(new BodyId(new UUID(0, 9)), DAY.plusDays(42), true));
		refused("minutes-are-adopted-by-the-same-body", new AdoptMinutes(MEETING, LATER), PLANNED, HELD, DRAFT, RECORDED);
	}

	@Test
	void aMeetingThatWasNotHeldLaterDoesNotAdoptThem() {
		others.known.put(LATER, new Known(TABLE, null, true));
		refused("minutes-are-adopted-at-a-later-held-meeting", new AdoptMinutes(MEETING, LATER), PLANNED, HELD, DRAFT, RECORDED);
		others.known.put(LATER, new Known(TABLE, DAY, true));
		refused("minutes-are-adopted-at-a-later-held-meeting", new AdoptMinutes(MEETING, LATER), PLANNED, HELD, DRAFT, RECORDED);
		meeting.given(PLANNED, HELD, DRAFT, RECORDED).when(new AdoptMinutes(MEETING, new MeetingId(new UUID(0, 10)))).expectException(UnknownReference.class);
	}

	@Test
	void theLastMinutesAreAdoptedInWritingWhenTheTermHasPassed() {
		meeting.given(PLANNED, HELD, DRAFT, RECORDED).when(new SendMinutesRound(MEETING, SENT_ON, UNTIL)).expectEvents(ROUND);
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ROUND).when(new AdoptMinutesInWriting(MEETING, UNTIL.plusDays(1))).expectEvents(ADOPTED);
		refused("the-term-for-objections-has-passed", new AdoptMinutesInWriting(MEETING, UNTIL), PLANNED, HELD, DRAFT, RECORDED, ROUND);
		refused("minutes-are-sent-round-first", new AdoptMinutesInWriting(MEETING, UNTIL), PLANNED, HELD, DRAFT, RECORDED);
		refused("a-term-ends-after-it-starts", new SendMinutesRound(MEETING, SENT_ON, SENT_ON), PLANNED, HELD, DRAFT, RECORDED);
	}

	@Test
	void aTextThatWasChangedIsSentRoundAgain() {
		refused("minutes-are-sent-round-first", new AdoptMinutesInWriting(MEETING, UNTIL.plusDays(1)), PLANNED, HELD, DRAFT, RECORDED, ROUND, DRAFT);
	}

	@Test
	void objectionsComeWithinTheTermAndAreSettledFirst() {
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ROUND).when(new RaiseObjection(MEETING, OBJECTION, TEACHER, text("Ik was er niet."), UNTIL)).expectEvents(OBJECTED);
		refused("objections-come-within-the-term", new RaiseObjection(MEETING, OBJECTION, TEACHER, text("Te laat"), UNTIL.plusDays(1)), PLANNED, HELD, DRAFT, RECORDED, ROUND);
		refused("objections-are-settled-first", new AdoptMinutesInWriting(MEETING, UNTIL.plusDays(1)), PLANNED, HELD, DRAFT, RECORDED, ROUND, OBJECTED);
		ObjectionSettled settled = new ObjectionSettled(MEETING, OBJECTION, text("Aanwezigheid aangepast"), UNTIL);
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ROUND, OBJECTED).when(new SettleObjection(MEETING, OBJECTION, text("Aanwezigheid aangepast"), UNTIL)).expectEvents(settled);
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ROUND, OBJECTED, settled).when(new AdoptMinutesInWriting(MEETING, UNTIL.plusDays(1))).expectEvents(ADOPTED);
		refused("an-objection-is-settled-once", new SettleObjection(MEETING, OBJECTION, text("Nog eens"), UNTIL), PLANNED, HELD, DRAFT, RECORDED, ROUND, OBJECTED, settled);
	}

	@Test
	void adoptedMinutesAreFrozen() {
		refused("adopted-minutes-are-frozen", new DraftMinutes(MEETING, PART, null, text("Anders")), PLANNED, HELD, DRAFT, RECORDED, ADOPTED);
		refused("adopted-minutes-are-frozen", new RecordAttendance(MEETING, TEACHER, null, Presence.PRESENT, null), PLANNED, HELD, DRAFT, RECORDED, ADOPTED);
		refused("adopted-minutes-are-frozen",
				new RecordOutcome(MEETING, new OutcomeId(new UUID(0, 8)), OutcomeKind.DECISION, null, text("Toch nog iets"), null, List.of()), PLANNED, HELD, DRAFT, RECORDED,
				ADOPTED);
		refused("adopted-minutes-are-frozen", new AdoptMinutesInWriting(MEETING, UNTIL), PLANNED, HELD, DRAFT, RECORDED, ADOPTED);
	}

	@Test
	void whatWasAdoptedIsCorrectedAsANewFactWithAReason() {
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ADOPTED).when(new CorrectMinutes(MEETING, PART, text("De tafel kwam opnieuw bijeen."), text("Schrijffout"), UNTIL))
				.expectEvents(new MinutesCorrected(MEETING, PART, text("De tafel kwam opnieuw bijeen."), text("Schrijffout"), UNTIL));
		refused("only-adopted-minutes-are-corrected", new CorrectMinutes(MEETING, PART, text("Anders"), text("Schrijffout"), UNTIL), PLANNED, HELD, DRAFT, RECORDED);
	}

	@Test
	void whoWasThereIsCorrectedTheSameWay() {
		meeting.given(PLANNED, HELD, DRAFT, RECORDED, ADOPTED)
				.when(new CorrectAttendance(MEETING, TEACHER, null, Presence.APOLOGIES, null, text("Was ziek"), UNTIL))
				.expectEvents(new AttendanceCorrected(MEETING, TEACHER, null, Presence.APOLOGIES, null, text("Was ziek"), UNTIL));
		refused("only-adopted-minutes-are-corrected", new CorrectAttendance(MEETING, TEACHER, null, Presence.APOLOGIES, null, text("Was ziek"), UNTIL), PLANNED, HELD);
	}

	@Test
	void aProxyIsThereAndStaysThere() {
		OrganisationId school = new OrganisationId(new UUID(0, 8));
		AttendanceRecorded there = new AttendanceRecorded(MEETING, TEACHER, null, Presence.PRESENT, null);
		AttendanceRecorded represented = new AttendanceRecorded(MEETING, null, school, Presence.REPRESENTED, TEACHER);
		meeting.given(PLANNED, HELD, there).when(new RecordAttendance(MEETING, null, school, Presence.REPRESENTED, TEACHER)).expectEvents(represented);
		refused("a-proxy-is-present", new RecordAttendance(MEETING, null, school, Presence.REPRESENTED, TEACHER), PLANNED, HELD);
		refused("who-is-represented-has-a-proxy", new RecordAttendance(MEETING, null, school, Presence.REPRESENTED, null), PLANNED, HELD, there);
		refused("a-proxy-stays-present", new RecordAttendance(MEETING, TEACHER, null, Presence.APOLOGIES, null), PLANNED, HELD, there, represented);
	}

	@Test
	void aSourceHasAnAddressOrIsAttached() {
		SourceId source = new SourceId(new UUID(0, 8));
		meeting.given(PLANNED, HELD).when(new DiscussSource(MEETING, source, text("Midterm"), text("https://voorbeeld.example/midterm.pdf"), null, DAY, null))
				.expectEvents(new SourceDiscussed(MEETING, REGION, source, text("Midterm"), text("https://voorbeeld.example/midterm.pdf"), null, DAY, null));
		refused("a-source-is-linked-or-attached", new DiscussSource(MEETING, source, text("Midterm"), null, null, DAY, null), PLANNED, HELD);
	}

	@Test
	void anAddressIsAWebAddress() {
		for (String address : new String[] {"www.voorbeeld.example/handreiking", "javascript:alert(1)"}) {
			refused("an-address-is-a-web-address", new DiscussSource(MEETING, new SourceId(new UUID(0, 8)), text("Handreiking"), text(address), null, DAY, null), PLANNED, HELD);
			refused("an-address-is-a-web-address", new PublishMeeting(MEETING, UNTIL, text(address)), PLANNED, HELD);
		}
	}

	@Test
	void publicationFollowsTheMeetingOnce() {
		MeetingPublished published = new MeetingPublished(MEETING, UNTIL, null);
		meeting.given(PLANNED, HELD).when(new PublishMeeting(MEETING, UNTIL, null)).expectEvents(published);
		refused("publication-follows-the-meeting", new PublishMeeting(MEETING, DAY.minusDays(1), null), PLANNED, HELD);
		refused("a-meeting-is-published-once", new PublishMeeting(MEETING, UNTIL, null), PLANNED, HELD, published);
		refused("a-meeting-is-held-first", new PublishMeeting(MEETING, UNTIL, null), PLANNED);
	}

	private void refused(String rule, MeetingCommand command, MeetingEvent... history) {
		meeting.given((Object[]) history).when(command).expectException(Broken.rule(rule)).expectNoEvents();
	}
}
