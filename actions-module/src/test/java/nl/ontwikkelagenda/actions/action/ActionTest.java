package nl.ontwikkelagenda.actions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionCommand.AddPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.CompleteAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReopenAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.ReportProgress;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Words;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ActionTest {

	private static final OutcomeId OUTCOME = new OutcomeId(new UUID(0, 1));
	private static final ActionId ACTION = new ActionId(OUTCOME.value());
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final Calendars CALENDARS = (partnership, meeting, saidOn) -> new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), Optional::empty);
	private static final AgreedPromise REGION_MAPS = promise(3, "De Regio", "De financiën van de regionale thema's in kaart brengen");
	private static final AgreedPromise SCHOOLS_SHOW = promise(4, "Het onderwijs", "De financiering inzichtelijk maken");
	private static final AssignAction ASSIGN = new AssignAction(ACTION, REGION, null, null, null, OUTCOME, text("Transparantie over financiën"), null, DAY,
			List.of(REGION_MAPS, SCHOOLS_SHOW));
	private static final ActionAssigned ASSIGNED = new ActionAssigned(ACTION, REGION, null, null, null, OUTCOME, text("Transparantie over financiën"), null, DAY,
			Promise.of(REGION_MAPS, DAY, REGION, null, CALENDARS));
	private static final PromiseAdded ADDED = new PromiseAdded(ACTION, Promise.of(SCHOOLS_SHOW, DAY, REGION, null, CALENDARS), DAY);
	private static final ActionCompleted COMPLETED = new ActionCompleted(ACTION, text("Overzicht gedeeld"), DAY);

	private final AggregateTestFixture<Action> action = fixture();

	private static AggregateTestFixture<Action> fixture() {
		AggregateTestFixture<Action> fixture = new AggregateTestFixture<>(Action.class);
		References references = (partnership, id) -> true;
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(CALENDARS);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	private static AgreedPromise promise(long id, String team, String what) {
		return new AgreedPromise(new PromiseId(new UUID(0, id)), new Owner(Owner.Kind.TEAM, null, text(team)), text(what), Of.WORK, new Words(text("dit schooljaar"), DAY));
	}

	@Test
	void anActionOfTwoSidesHoldsAPromiseOfEach() {
		action.givenNoPriorActivity().when(ASSIGN).expectEvents(ASSIGNED, ADDED);
	}

	@Test
	void theSameOutcomeIsTakenUpOnceHoweverOftenItIsTried() {
		action.given(ASSIGNED, ADDED).when(ASSIGN).expectSuccessfulHandlerExecution().expectNoEvents();
	}

	@Test
	void anotherActionCannotTakeItsId() {
		AssignAction other = new AssignAction(ACTION, REGION, null, null, null, null, text("Iets anders"), null, DAY, List.of(REGION_MAPS));
		action.given(ASSIGNED).when(other).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aPromiseIsAddedOnce() {
		action.given(ASSIGNED).when(new AddPromise(ACTION, SCHOOLS_SHOW, DAY)).expectEvents(ADDED);
		action.given(ASSIGNED, ADDED).when(new AddPromise(ACTION, SCHOOLS_SHOW, DAY)).expectException(RuleBroken.class);
	}

	@Test
	void aCompletedActionTakesNothingMoreUntilItIsReopened() {
		action.given(ASSIGNED).when(new CompleteAction(ACTION, text("Overzicht gedeeld"), DAY)).expectEvents(COMPLETED);
		action.given(ASSIGNED, COMPLETED).when(new ReportProgress(ACTION, text("Nog iets"), DAY)).expectException(RuleBroken.class);
		action.given(ASSIGNED, COMPLETED).when(new CompleteAction(ACTION, text("Nog eens"), DAY)).expectException(RuleBroken.class);
		ActionReopened reopened = new ActionReopened(ACTION, text("Het onderwijs ontbrak"), DAY);
		action.given(ASSIGNED, COMPLETED).when(new ReopenAction(ACTION, text("Het onderwijs ontbrak"), DAY)).expectEvents(reopened);
		action.given(ASSIGNED, COMPLETED, reopened).when(new CompleteAction(ACTION, text("Overzicht gedeeld"), DAY)).expectEvents(COMPLETED);
	}

	@Test
	void aPromiseKeepsItsWordsAndWhatTheyMeanThatDay() {
		assertThat(ASSIGNED.promise().deadline().latest()).isEqualTo(LocalDate.of(2019, 7, 31));
	}

	@Test
	void aReopenedActionIsOpenAndHasNoResult() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		ActionView view = ActionView.on(ActionView.on(ActionView.on(null, ASSIGNED, when), COMPLETED, when), new ActionReopened(ACTION, text("Te vroeg"), DAY), when);
		assertThat(view.status()).isEqualTo(ActionStatus.OPEN);
		assertThat(view.ending()).isNull();
		assertThat(view.promises()).hasSize(1);
	}
}
