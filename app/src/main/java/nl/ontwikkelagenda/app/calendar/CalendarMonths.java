package nl.ontwikkelagenda.app.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.calendar.CalendarMonth.Entry;
import nl.ontwikkelagenda.app.calendar.CalendarMonth.Free;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.reference.KnownHolidays;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a month together from the views: meetings, deadlines of open promises, decisions to look at again, calls that end, and school holidays. */
@Component
class CalendarMonths {

	private static final int MOST = 500;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.of("nl", "NL"));

	private final KnownHolidays holidays;

	CalendarMonths(KnownHolidays holidays) {
		this.holidays = holidays;
	}

	/** @param partnerships of which the reader may see what members see */
	CalendarMonth of(YearMonth month, List<PartnershipView> partnerships, Reading reading) {
		Set<PartnershipId> within = partnerships.stream().map(PartnershipView::partnershipId).collect(Collectors.toSet());
		LocalDate today = reading.moment().today();
		if (within.isEmpty()) {
			return new CalendarMonth(month, List.of(), List.of(), today);
		}
		LocalDate first = month.atDay(1);
		LocalDate last = month.atEndOfMonth();
		List<MeetingView> meetings = found(reading, ReadModels.MEETINGS, within, "plannedOn", between("plannedOn", first, last));
		// an action whose first deadline passed before can have another in this month
		List<ActionView> actions = found(reading, ReadModels.ACTIONS, within, "-overdueFrom",
				List.of(new Is("status", ActionStatus.OPEN.name()), new AtMost("overdueFrom", last.plusDays(1).toString())));
		List<DecisionView> decisions = found(reading, ReadModels.DECISIONS, within, "reviewOn", between("reviewOn", first, last));
		List<CallView> calls = found(reading, ReadModels.CALLS, within, "lastDay", between("lastDay", first, last));
		Speech say = reading.speech(partnerships).meet(
				actions.stream().flatMap(action -> action.promises().stream()).map(promise -> Speech.person(promise.owner())),
				Stream.of(meetings.stream().map(MeetingView::title), actions.stream().flatMap(action -> action.promises().stream()).map(ActionView.PromiseView::what),
						decisions.stream().map(DecisionView::title), calls.stream().map(CallView::text)).flatMap(texts -> texts));
		List<Entry> entries = new ArrayList<>();
		meetings.forEach(meeting -> entries.add(entry(meeting, say)));
		actions.forEach(action -> deadlines(action, first, last, say).forEach(entries::add));
		decisions.stream().filter(decision -> decision.status() == DecisionStatus.IN_FORCE).forEach(decision -> entries
				.add(new Entry(day(decision.reviewOn()), null, "Terugkijken", say.words(decision.title()), "besluit " + decision.number(), "/besluiten/" + decision.decisionId())));
		calls.stream().filter(call -> call.status() == CallView.Status.OPEN)
				.forEach(call -> entries
						.add(new Entry(day(call.lastDay()), null, "Oproep sluit", say.words(call.text()), "laatste dag om mee te doen", "/acties/" + call.actionId())));
		return new CalendarMonth(month, entries, free(first, last, partnerships, within, reading), today);
	}

	private static <D> List<D> found(Reading reading, ReadModel<D, ?> view, Set<PartnershipId> within, String sort, List<Condition> conditions) {
		return reading.items(view, conditions, null, List.of(sort), 1, MOST, within).stream().map(Stored::document).toList();
	}

	private static List<Condition> between(String field, LocalDate first, LocalDate last) {
		return List.of(new AtLeast(field, first.toString()), new AtMost(field, last.toString()));
	}

	private static LocalDate day(@Nullable LocalDate asked) {
		return Objects.requireNonNull(asked);
	}

	private static Entry entry(MeetingView meeting, Speech say) {
		String note = Stream.of(meeting.status() == MeetingStatus.CANCELLED ? "gaat niet door" : "", meeting.last() ? "laatste bijeenkomst" : "",
				meeting.place() == null ? "" : say.words(meeting.place())).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
		return new Entry(meeting.plannedOn(), meeting.startsAt() == null ? null : TIME.format(meeting.startsAt().atZone(Today.AMSTERDAM)), "Bijeenkomst",
				say.words(meeting.title()),
				note, "/bijeenkomsten/" + meeting.meetingId());
	}

	private static Stream<Entry> deadlines(ActionView action, LocalDate first, LocalDate last, Speech say) {
		return action.promises().stream().filter(promise -> promise.kept() == null).filter(promise -> {
			LocalDate latest = promise.deadline().latest();
			return latest != null && !latest.isBefore(first) && !latest.isAfter(last);
		}).map(promise -> new Entry(day(promise.deadline().latest()), null, "Uiterlijk", say.words(promise.what()), say.owner(promise.owner()),
				"/acties/" + action.actionId() + "#toezegging-" + promise.promiseId()));
	}

	private List<Free> free(LocalDate first, LocalDate last, List<PartnershipView> partnerships, Set<PartnershipId> within, Reading reading) {
		SchoolHolidays known = holidays.of(within, reading.asOf());
		List<SchoolRegion> regions = partnerships.stream().map(PartnershipView::schoolRegion).distinct().sorted().toList();
		return regions.stream().flatMap(region -> known.during(first, last, region).stream()
				.map(holiday -> new Free(Dutch.choice(holiday.name()) + (regions.size() == 1 ? "" : " " + Dutch.choice(region).toLowerCase(Locale.ROOT)), holiday.first(),
						holiday.last())))
				.toList();
	}
}
