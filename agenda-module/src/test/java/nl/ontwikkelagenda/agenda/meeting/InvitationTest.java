package nl.ontwikkelagenda.agenda.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AnswerOwnInvitation;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.Invite;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AnswerLapsed;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationAnswered;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationSent;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationTest {

	private static final MeetingId MEETING = new MeetingId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId TABLE = new BodyId(new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2021, 9, 15);
	private static final MeetingPlanned PLANNED = new MeetingPlanned(MEETING, REGION, TABLE, null, text("Ontwikkeltafel Grijs gebied"), DAY, null, null, null, null);
	private static final MeetingHeld HELD = new MeetingHeld(MEETING, null, Period.on(DAY));
	private static final InvitationId INVITATION = new InvitationId(new UUID(0, 5));
	private static final PersonId TEACHER = new PersonId(new UUID(0, 6));
	private static final InvitationSent SENT = new InvitationSent(MEETING, REGION, INVITATION, TEACHER, null, DAY);

	private static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));

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
	void aPersonIsInvitedOnce() {
		meeting.given(PLANNED).when(new Invite(MEETING, INVITATION, TEACHER, null, DAY)).expectEvents(SENT);
		refused("invited-once", new Invite(MEETING, new InvitationId(new UUID(0, 7)), TEACHER, null, DAY), PLANNED, SENT);
		refused("id-is-new", new Invite(MEETING, INVITATION, new PersonId(new UUID(0, 8)), null, DAY), PLANNED, SENT);
	}

	@Test
	void anInvitationIsForAPersonOrAnOrganisation() {
		refused("an-invitation-is-for-one", new Invite(MEETING, INVITATION, null, null, DAY), PLANNED);
	}

	@Test
	void theInvitedAnswersAndMayChangeHisMind() {
		InvitationAnswered no = new InvitationAnswered(MEETING, INVITATION, Reply.NO, null, DAY, true);
		meeting.given(PLANNED, SENT, no).when(new AnswerOwnInvitation(MEETING, INVITATION, TEACHER, Reply.YES, null, DAY))
				.expectEvents(new InvitationAnswered(MEETING, INVITATION, Reply.YES, null, DAY, true));
	}

	@Test
	void theSameAnswerAgainIsNoNewFact() {
		InvitationAnswered yes = new InvitationAnswered(MEETING, INVITATION, Reply.YES, text("Met de trein"), DAY, true);
		meeting.given(PLANNED, SENT, yes)
				.when(new AnswerOwnInvitation(MEETING, INVITATION, TEACHER, Reply.YES, new FreeText("Met de trein", "YW5kZXJz"), DAY.plusDays(1))).expectNoEvents();
		meeting.given(PLANNED, SENT, yes).when(new AnswerOwnInvitation(MEETING, INVITATION, TEACHER, Reply.YES, null, DAY))
				.expectEvents(new InvitationAnswered(MEETING, INVITATION, Reply.YES, null, DAY, true));
		meeting.given(PLANNED, SENT, yes).when(new AnswerInvitation(MEETING, INVITATION, Reply.YES, text("Met de trein"), DAY))
				.expectEvents(new InvitationAnswered(MEETING, INVITATION, Reply.YES, text("Met de trein"), DAY, false));
	}

	@Test
	void theSameAnswerForAnotherDayIsANewFact() {
		InvitationAnswered yes = new InvitationAnswered(MEETING, INVITATION, Reply.YES, null, DAY, true);
		meeting.given(PLANNED, SENT, yes, new MeetingMoved(MEETING, DAY.plusDays(7), null, text("Zaal bezet")))
				.when(new AnswerOwnInvitation(MEETING, INVITATION, TEACHER, Reply.YES, null, DAY)).expectEvents(yes);
	}

	@Test
	void whatWasAnsweredLapsesWhenTheMeetingIsMoved() {
		InvitationAnswered yes = new InvitationAnswered(MEETING, INVITATION, Reply.YES, text("Met de trein"), DAY, true);
		MeetingMoved moved = new MeetingMoved(MEETING, DAY.plusDays(14), null, text("Zaal bezet"));
		AnswerLapsed lapsed = new AnswerLapsed(MEETING, INVITATION);
		MoveMeeting move = new MoveMeeting(MEETING, DAY.plusDays(14), null, text("Zaal bezet"));
		meeting.given(PLANNED, SENT, yes).when(move).expectEvents(moved, lapsed);
		meeting.given(PLANNED, SENT).when(move).expectEvents(moved);
		meeting.given(PLANNED, SENT, yes, moved, lapsed).when(move).expectEvents(moved);
		InvitationView asked = InvitationView.on(null, SENT, WHEN);
		InvitationView answered = InvitationView.on(asked, yes, WHEN);
		assertThat(InvitationView.on(answered, lapsed, WHEN)).isEqualTo(asked);
		assertThat(InvitationView.on(answered, new AnswerLapsed(new MeetingId(new UUID(0, 9)), INVITATION), WHEN)).isEqualTo(answered);
	}

	@Test
	void theSecretaryRecordsWhatTheInvitedLetKnow() {
		meeting.given(PLANNED, SENT).when(new AnswerInvitation(MEETING, INVITATION, Reply.MAYBE, text("Belde"), DAY))
				.expectEvents(new InvitationAnswered(MEETING, INVITATION, Reply.MAYBE, text("Belde"), DAY, false));
	}

	@Test
	void nobodyAnswersForSomeoneElse() {
		refused("an-invitation-is-answered-by-the-invited", new AnswerOwnInvitation(MEETING, INVITATION, new PersonId(new UUID(0, 8)), Reply.YES, null, DAY), PLANNED, SENT);
	}

	@Test
	void afterTheMeetingThereIsNothingToAnswer() {
		refused("a-held-meeting-stays-held", new AnswerInvitation(MEETING, INVITATION, Reply.NO, null, DAY), PLANNED, SENT, HELD);
		refused("a-held-meeting-stays-held", new Invite(MEETING, INVITATION, TEACHER, null, DAY), PLANNED, HELD);
	}

	@Test
	void anUnknownInvitationIsNotAnswered() {
		meeting.given(PLANNED).when(new AnswerInvitation(MEETING, INVITATION, Reply.NO, null, DAY)).expectException(UnknownReference.class);
	}

	private void refused(String rule, MeetingCommand command, MeetingEvent... history) {
		meeting.given((Object[]) history).when(command).expectException(Broken.rule(rule)).expectNoEvents();
	}
}
