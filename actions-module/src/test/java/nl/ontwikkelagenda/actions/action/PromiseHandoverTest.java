package nl.ontwikkelagenda.actions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromise;
import nl.ontwikkelagenda.actions.action.ActionCommand.HandOverPromises;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseHandedOver;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
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

class PromiseHandoverTest {

	private static final Calendars CALENDARS = (partnership, meeting, saidOn) -> new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), Optional::empty);
	private static final ActionId ACTION = new ActionId(new UUID(0, 1));
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	private static final LocalDate NEW_YEAR = LocalDate.of(2019, 1, 1);
	private static final Owner SMALL_TOWN = organisation(2);
	private static final Owner NEW_TOWN = organisation(3);
	private static final PromiseId FIRST = new PromiseId(new UUID(0, 4));
	private static final PromiseId SECOND = new PromiseId(new UUID(0, 5));
	private static final FreeText WHY = text("Gemeentelijke herindeling");
	private static final ActionAssigned ASSIGNED = new ActionAssigned(ACTION, new PartnershipId(new UUID(0, 6)), null, null, null, null, text("Bankzitters"), null, DAY,
			promise(FIRST, SMALL_TOWN));
	private static final PromiseAdded ADDED = new PromiseAdded(ACTION, promise(SECOND, SMALL_TOWN), DAY);
	private static final PromiseHandedOver HANDED_OVER = new PromiseHandedOver(ACTION, FIRST, NEW_TOWN, WHY, NEW_YEAR);

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

	private static Owner organisation(long id) {
		return new Owner(Owner.Kind.ORGANISATION, new UUID(0, id), null);
	}

	private static Promise promise(PromiseId id, Owner owner) {
		return Promise.of(new AgreedPromise(id, owner, text("Casussen uitschrijven"), Of.WORK, null), DAY, new PartnershipId(new UUID(0, 2)), null, CALENDARS);
	}

	@Test
	void aPromiseGoesToAnotherOwner() {
		action.given(ASSIGNED, ADDED).when(new HandOverPromise(ACTION, FIRST, NEW_TOWN, WHY, NEW_YEAR)).expectEvents(HANDED_OVER);
	}

	@Test
	void notToTheOwnerItHas() {
		refused(new HandOverPromise(ACTION, FIRST, SMALL_TOWN, WHY, NEW_YEAR), ASSIGNED);
	}

	@Test
	void onlyAPromiseOfTheAction() {
		refused(new HandOverPromise(ACTION, SECOND, NEW_TOWN, WHY, NEW_YEAR), ASSIGNED);
	}

	@Test
	void onlyWhileTheActionIsOpen() {
		refused(new HandOverPromise(ACTION, FIRST, NEW_TOWN, WHY, NEW_YEAR), ASSIGNED, new ActionCompleted(ACTION, text("Besproken"), DAY));
	}

	@Test
	void afterAMergerAllPromisesOfAnOrganisationGoToTheNewOne() {
		action.given(ASSIGNED, ADDED).when(new HandOverPromises(ACTION, new UUID(0, 2), NEW_TOWN, WHY, NEW_YEAR)).expectEvents(HANDED_OVER,
				new PromiseHandedOver(ACTION, SECOND, NEW_TOWN, WHY, NEW_YEAR));
	}

	@Test
	void onlyAnOwnerWithPromisesHandsThemOver() {
		refused(new HandOverPromises(ACTION, new UUID(0, 3), SMALL_TOWN, WHY, NEW_YEAR), ASSIGNED);
		refused(new HandOverPromises(ACTION, new UUID(0, 2), SMALL_TOWN, WHY, NEW_YEAR), ASSIGNED);
	}

	@Test
	void theNewOwnerHasItAndTheFormerOneStaysReadable() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		ActionView view = ActionView.on(ActionView.on(null, ASSIGNED, when), HANDED_OVER, when);
		assertThat(view.owners()).containsExactly(new UUID(0, 3));
		assertThat(view.promises().getFirst().handovers()).extracting(handover -> handover.from().id()).containsExactly(new UUID(0, 2));
	}

	private void refused(ActionCommand command, ActionEvent... history) {
		action.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
