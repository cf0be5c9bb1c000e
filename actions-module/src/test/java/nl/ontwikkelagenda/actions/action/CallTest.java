package nl.ontwikkelagenda.actions.action;

import static java.util.Objects.requireNonNull;
import static nl.ontwikkelagenda.actions.action.Given.ACTION;
import static nl.ontwikkelagenda.actions.action.Given.ASSIGNED;
import static nl.ontwikkelagenda.actions.action.Given.CALENDARS;
import static nl.ontwikkelagenda.actions.action.Given.DAY;
import static nl.ontwikkelagenda.actions.action.Given.DIRECTOR;
import static nl.ontwikkelagenda.actions.action.Given.REGION;
import static nl.ontwikkelagenda.actions.action.Given.SECRETARY;
import static nl.ontwikkelagenda.actions.action.Given.WHEN;
import static nl.ontwikkelagenda.actions.action.Given.refused;
import static nl.ontwikkelagenda.actions.action.Given.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionCommand.CloseCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.OpenCall;
import nl.ontwikkelagenda.actions.action.ActionCommand.SignUp;
import nl.ontwikkelagenda.actions.action.ActionCommand.WithdrawParticipant;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallClosed;
import nl.ontwikkelagenda.actions.action.ActionEvent.CallOpened;
import nl.ontwikkelagenda.actions.action.ActionEvent.OfCall;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantSignedUp;
import nl.ontwikkelagenda.actions.action.ActionEvent.ParticipantWithdrew;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallTest {

	private static final CallId CALL = new CallId(new UUID(0, 20));
	private static final LocalDate LAST_DAY = LocalDate.of(2018, 10, 31);
	private static final CallOpened OPENED = new CallOpened(ACTION, REGION, CALL, text("Wil jij hier graag bij zijn?"), 1, LAST_DAY, DAY);
	private static final ParticipantSignedUp SIGNED_UP = new ParticipantSignedUp(ACTION, REGION, CALL, DIRECTOR, null, DAY);
	private static final ParticipantWithdrew WITHDREW = new ParticipantWithdrew(ACTION, CALL, DIRECTOR, DAY);
	private static final CallClosed CLOSED = new CallClosed(ACTION, CALL, DAY);

	private final AggregateTestFixture<Action> action = Given.fixture(CALENDARS);

	private static OpenCall open(@Nullable Integer limit, @Nullable LocalDate lastDay) {
		return new OpenCall(ACTION, CALL, text("Wil jij hier graag bij zijn?"), limit, lastDay, DAY);
	}

	private static SignUp signUp(PersonId person, LocalDate day) {
		return new SignUp(ACTION, person, null, day);
	}

	@Test
	void peopleAreAskedToTakePart() {
		action.given(ASSIGNED).when(open(1, LAST_DAY)).expectEvents(OPENED);
		refused(action, "a-call-has-a-place", open(0, null), ASSIGNED);
		refused(action, "a-call-ends-after-it-opens", open(null, DAY.minusDays(1)), ASSIGNED);
		refused(action, "one-call-is-open-at-a-time", new OpenCall(ACTION, new CallId(new UUID(0, 21)), text("Nog een"), null, null, DAY), ASSIGNED, OPENED);
		refused(action, "id-is-new", open(1, null), ASSIGNED, OPENED, CLOSED);
	}

	@Test
	void whoSignsUpTakesPartOnceAndOnTimeWhileThereIsAPlace() {
		action.given(ASSIGNED, OPENED).when(signUp(DIRECTOR, DAY)).expectEvents(SIGNED_UP);
		action.given(ASSIGNED, OPENED).when(signUp(DIRECTOR, LAST_DAY)).expectSuccessfulHandlerExecution();
		refused(action, "sign-up-ends-on-the-last-day", signUp(DIRECTOR, LAST_DAY.plusDays(1)), ASSIGNED, OPENED);
		refused(action, "a-participant-signs-up-once", signUp(DIRECTOR, DAY), ASSIGNED, OPENED, SIGNED_UP);
		refused(action, "a-full-call-takes-no-more", signUp(SECRETARY, DAY), ASSIGNED, OPENED, SIGNED_UP);
		refused(action, "only-an-open-call", signUp(DIRECTOR, DAY), ASSIGNED);
	}

	@Test
	void aPlaceThatComesFreeIsOpenAgain() {
		action.given(ASSIGNED, OPENED, SIGNED_UP).when(new WithdrawParticipant(ACTION, DIRECTOR, DAY)).expectEvents(WITHDREW);
		action.given(ASSIGNED, OPENED, SIGNED_UP, WITHDREW).when(signUp(SECRETARY, DAY)).expectSuccessfulHandlerExecution();
		refused(action, "only-a-participant-withdraws", new WithdrawParticipant(ACTION, SECRETARY, DAY), ASSIGNED, OPENED, SIGNED_UP);
	}

	@Test
	void withdrawingIsPossibleAfterTheLastDayWhileTheCallIsOpen() {
		action.given(ASSIGNED, OPENED, SIGNED_UP).when(new WithdrawParticipant(ACTION, DIRECTOR, LAST_DAY.plusDays(5))).expectSuccessfulHandlerExecution();
	}

	@Test
	void aClosedCallTakesNobodyAndAnotherMayFollow() {
		action.given(ASSIGNED, OPENED).when(new CloseCall(ACTION, CALL, DAY)).expectEvents(CLOSED);
		refused(action, "only-an-open-call", new CloseCall(ACTION, CALL, DAY), ASSIGNED, OPENED, CLOSED);
		refused(action, "only-an-open-call", signUp(DIRECTOR, DAY), ASSIGNED, OPENED, CLOSED);
		action.given(ASSIGNED, OPENED, SIGNED_UP, CLOSED).when(new OpenCall(ACTION, new CallId(new UUID(0, 21)), text("Nog een"), null, null, DAY))
				.expectSuccessfulHandlerExecution();
	}

	@Test
	void anActionThatEndsClosesItsCall() {
		action.given(ASSIGNED, OPENED).when(new CompleteAction(ACTION, text("Gehouden"), DAY)).expectEvents(CLOSED, new ActionCompleted(ACTION, text("Gehouden"), DAY));
	}

	@Test
	void theCallSaysWhenItIsFull() {
		assertThat(seen(OPENED, SIGNED_UP).full()).isTrue();
		assertThat(seen(OPENED, SIGNED_UP).numberOfParticipants()).isEqualTo(1);
		assertThat(seen(OPENED, SIGNED_UP, WITHDREW).full()).isFalse();
		assertThat(seen(OPENED, CLOSED).status()).isEqualTo(CallView.Status.CLOSED);
		assertThat(ParticipantView.on(ParticipantView.on(null, SIGNED_UP, WHEN), WITHDREW, WHEN)).isNull();
	}

	private static CallView seen(OfCall... events) {
		CallView view = null;
		for (OfCall event : events) {
			view = CallView.on(view, event, WHEN);
		}
		return requireNonNull(view);
	}
}
