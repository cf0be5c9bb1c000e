package nl.ontwikkelagenda.actions.action;

import static nl.ontwikkelagenda.actions.action.Given.ACTION;
import static nl.ontwikkelagenda.actions.action.Given.ADDED;
import static nl.ontwikkelagenda.actions.action.Given.ASSIGNED;
import static nl.ontwikkelagenda.actions.action.Given.CALENDARS;
import static nl.ontwikkelagenda.actions.action.Given.DAY;
import static nl.ontwikkelagenda.actions.action.Given.DIRECTOR;
import static nl.ontwikkelagenda.actions.action.Given.INVITATION;
import static nl.ontwikkelagenda.actions.action.Given.OTHER;
import static nl.ontwikkelagenda.actions.action.Given.SECRETARY;
import static nl.ontwikkelagenda.actions.action.Given.WHEN;
import static nl.ontwikkelagenda.actions.action.Given.refused;
import static nl.ontwikkelagenda.actions.action.Given.text;
import static nl.ontwikkelagenda.actions.action.Given.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import nl.ontwikkelagenda.actions.action.ActionCommand.BlockAction;
import nl.ontwikkelagenda.actions.action.ActionCommand.EndDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.NoteDependency;
import nl.ontwikkelagenda.actions.action.ActionCommand.UnblockAction;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionBlocked;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionDropped;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionReopened;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionUnblocked;
import nl.ontwikkelagenda.actions.action.ActionEvent.DependencyEnded;
import nl.ontwikkelagenda.actions.action.ActionEvent.DependencyNoted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseKept;
import nl.ontwikkelagenda.actions.action.ActionView.Timeliness;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What an action is stuck on, what it waits for, and how it ended and went on. */
class WaitingTest {

	private static final ActionBlocked BLOCKED = new ActionBlocked(ACTION, text("De begroting is niet vastgesteld"), text("De gemeenteraad"), DAY);
	private static final ActionUnblocked UNBLOCKED = new ActionUnblocked(ACTION, null, DAY);
	private static final DependencyNoted NOTED = new DependencyNoted(ACTION, OTHER, null, DAY);
	private static final DependencyEnded ENDED = new DependencyEnded(ACTION, OTHER, DAY);

	private final AggregateTestFixture<Action> action = Given.fixture(CALENDARS);

	@Test
	void anActionIsStuckOnSomethingAndComesLoose() {
		action.given(ASSIGNED).when(new BlockAction(ACTION, BLOCKED.reason(), BLOCKED.by(), DAY)).expectEvents(BLOCKED);
		action.given(ASSIGNED, BLOCKED).when(new UnblockAction(ACTION, null, DAY)).expectEvents(UNBLOCKED);
		refused(action, "an-action-is-blocked-once", new BlockAction(ACTION, text("Nog iets"), null, DAY), ASSIGNED, BLOCKED);
		refused(action, "only-a-blocked-action-is-unblocked", new UnblockAction(ACTION, null, DAY), ASSIGNED, BLOCKED, UNBLOCKED);
		assertThat(view(BLOCKED).blocked()).isTrue();
		assertThat(view(BLOCKED, UNBLOCKED).blocked()).isFalse();
		assertThat(view(BLOCKED, UNBLOCKED).earlierBlocks()).extracting(ActionView.Block::by).containsExactly("De gemeenteraad");
	}

	@Test
	void whatEndsIsNoLongerStuck() {
		ActionDropped dropped = new ActionDropped(ACTION, text("Geen geld"), DAY);
		ActionReopened reopened = new ActionReopened(ACTION, text("Toch geld"), DAY);
		assertThat(view(BLOCKED, dropped).blocked()).isFalse();
		action.given(ASSIGNED, BLOCKED, dropped, reopened).when(new BlockAction(ACTION, BLOCKED.reason(), BLOCKED.by(), DAY)).expectEvents(BLOCKED);
	}

	@Test
	void anActionWaitsForAnother() {
		action.given(ASSIGNED).when(new NoteDependency(ACTION, OTHER, null, DAY)).expectEvents(NOTED);
		action.given(ASSIGNED, NOTED).when(new EndDependency(ACTION, OTHER, DAY)).expectEvents(ENDED);
		refused(action, "a-dependency-is-noted-once", new NoteDependency(ACTION, OTHER, null, DAY), ASSIGNED, NOTED);
		refused(action, "only-a-noted-dependency-ends", new EndDependency(ACTION, OTHER, DAY), ASSIGNED);
		assertThat(view(NOTED).dependsOn()).containsExactly(OTHER);
		assertThat(view(NOTED, ENDED).dependsOn()).isEmpty();
	}

	@Test
	void notForItselfNorForWhatWaitsForIt() {
		refused(action, "actions-do-not-wait-in-a-circle", new NoteDependency(ACTION, ACTION, null, DAY), ASSIGNED);
		AggregateTestFixture<Action> awaited = Given.fixture(CALENDARS, new Given.OtherActions(Set.of(OTHER)));
		refused(awaited, "actions-do-not-wait-in-a-circle", new NoteDependency(ACTION, OTHER, null, DAY), ASSIGNED);
	}

	@Test
	void reopeningKeepsHowItEnded() {
		ActionView view = view(new ActionCompleted(ACTION, text("Overzicht gedeeld"), DAY), new ActionReopened(ACTION, text("Het onderwijs ontbrak"), DAY.plusDays(7)));
		assertThat(view.ending()).isNull();
		assertThat(view.earlierEndings()).containsExactly(new ActionView.Ending(ActionStatus.DONE, "Overzicht gedeeld", DAY, "Het onderwijs ontbrak", DAY.plusDays(7)));
	}

	@Test
	void whoNotedTheOutcomeNotedTheAction() {
		ActionAssigned born = new ActionAssigned(ACTION, ASSIGNED.partnershipId(), null, null, null, null, ASSIGNED.title(), null, DAY, ASSIGNED.promise(), DIRECTOR);
		Recorded byJob = new Recorded(1, 0, Instant.EPOCH, Actor.job("AssignActionWhenOutcomeIsAction"));
		assertThat(ActionView.on(null, born, byJob).notedBy()).isEqualTo(DIRECTOR);
		assertThat(ActionView.on(null, ASSIGNED, WHEN).notedBy()).isEqualTo(SECRETARY);
		assertThat(ActionView.on(null, ASSIGNED, byJob).notedBy()).isNull();
		assertThat(ActionView.on(null, born, byJob).awaitedBy()).as("he waits for nobody but himself").isEmpty();
		assertThat(ActionView.on(ActionView.on(null, born, byJob), ADDED, WHEN).awaitedBy()).containsExactly(DIRECTOR);
	}

	@Test
	void aDoneActionWasInTimeOrLateOrHadNoDay() {
		LocalDate lastDay = LocalDate.of(2018, 12, 21);
		assertThat(view().promises().getFirst().deadline().latest()).isEqualTo(lastDay);
		assertThat(view().timeliness()).as("while it is open nobody knows").isNull();
		assertThat(view(done(lastDay)).timeliness()).isEqualTo(Timeliness.IN_TIME);
		assertThat(view(done(lastDay.plusDays(1))).timeliness()).isEqualTo(Timeliness.LATE);
		assertThat(view(new PromiseKept(ACTION, INVITATION, text("Gehouden"), lastDay), done(lastDay.plusDays(30))).timeliness()).as("what was promised was in time")
				.isEqualTo(Timeliness.IN_TIME);
		assertThat(view(ADDED, done(lastDay)).timeliness()).as("the other promise has no day").isEqualTo(Timeliness.IN_TIME);
		assertThat(view(done(lastDay), new ActionReopened(ACTION, text("Te vroeg"), lastDay)).timeliness()).isNull();
	}

	@Test
	void whatOnlyHadToStartIsInTimeOnceSomethingWasReported() {
		ActionAssigned starting = new ActionAssigned(ACTION, Given.REGION, null, null, null, null, text("Overleg"), null, DAY,
				Given.promise(INVITATION, ADDED.promise().owner(), "start dit najaar"));
		LocalDate lastDay = LocalDate.of(2018, 11, 30);
		ActionView fresh = ActionView.on(null, starting, WHEN);
		assertThat(fresh.promises().getFirst().deadline().kind()).isEqualTo(Deadline.Kind.STARTS);
		ActionCompleted done = done(lastDay.plusDays(60));
		assertThat(ActionView.on(fresh, done, WHEN).timeliness()).isEqualTo(Timeliness.LATE);
		ActionView reported = ActionView.on(fresh, new ProgressReported(ACTION, text("Begonnen"), lastDay), WHEN);
		assertThat(ActionView.on(reported, done, WHEN).timeliness()).isEqualTo(Timeliness.IN_TIME);
		ActionView undated = ActionView.on(null, new ActionAssigned(ACTION, Given.REGION, null, null, null, null, text("Overleg"), null, DAY, ADDED.promise()), WHEN);
		assertThat(ActionView.on(undated, done, WHEN).timeliness()).isEqualTo(Timeliness.NO_DAY);
	}

	private static ActionCompleted done(LocalDate day) {
		return new ActionCompleted(ACTION, text("Gedaan"), day);
	}
}
