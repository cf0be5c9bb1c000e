package nl.ontwikkelagenda.reporting.monitor;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stretch of time that a measurement is of. Written as {@code 2021-03}, {@code 2021-Q1}, {@code 2021} or, for school years, {@code 2020-2021-P3} and {@code 2020-2021}.
 *
 * @param from its first day
 */
public record MeasuredPeriod(Rhythm rhythm, LocalDate from) {

	private static final Locale DUTCH = Locale.of("nl", "NL");
	private static final Month SCHOOL_STARTS = Month.AUGUST;
	private static final int MONTHS_OF_A_QUARTER = 3;
	private static final Pattern CODE = Pattern.compile("(?<year>[12]\\d{3})(-(?<next>[12]\\d{3})(-P(?<part>[1-4]))?|-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?");

	/** The period of this rhythm in which a day falls. */
	public static MeasuredPeriod of(Rhythm rhythm, LocalDate day) {
		LocalDate month = day.withDayOfMonth(1);
		return new MeasuredPeriod(rhythm, switch (rhythm) {
			case MONTH -> month;
			case QUARTER, SCHOOL_QUARTER -> month.minusMonths(Math.floorMod(day.getMonthValue() - 1 - offset(rhythm), MONTHS_OF_A_QUARTER));
			case SCHOOL_YEAR -> month.minusMonths(Math.floorMod(day.getMonthValue() - SCHOOL_STARTS.getValue(), 12));
			case YEAR -> day.withDayOfYear(1);
		});
	}

	/** How many months into the calendar's quarters those of a school year begin. */
	private static int offset(Rhythm rhythm) {
		return rhythm == Rhythm.SCHOOL_QUARTER ? (SCHOOL_STARTS.getValue() - 1) % MONTHS_OF_A_QUARTER : 0;
	}

	/** Empty when it is not written as any period is. */
	public static Optional<MeasuredPeriod> read(String code) {
		Matcher found = CODE.matcher(code);
		if (!found.matches()) {
			return Optional.empty();
		}
		LocalDate year = LocalDate.of(Integer.parseInt(found.group("year")), 1, 1);
		if (found.group("month") != null) {
			return Optional.of(new MeasuredPeriod(Rhythm.MONTH, year.withMonth(Integer.parseInt(found.group("month")))));
		}
		if (found.group("quarter") != null) {
			return Optional.of(new MeasuredPeriod(Rhythm.QUARTER, year.plusMonths(quarters(found.group("quarter")))));
		}
		if (found.group("next") == null) {
			return Optional.of(new MeasuredPeriod(Rhythm.YEAR, year));
		}
		if (Integer.parseInt(found.group("next")) != year.getYear() + 1) {
			return Optional.empty();
		}
		LocalDate start = year.withMonth(SCHOOL_STARTS.getValue());
		return Optional.of(found.group("part") == null
				? new MeasuredPeriod(Rhythm.SCHOOL_YEAR, start)
				: new MeasuredPeriod(Rhythm.SCHOOL_QUARTER, start.plusMonths(quarters(found.group("part")))));
	}

	private static int quarters(String number) {
		return (Integer.parseInt(number) - 1) * MONTHS_OF_A_QUARTER;
	}

	/** Its last day. */
	public LocalDate to() {
		LocalDate next = switch (rhythm) {
			case MONTH -> from.plusMonths(1);
			case QUARTER, SCHOOL_QUARTER -> from.plusMonths(MONTHS_OF_A_QUARTER);
			case SCHOOL_YEAR, YEAR -> from.plusYears(1);
		};
		return next.minusDays(1);
	}

	/** As it is written. */
	public String code() {
		return switch (rhythm) {
			case MONTH -> from.toString().substring(0, "2021-03".length());
			case QUARTER -> from.getYear() + "-Q" + quarter(1);
			case SCHOOL_QUARTER -> schoolYear() + "-P" + quarter(SCHOOL_STARTS.getValue());
			case SCHOOL_YEAR -> schoolYear();
			case YEAR -> Integer.toString(from.getYear());
		};
	}

	/** As readers say it. */
	public String dutch() {
		return switch (rhythm) {
			case MONTH -> from.getMonth().getDisplayName(TextStyle.FULL, DUTCH) + " " + from.getYear();
			case QUARTER -> quarter(1) + "e kwartaal " + from.getYear();
			case SCHOOL_QUARTER -> quarter(SCHOOL_STARTS.getValue()) + "e periode " + schoolYear();
			case SCHOOL_YEAR -> "schooljaar " + schoolYear();
			case YEAR -> Integer.toString(from.getYear());
		};
	}

	private int quarter(int firstMonth) {
		return Math.floorMod(from.getMonthValue() - firstMonth, 12) / MONTHS_OF_A_QUARTER + 1;
	}

	private String schoolYear() {
		int year = from.getMonthValue() < SCHOOL_STARTS.getValue() ? from.getYear() - 1 : from.getYear();
		return year + "-" + (year + 1);
	}

	@Override
	public String toString() {
		return code();
	}
}
