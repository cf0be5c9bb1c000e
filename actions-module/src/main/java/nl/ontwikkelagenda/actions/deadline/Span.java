package nl.ontwikkelagenda.actions.deadline;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days from first to last, both included.
 *
 * @param exact   whether the words name the full date
 * @param holiday whether these are days off: what is between two holidays is in neither
 * @param because sentences that explain how it was found
 */
record Span(LocalDate first, LocalDate last, boolean exact, boolean holiday, List<String> because) {

	static Span of(LocalDate first, LocalDate last, String... because) {
		return new Span(first, last, false, false, List.of(because));
	}

	static Span day(LocalDate day, String... because) {
		return of(day, day, because);
	}

	static Span date(LocalDate day) {
		return new Span(day, day, true, false, List.of());
	}

	static Span months(LocalDate first, int months, String... because) {
		return of(first, first.plusMonths(months).minusDays(1), because);
	}

	static Span week(LocalDate day) {
		LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return of(monday, monday.plusDays(6), "Een week loopt van maandag tot en met zondag.");
	}

	Span because(String sentence) {
		return new Span(first, last, exact, holiday, Stream.concat(because.stream(), Stream.of(sentence)).distinct().toList());
	}

	Span asHoliday() {
		return new Span(first, last, exact, true, because);
	}

	/** Other days, found from these. */
	Span to(LocalDate newFirst, LocalDate newLast) {
		return new Span(newFirst, newLast, false, false, because);
	}

	Span to(LocalDate day) {
		return to(day, day);
	}

	long days() {
		return ChronoUnit.DAYS.between(first, last) + 1;
	}

	boolean isWeek() {
		return days() == 7 && first.getDayOfWeek() == DayOfWeek.MONDAY;
	}

	/** How many whole months these days are; zero when they are not. */
	int wholeMonths() {
		boolean whole = first.getDayOfMonth() == 1 && last.equals(last.with(lastDayOfMonth()));
		return whole ? (int) ChronoUnit.MONTHS.between(first, last.plusDays(1)) : 0;
	}

	/** The nth (from 1) of so many equal parts of whole months. */
	Span share(int nth, int parts) {
		int months = wholeMonths() / parts;
		LocalDate start = first.plusMonths((long) months * (nth - 1));
		return to(start, start.plusMonths(months).minusDays(1));
	}

	boolean overBefore(LocalDate day) {
		return last.isBefore(day);
	}
}
