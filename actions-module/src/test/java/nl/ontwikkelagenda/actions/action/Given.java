package nl.ontwikkelagenda.actions.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Words;
import nl.ontwikkelagenda.agenda.meeting.ItemOrigin;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.Meetings;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.meeting.SeriesId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** An action of the work session of 24 September 2018: two promises, one by a person and one by a team without words for when. */
final class Given {

	static final ActionId ACTION = new ActionId(new UUID(0, 1));
	static final ActionId OTHER = new ActionId(new UUID(0, 2));
	static final PartnershipId REGION = new PartnershipId(new UUID(0, 3));
	static final LocalDate DAY = LocalDate.of(2018, 9, 24);
	static final PersonId DIRECTOR = new PersonId(new UUID(0, 4));
	static final PersonId SECRETARY = new PersonId(new UUID(0, 5));
	static final PromiseId INVITATION = new PromiseId(new UUID(0, 6));
	static final PromiseId TALK = new PromiseId(new UUID(0, 7));
	static final MeetingId MEETING = new MeetingId(new UUID(0, 8));
	static final MeetingId CANCELLED = new MeetingId(new UUID(0, 9));
	static final Recorded WHEN = new Recorded(1, 0, Instant.EPOCH, Actor.person(SECRETARY));
	static final Calendars CALENDARS = (partnership, meeting, saidOn) -> new Calendar(SchoolRegion.NOORD, SchoolHolidays.shipped(), Optional::empty);
	static final ActionAssigned ASSIGNED = new ActionAssigned(ACTION, REGION, null, null, null, null, text("Leerlingenvervoer"), null, DAY,
			promise(INVITATION, new Owner(Owner.Kind.PERSON, DIRECTOR.value(), null), "voor de kerstvakantie"));
	static final PromiseAdded ADDED = new PromiseAdded(ACTION, promise(TALK, new Owner(Owner.Kind.TEAM, null, text("Beleid en uitvoering")), null), DAY);

	private Given() {
	}

	static AggregateTestFixture<Action> fixture(Calendars calendars) {
		return fixture(calendars, new OtherActions(Set.of()));
	}

	static AggregateTestFixture<Action> fixture(Calendars calendars, Actions actions) {
		AggregateTestFixture<Action> fixture = new AggregateTestFixture<>(Action.class);
		References references = (partnership, id) -> true;
		NewIds ids = id -> true;
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(ids);
		fixture.registerInjectableResource(calendars);
		fixture.registerInjectableResource(actions);
		fixture.registerInjectableResource(new PlannedMeetings());
		return fixture;
	}

	static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	static Deadline deadline(String phrase, LocalDate saidOn) {
		return Deadline.read(text(phrase), saidOn, CALENDARS.of(REGION, null, saidOn));
	}

	static Promise promise(PromiseId id, Owner owner, @Nullable String when) {
		return Promise.of(new AgreedPromise(id, owner, text("Het overleg organiseren"), Of.WORK, when == null ? null : new Words(text(when), DAY)), DAY, REGION, null, CALENDARS);
	}

	static void refused(AggregateTestFixture<Action> action, String rule, ActionCommand command, ActionEvent... history) {
		action.given((Object[]) history).when(command).expectException(RuleBroken.class)
				.expectException(new CustomTypeSafeMatcher<RuleBroken>("breaks the rule " + rule) {
					@Override
					protected boolean matchesSafely(RuleBroken broken) {
						return broken.rule().equals(rule);
					}
				}).expectNoEvents();
	}

	static ActionView view(ActionEvent... events) {
		ActionView view = ActionView.on(null, ASSIGNED, WHEN);
		for (ActionEvent event : events) {
			view = ActionView.on(view, event, WHEN);
		}
		return view;
	}

	/** @param waiting the actions that depend on whatever is asked about */
	record OtherActions(Set<ActionId> waiting) implements Actions {

		@Override
		public boolean dependsOn(ActionId action, ActionId other) {
			return waiting.contains(action);
		}

		@Override
		public List<ActionId> thatPromised(MeetingId meeting, long position) {
			return List.of();
		}

		@Override
		public List<ActionId> thatNameAHoliday(PartnershipId partnership, long position) {
			return List.of();
		}
	}

	private static final class PlannedMeetings implements Meetings {

		@Override
		public Optional<Known> find(PartnershipId partnership, MeetingId meeting) {
			return Optional.of(new Known(null, null, !meeting.equals(CANCELLED)));
		}

		@Override
		public Optional<MeetingId> announcedLast(PartnershipId partnership, BodyId body) {
			return Optional.empty();
		}

		@Override
		public Optional<MeetingId> next(PartnershipId partnership, BodyId body, @Nullable SeriesId series, LocalDate after) {
			return Optional.empty();
		}

		@Override
		public List<ItemOrigin> waiting(PartnershipId partnership, BodyId body, LocalDate until) {
			return List.of();
		}
	}
}
