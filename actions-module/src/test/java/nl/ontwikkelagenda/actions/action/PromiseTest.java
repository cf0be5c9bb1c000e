package nl.ontwikkelagenda.actions.action;

import static nl.ontwikkelagenda.actions.action.Given.ACTION;
import static nl.ontwikkelagenda.actions.action.Given.ADDED;
import static nl.ontwikkelagenda.actions.action.Given.ASSIGNED;
import static nl.ontwikkelagenda.actions.action.Given.CALENDARS;
import static nl.ontwikkelagenda.actions.action.Given.CANCELLED;
import static nl.ontwikkelagenda.actions.action.Given.DAY;
import static nl.ontwikkelagenda.actions.action.Given.DIRECTOR;
import static nl.ontwikkelagenda.actions.action.Given.INVITATION;
import static nl.ontwikkelagenda.actions.action.Given.MEETING;
import static nl.ontwikkelagenda.actions.action.Given.SECRETARY;
import static nl.ontwikkelagenda.actions.action.Given.TALK;
import static nl.ontwikkelagenda.actions.action.Given.WHEN;
import static nl.ontwikkelagenda.actions.action.Given.deadline;
import static nl.ontwikkelagenda.actions.action.Given.refused;
import static nl.ontwikkelagenda.actions.action.Given.text;
import static nl.ontwikkelagenda.actions.action.Given.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.actions.action.ActionCommand.AcceptPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AgreeDeadline;
import nl.ontwikkelagenda.actions.action.ActionCommand.AppointLead;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.KeepPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.LinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteMeetingCancelled;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReplanPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.RereadDeadlines;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnlinkPromisedMeeting;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.DeadlineAgreed;
import nl.ontwikkelagenda.actions.action.ActionEvent.DeadlineReread;
import nl.ontwikkelagenda.actions.action.ActionEvent.LeadAppointed;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAccepted;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseHandedOver;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseKept;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseReplanned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingCancelled;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingPlanned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingUnlinked;
import nl.ontwikkelagenda.actions.action.ActionView.EarlierDeadline;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline.Certainty;
import nl.ontwikkelagenda.actions.deadline.Deadline.Kind;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class PromiseTest {

	private static final LocalDate LATER = LocalDate.of(2018, 12, 10);
	private static final PromiseAccepted ACCEPTED = new PromiseAccepted(ACTION, INVITATION, DIRECTOR, DAY);
	private static final PromiseKept KEPT = new PromiseKept(ACTION, INVITATION, text("De uitnodiging is verstuurd"), LATER);
	private static final PromiseReplanned REPLANNED = new PromiseReplanned(ACTION, INVITATION, deadline("in februari", LATER), text("Geen zaal"));
	private static final PromiseReplanned AGAIN = new PromiseReplanned(ACTION, INVITATION, deadline("in maart", LATER), text("Griep"));
	private static final PromisedMeetingPlanned PLANNED = new PromisedMeetingPlanned(ACTION, INVITATION, MEETING, LATER);
	private static final PromisedMeetingCancelled MEETING_CANCELLED = new PromisedMeetingCancelled(ACTION, INVITATION, MEETING);
	private static final ActionCompleted COMPLETED = new ActionCompleted(ACTION, text("Besproken"), LATER);

	private final AggregateTestFixture<Action> action = Given.fixture(CALENDARS);

	@Test
	void theOwnerAcceptsHisPromiseOnce() {
		action.given(ASSIGNED).when(new AcceptPromise(ACTION, INVITATION, DIRECTOR, DAY)).expectEvents(ACCEPTED);
		refused(action, "a-promise-is-accepted-once", new AcceptPromise(ACTION, INVITATION, DIRECTOR, DAY), ASSIGNED, ACCEPTED);
	}

	@Test
	void nobodyElseAcceptsThePromiseOfAPerson() {
		refused(action, "a-promise-is-accepted-by-its-owner", new AcceptPromise(ACTION, INVITATION, SECRETARY, DAY), ASSIGNED);
		refused(action, "a-promise-is-accepted-by-its-owner", new AcceptPromise(ACTION, INVITATION, null, DAY), ASSIGNED);
	}

	@Test
	void forATeamItIsNotedWithOrWithoutWho() {
		action.given(ASSIGNED, ADDED).when(new AcceptPromise(ACTION, TALK, null, DAY)).expectEvents(new PromiseAccepted(ACTION, TALK, null, DAY));
		action.given(ASSIGNED, ADDED).when(new AcceptPromise(ACTION, TALK, DIRECTOR, DAY)).expectEvents(new PromiseAccepted(ACTION, TALK, DIRECTOR, DAY));
	}

	@Test
	void aNewOwnerAcceptsAnew() {
		PromiseHandedOver handedOver = new PromiseHandedOver(ACTION, INVITATION, new Owner(Owner.Kind.PERSON, SECRETARY.value(), null), text("Andere baan"), LATER);
		action.given(ASSIGNED, ACCEPTED, handedOver).when(new AcceptPromise(ACTION, INVITATION, SECRETARY, LATER))
				.expectEvents(new PromiseAccepted(ACTION, INVITATION, SECRETARY, LATER));
		assertThat(view(ACCEPTED, handedOver).promises().getFirst().acceptance()).isNull();
	}

	@Test
	void aPromiseIsKeptAndTheActionGoesOn() {
		action.given(ASSIGNED, ADDED).when(new KeepPromise(ACTION, INVITATION, text("De uitnodiging is verstuurd"), LATER)).expectEvents(KEPT);
		ActionView view = view(ADDED, KEPT);
		assertThat(view.status()).isEqualTo(ActionStatus.OPEN);
		assertThat(view.promises().getFirst().kept()).isNotNull();
		assertThat(view.overdueFrom()).as("what is kept is not overdue").isNull();
	}

	@Test
	void whatIsKeptStaysAsItIs() {
		refused(action, "a-kept-promise-stays-kept", new KeepPromise(ACTION, INVITATION, text("Nog eens"), LATER), ASSIGNED, KEPT);
		refused(action, "a-kept-promise-stays-kept", new ReplanPromise(ACTION, INVITATION, text("in mei"), LATER, text("Waarom niet")), ASSIGNED, KEPT);
		refused(action, "a-kept-promise-stays-kept", new HandOverPromise(ACTION, INVITATION, ADDED.promise().owner(), text("Andere baan"), LATER), ASSIGNED, KEPT);
		refused(action, "a-completed-action-is-closed", new KeepPromise(ACTION, INVITATION, text("Toch"), LATER), ASSIGNED, COMPLETED);
	}

	@Test
	void onePromiseIsInTheLead() {
		LeadAppointed lead = new LeadAppointed(ACTION, INVITATION, DAY);
		action.given(ASSIGNED, ADDED).when(new AppointLead(ACTION, INVITATION, DAY)).expectEvents(lead);
		action.given(ASSIGNED, ADDED, lead).when(new AppointLead(ACTION, TALK, DAY)).expectEvents(new LeadAppointed(ACTION, TALK, DAY));
		refused(action, "another-promise-takes-the-lead", new AppointLead(ACTION, INVITATION, DAY), ASSIGNED, ADDED, lead);
		assertThat(view(ADDED, lead).lead()).isEqualTo(INVITATION);
		assertThat(view(ADDED, lead).awaitedBy()).as("who noted it and who leads it wait for the team").containsExactly(SECRETARY, DIRECTOR);
	}

	@Test
	void aPromiseWithoutWordsGetsItsFirstDeadline() {
		DeadlineAgreed agreed = new DeadlineAgreed(ACTION, TALK, deadline("uiterlijk 1 maart", LATER));
		action.given(ASSIGNED, ADDED).when(new AgreeDeadline(ACTION, TALK, text("uiterlijk 1 maart"), LATER)).expectEvents(agreed);
		refused(action, "a-first-deadline-is-agreed-once", new AgreeDeadline(ACTION, INVITATION, text("in mei"), LATER), ASSIGNED);
		refused(action, "only-an-agreed-deadline-is-replanned", new ReplanPromise(ACTION, TALK, text("in mei"), LATER, text("Griep")), ASSIGNED, ADDED);
		assertThat(view(ADDED).withoutDeadline()).isTrue();
		assertThat(view(ADDED, agreed).withoutDeadline()).isFalse();
	}

	@Test
	void movingAPromiseKeepsEveryEarlierOneAndItsReason() {
		action.given(ASSIGNED).when(new ReplanPromise(ACTION, INVITATION, text("in februari"), LATER, text("Geen zaal"))).expectEvents(REPLANNED);
		ActionView.PromiseView moved = view(REPLANNED, AGAIN).promises().getFirst();
		assertThat(moved.deadline().latest()).isEqualTo(LocalDate.of(2019, 3, 31));
		assertThat(moved.earlierDeadlines()).extracting(earlier -> earlier.deadline().phrase()).containsExactly("voor de kerstvakantie", "in februari");
		assertThat(moved.earlierDeadlines()).extracting(EarlierDeadline::reason).containsExactly("Geen zaal", "Griep");
		assertThat(moved.moves()).isEqualTo(2);
	}

	@Test
	void itDriftsFromTheSecondMoveOnUntilItIsDone() {
		assertThat(view(REPLANNED).drifting()).isFalse();
		assertThat(view(REPLANNED, AGAIN).drifting()).isTrue();
		assertThat(view(REPLANNED, AGAIN, KEPT).drifting()).isFalse();
		assertThat(view(REPLANNED, AGAIN, COMPLETED).drifting()).isFalse();
	}

	@Test
	void itIsOverdueFromTheDayAfterTheEarliestLastDay() {
		assertThat(view(ADDED).overdueFrom()).isEqualTo(LocalDate.of(2018, 12, 22));
		assertThat(view(REPLANNED).overdueFrom()).isEqualTo(LocalDate.of(2019, 3, 1));
		assertThat(view(COMPLETED).overdueFrom()).isNull();
	}

	@Test
	void whatHasToStartIsNotOverdueOnceSomethingWasReported() {
		PromiseReplanned starts = new PromiseReplanned(ACTION, INVITATION, deadline("start dit najaar", DAY), text("Anders"));
		assertThat(view(starts).overdueFrom()).isEqualTo(LocalDate.of(2018, 12, 1));
		assertThat(view(starts, new ProgressReported(ACTION, text("Begonnen"), LATER)).overdueFrom()).isNull();
	}

	@Test
	void aPromisedMeetingIsLinkedOncePlanned() {
		action.given(ASSIGNED).when(new LinkPromisedMeeting(ACTION, INVITATION, MEETING, LATER)).expectEvents(PLANNED);
		refused(action, "a-promised-meeting-takes-place", new LinkPromisedMeeting(ACTION, INVITATION, CANCELLED, LATER), ASSIGNED);
		refused(action, "a-meeting-is-linked-once", new LinkPromisedMeeting(ACTION, INVITATION, MEETING, LATER), ASSIGNED, PLANNED);
		assertThat(view(PLANNED).meetings()).containsExactly(MEETING);
		action.given(ASSIGNED, PLANNED).when(new UnlinkPromisedMeeting(ACTION, INVITATION)).expectEvents(new PromisedMeetingUnlinked(ACTION, INVITATION, MEETING));
		refused(action, "only-a-linked-meeting-is-unlinked", new UnlinkPromisedMeeting(ACTION, INVITATION), ASSIGNED);
	}

	@Test
	void thatItIsCancelledIsSeenAtTheActionUntilAnotherIsPlanned() {
		action.given(ASSIGNED, PLANNED).when(new NoteMeetingCancelled(ACTION, MEETING)).expectEvents(MEETING_CANCELLED);
		action.given(ASSIGNED, PLANNED, COMPLETED).when(new NoteMeetingCancelled(ACTION, MEETING)).expectEvents(MEETING_CANCELLED);
		action.given(ASSIGNED, PLANNED, MEETING_CANCELLED).when(new NoteMeetingCancelled(ACTION, MEETING)).expectNoEvents();
		assertThat(view(PLANNED, MEETING_CANCELLED).meetingCancelled()).isTrue();
		assertThat(view(PLANNED, MEETING_CANCELLED).meetings()).containsExactly(MEETING);
		assertThat(view(PLANNED, MEETING_CANCELLED, new PromisedMeetingPlanned(ACTION, INVITATION, CANCELLED, LATER)).meetingCancelled()).isFalse();
	}

	@Test
	void wordsAreReadAnewWhenMoreHolidaysAreKnown() {
		SchoolHolidays imported = SchoolHolidays.shipped().with(SchoolHolidays.read("""
				schooljaar,vakantie,regio,van,tot_en_met
				2018-2019,herfst,noord,2018-10-20,2018-10-28
				""").holidays());
		Calendars calendars = (partnership, meeting, saidOn) -> new Calendar(SchoolRegion.NOORD, imported, Optional::empty);
		PromiseReplanned unknown = new PromiseReplanned(ACTION, INVITATION, deadline("voor de herfstvakantie", DAY), text("Eerder kan ook"));
		assertThat(unknown.deadline().certainty()).isEqualTo(Certainty.UNKNOWN);
		DeadlineReread reread = new DeadlineReread(ACTION, INVITATION, Kind.BEFORE, null, LocalDate.of(2018, 10, 19), Certainty.DERIVED);
		AggregateTestFixture<Action> informed = Given.fixture(calendars);
		informed.given(ASSIGNED, ADDED, unknown).when(new RereadDeadlines(ACTION)).expectEvents(reread);
		informed.given(ASSIGNED, ADDED, unknown, reread).when(new RereadDeadlines(ACTION)).expectNoEvents();
		informed.given(ASSIGNED, ADDED, unknown, KEPT).when(new RereadDeadlines(ACTION)).expectNoEvents();
		informed.given(ASSIGNED, ADDED, unknown, COMPLETED).when(new RereadDeadlines(ACTION)).expectNoEvents();
		ActionReopened reopened = new ActionReopened(ACTION, text("Toch nog iets"), LATER);
		informed.given(ASSIGNED, ADDED, unknown, COMPLETED).when(new ReopenAction(ACTION, text("Toch nog iets"), LATER)).expectEvents(reopened, reread);
		ActionView.PromiseView seen = ActionView.on(view(unknown), reread, WHEN).promises().getFirst();
		assertThat(seen.deadline().phrase()).isEqualTo("voor de herfstvakantie");
		assertThat(seen.deadline().latest()).isEqualTo(LocalDate.of(2018, 10, 19));
		assertThat(seen.moves()).as("reading again is no move").isEqualTo(1);
	}

	@Test
	void onlySchoolHolidaysAreReadAnew() {
		assertThat(List.of("voor de kerst-vakantie", "na de Voorjaarsvakantie", "krokusvakantie")).allMatch(phrase -> deadline(phrase, DAY).namesSchoolHoliday());
		assertThat(List.of("voor de kerst", "dit najaar", "voor de vakantie")).noneMatch(phrase -> deadline(phrase, DAY).namesSchoolHoliday());
	}
}
