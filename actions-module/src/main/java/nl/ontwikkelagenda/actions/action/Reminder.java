package nl.ontwikkelagenda.actions.action;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A reminder of a promise. Kind and day together stand for it, so that a deadline that moves brings new ones and drops those that were still to come.
 *
 * @param about the first day of the window, its last day, or the day so many weeks after that
 * @param dueOn the day on which it is due
 */
public record Reminder(Kind kind, LocalDate about, LocalDate dueOn) {

	private static final int DAYS_OF_A_WEEK = 7;

	/** What it is about: the window opens tomorrow, has one more week, ends today, or ended so many weeks ago. */
	public enum Kind {
		OPENING, WEEK_LEFT, LAST_DAY, OVERDUE
	}

	/**
	 * The reminder that counts on a day: the last one that was due by then, whether or not somebody was there to send it; those before it no longer matter.
	 *
	 * @param earliest first day of the window; absent when there is none
	 * @param latest   last day that keeps the promise; absent when there is none
	 * @param since    day on which the owner took it on with this deadline: of what was due by then he needs no reminder
	 */
	public static Optional<Reminder> current(@Nullable LocalDate earliest, @Nullable LocalDate latest, LocalDate since, LocalDate day) {
		return Stream.concat(beforeItOpens(earliest), latest == null ? Stream.empty() : towards(latest, day))
				.filter(reminder -> reminder.dueOn.isAfter(since) && !reminder.dueOn.isAfter(day))
				.max(Comparator.comparing(Reminder::dueOn).thenComparing(Reminder::kind, Comparator.reverseOrder()));
	}

	private static Stream<Reminder> beforeItOpens(@Nullable LocalDate earliest) {
		return Stream.ofNullable(earliest).map(first -> new Reminder(Kind.OPENING, first, first.minusDays(1)));
	}

	private static Stream<Reminder> towards(LocalDate latest, LocalDate day) {
		long weeksLate = ChronoUnit.DAYS.between(latest, day) / DAYS_OF_A_WEEK;
		LocalDate marked = latest.plusWeeks(weeksLate);
		Stream<Reminder> ahead = Stream.of(new Reminder(Kind.WEEK_LEFT, latest, latest.minusDays(DAYS_OF_A_WEEK)), new Reminder(Kind.LAST_DAY, latest, latest));
		return weeksLate < 1 ? ahead : Stream.concat(ahead, Stream.of(new Reminder(Kind.OVERDUE, marked, marked)));
	}
}
