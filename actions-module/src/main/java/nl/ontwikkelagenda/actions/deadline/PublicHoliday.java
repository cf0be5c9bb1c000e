package nl.ontwikkelagenda.actions.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Days of the year that have a name in the Netherlands; the name is the word in a phrase. */
enum PublicHoliday {
	NIEUWJAAR, CARNAVAL, PASEN, KONINGSDAG, DODENHERDENKING, BEVRIJDINGSDAG, GOEDEVRIJDAG, HEMELVAART, PINKSTEREN, PRINSJESDAG, SINTERKLAAS, KERSTAVOND, KERST, OUDJAAR;

	Span in(int year) {
		LocalDate easter = easter(year);
		return switch (this) {
			case NIEUWJAAR -> day(year, Month.JANUARY, 1);
			case CARNAVAL -> span(easter.minusDays(49), 3);
			case GOEDEVRIJDAG -> span(easter.minusDays(2), 1);
			case PASEN -> span(easter, 2);
			case KONINGSDAG -> kingsDay(year);
			case DODENHERDENKING -> day(year, Month.MAY, 4);
			case BEVRIJDINGSDAG -> day(year, Month.MAY, 5);
			case HEMELVAART -> span(easter.plusDays(39), 1);
			case PINKSTEREN -> span(easter.plusDays(49), 2);
			case PRINSJESDAG -> span(LocalDate.of(year, Month.SEPTEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.TUESDAY)), 1);
			case SINTERKLAAS -> day(year, Month.DECEMBER, 5);
			case KERSTAVOND -> day(year, Month.DECEMBER, 24);
			case KERST -> span(LocalDate.of(year, Month.DECEMBER, 25), 2);
			case OUDJAAR -> day(year, Month.DECEMBER, 31);
		};
	}

	/** Whether this is a day off in the Netherlands, or in a weekend. */
	static boolean isFree(LocalDate day) {
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return weekend || NIEUWJAAR.covers(day) || PASEN.covers(day) || KONINGSDAG.covers(day) || HEMELVAART.covers(day) || PINKSTEREN.covers(day) || KERST.covers(day);
	}

	private boolean covers(LocalDate day) {
		Span span = in(day.getYear());
		return !day.isBefore(span.first()) && !day.isAfter(span.last());
	}

	private Span day(int year, Month month, int day) {
		return span(LocalDate.of(year, month, day), 1);
	}

	private Span span(LocalDate first, int days) {
		return Span.of(first, first.plusDays(days - 1));
	}

	/** On a Sunday it is kept a day earlier. */
	private Span kingsDay(int year) {
		LocalDate day = LocalDate.of(year, Month.APRIL, 27);
		return span(day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day, 1);
	}

	/** The first Sunday after the ecclesiastical full moon (the Gregorian computus of Meeus, Jones and Butcher). */
	private static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int inCentury = year % 100;
		int correction = (century - (century + 8) / 25 + 1) / 3;
		int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
		int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
		int exception = (golden + 11 * epact + 22 * weekday) / 451;
		int days = epact + weekday - 7 * exception + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1);
	}
}
