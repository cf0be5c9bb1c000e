package nl.ontwikkelagenda.actions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.actions.action.ActionCommand.RecordReminder;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ReminderSent;
import nl.ontwikkelagenda.actions.action.Reminder.Kind;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Calendars;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderTest {

	private static final Calendars CALENDARS = (partnership, meeting, saidOn) -> new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), Optional::empty);
	private static final LocalDate SAID = LocalDate.of(2018, 9, 24);
	private static final ActionId ACTION = new ActionId(new UUID(0, 1));
	private static final PromiseId PROMISE = new PromiseId(new UUID(0, 2));
	private static final PersonId OWNER = new PersonId(new UUID(0, 3));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 4));
	private static final LocalDate CHRISTMAS = LocalDate.of(2018, 12, 21);
	private static final ActionAssigned ASSIGNED = new ActionAssigned(ACTION, REGION, null, null, null, null, text("Bankzitters"), null, SAID,
			Promise.of(new AgreedPromise(PROMISE, new Owner(Owner.Kind.PERSON, OWNER.value(), null), text("Casussen uitschrijven"), Of.WORK, null), SAID, REGION, null, CALENDARS));
	private static final ReminderSent SENT = new ReminderSent(ACTION, PROMISE, Kind.LAST_DAY, CHRISTMAS, List.of(OWNER), CHRISTMAS);

	private final AggregateTestFixture<Action> action = fixture();

	@Test
	void beforeTheChristmasHolidaysRemindsAWeekBeforeOnTheLastDayAndEveryWeekAfter() {
		assertThat(remindersOf("voor de kerstvakantie", LocalDate.of(2019, 1, 12))).containsExactly(Map.entry("2018-12-14", "WEEK_LEFT about 2018-12-21"),
				Map.entry("2018-12-21", "LAST_DAY about 2018-12-21"), Map.entry("2018-12-28", "OVERDUE about 2018-12-28"),
				Map.entry("2019-01-04", "OVERDUE about 2019-01-04"), Map.entry("2019-01-11", "OVERDUE about 2019-01-11"));
	}

	@Test
	void inFebruaryRemindsTheDayBeforeItBegins() {
		assertThat(remindersOf("in februari", LocalDate.of(2019, 3, 1))).containsExactly(Map.entry("2019-01-31", "OPENING about 2019-02-01"),
				Map.entry("2019-02-21", "WEEK_LEFT about 2019-02-28"), Map.entry("2019-02-28", "LAST_DAY about 2019-02-28"));
	}

	@Test
	void aWindowOfOneWeekRemindsOnceTheDayBefore() {
		assertThat(remindersOf("week 45", LocalDate.of(2018, 11, 8))).containsExactly(Map.entry("2018-11-04", "OPENING about 2018-11-05"));
	}

	@Test
	void aDayRemindsAWeekBeforeTheDayBeforeAndOnTheDay() {
		assertThat(remindersOf("8 november 2018", LocalDate.of(2018, 11, 8))).containsExactly(Map.entry("2018-11-01", "WEEK_LEFT about 2018-11-08"),
				Map.entry("2018-11-07", "OPENING about 2018-11-08"), Map.entry("2018-11-08", "LAST_DAY about 2018-11-08"));
	}

	@Test
	void whatMayBeginRemindsOnceAndIsNeverOverdue() {
		assertThat(remindersOf("vanaf januari", LocalDate.of(2020, 1, 1))).containsExactly(Map.entry("2018-12-31", "OPENING about 2019-01-01"));
	}

	@Test
	void whatNoDateIsKnownOfRemindsNever() {
		assertThat(remindersOf("zo spoedig mogelijk", LocalDate.of(2020, 1, 1))).isEmpty();
		assertThat(remindersOf(null, LocalDate.of(2020, 1, 1))).isEmpty();
	}

	@Test
	void whatWasDueBeforeItWasAgreedIsNoReminder() {
		assertThat(remindersOf("dit schooljaar", LocalDate.of(2019, 7, 1))).as("the school year had begun").isEmpty();
		assertThat(remindersOf("binnen drie dagen", LocalDate.of(2018, 9, 27))).as("less than a week ahead").containsExactly(Map.entry("2018-09-27", "LAST_DAY about 2018-09-27"));
	}

	@Test
	void aReminderThatWentOutIsRecorded() {
		action.given(ASSIGNED).when(new RecordReminder(ACTION, PROMISE, Kind.LAST_DAY, CHRISTMAS, List.of(OWNER), CHRISTMAS)).expectEvents(SENT);
	}

	@Test
	void alsoWhenTheActionEndedOnTheSameDay() {
		action.given(ASSIGNED, new ActionCompleted(ACTION, text("Besproken"), CHRISTMAS))
				.when(new RecordReminder(ACTION, PROMISE, Kind.LAST_DAY, CHRISTMAS, List.of(OWNER), CHRISTMAS)).expectEvents(SENT);
	}

	@Test
	void butOnlyOfAPromiseOfTheAction() {
		action.given(ASSIGNED).when(new RecordReminder(ACTION, new PromiseId(new UUID(0, 9)), Kind.LAST_DAY, CHRISTMAS, List.of(OWNER), CHRISTMAS))
				.expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void theActionShowsTheLastTenReminders() {
		ActionView view = ActionView.on(null, ASSIGNED, recorded(0));
		for (int week = 1; week <= 12; week++) {
			LocalDate day = CHRISTMAS.plusWeeks(week);
			view = ActionView.on(view, new ReminderSent(ACTION, PROMISE, Kind.OVERDUE, day, List.of(OWNER), day), recorded(week));
		}
		assertThat(view.reminders()).hasSize(10).extracting(ActionView.Reminded::about).startsWith(CHRISTMAS.plusWeeks(3)).endsWith(CHRISTMAS.plusWeeks(12));
	}

	/** Every reminder that somebody gets who looks each day, with the day on which he first sees it. */
	private static Map<String, String> remindersOf(@Nullable String phrase, LocalDate until) {
		Deadline deadline = Deadline.read(phrase == null ? null : text(phrase), SAID, CALENDARS.of(REGION, null, SAID));
		Map<String, String> seen = new TreeMap<>();
		IntStream.range(0, (int) (until.toEpochDay() - SAID.toEpochDay()) + 1).mapToObj(SAID::plusDays)
				.forEach(day -> Reminder.current(deadline.earliest(), deadline.latest(), SAID, day).ifPresent(reminder -> {
					assertThat(reminder.dueOn()).isBeforeOrEqualTo(day);
					seen.put(reminder.dueOn().toString(), reminder.kind() + " about " + reminder.about());
				}));
		return seen;
	}

	private static AggregateTestFixture<Action> fixture() {
		AggregateTestFixture<Action> fixture = new AggregateTestFixture<>(Action.class);
		References references = (partnership, id) -> true;
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(CALENDARS);
		return fixture;
	}

	private static Recorded recorded(long sequence) {
		return new Recorded(sequence, sequence, Instant.EPOCH, Actor.job("SendReminders"));
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}
}
