package nl.ontwikkelagenda.reporting.progress;

import static nl.ontwikkelagenda.reporting.progress.Scope.and;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.chart.Chart.Line;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtMost;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

/** How many actions were agreed and how many of them were done, month by month; what is between the two is open. What was dropped counts until it was. */
final class BurnUp {

	private static final int MOST_POINTS = 13;
	private static final int FEWEST_POINTS = 2;
	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.of("nl", "NL"));

	private BurnUp() {
	}

	/** Empty where that would be less than two months. */
	static Optional<Chart> of(Scope scope, List<Condition> all) {
		List<LocalDate> days = days(scope, all);
		if (days.size() < FEWEST_POINTS) {
			return Optional.empty();
		}
		List<List<Condition>> each = new ArrayList<>();
		days.forEach(day -> each.add(and(all, List.of(new AtMost("agreedOn", day.toString())))));
		days.forEach(day -> each.add(and(all, List.of(new Is("status", ActionStatus.DONE.name()), new AtMost("endedOn", day.toString())))));
		days.forEach(day -> each.add(and(all, List.of(new Is("status", ActionStatus.DROPPED.name()), new AtMost("endedOn", day.toString())))));
		List<Long> counts = scope.count(ReadModels.ACTIONS, each);
		int width = days.size();
		List<BigDecimal> agreed = IntStream.range(0, width).mapToObj(place -> BigDecimal.valueOf(counts.get(place) - counts.get(2 * width + place))).toList();
		List<BigDecimal> done = counts.subList(width, 2 * width).stream().map(BigDecimal::valueOf).toList();
		return Optional.of(new Chart(Chart.Kind.LINES, "Acties: afgesproken en klaar", "", days.stream().map(MONTH::format).toList(),
				List.of(new Line("afgesproken", agreed, true), new Line("klaar", done, false))));
	}

	/** The ends of months, of every so many when they are too many; the last is that of the report. */
	private static List<LocalDate> days(Scope scope, List<Condition> all) {
		ReportPeriod period = scope.question().period();
		LocalDate first = period == null ? scope.first(ReadModels.ACTIONS, all, "agreedOn").map(action -> action.agreedOn()).orElse(scope.onDay()) : period.from();
		LocalDate last = scope.lastDay();
		if (first.isAfter(last)) {
			return List.of();
		}
		YearMonth end = YearMonth.from(last);
		int every = (int) (ChronoUnit.MONTHS.between(YearMonth.from(first), end) / MOST_POINTS) + 1;
		List<LocalDate> days = new ArrayList<>(List.of(last));
		for (YearMonth month = end.minusMonths(every); !month.atEndOfMonth().isBefore(first); month = month.minusMonths(every)) {
			days.addFirst(month.atEndOfMonth());
		}
		return days;
	}
}
