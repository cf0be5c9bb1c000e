package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.Period;

import org.jspecify.annotations.Nullable;

/**
 * The days that a report is about. A school year is that of the law on primary education: 1 August up to 31 July. Its quarters are its four times three months, the same in
 * every region, so that reports of all partnerships cover the same days: August to October, November to January, February to April, May to July.
 *
 * @param words the period as it is called
 */
public record ReportPeriod(Kind kind, LocalDate from, LocalDate to, String words) {

	/** How periods are called. */
	public enum Kind {
		MONTH, SCHOOL_QUARTER, SCHOOL_YEAR, OTHER
	}

	/** What {@link #read} understands, as an example for who writes something else. */
	public static final String EXAMPLES = "september 2018, 2018-09, 1e kwartaal 2018-2019, schooljaar 2018-2019, vorige maand, vorig kwartaal of dit schooljaar";

	private static final Locale LOCALE = Locale.of("nl", "NL");
	private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("MMMM yyyy", LOCALE);
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", LOCALE);
	private static final List<String> ORDINALS = List.of("eerste", "tweede", "derde", "vierde");
	private static final int MONTHS_IN_QUARTER = 3;
	private static final int MONTHS_IN_YEAR = 12;
	private static final String YEAR = "(?<year>[12]\\d{3})";
	private static final String SCHOOL_YEAR = YEAR + "\\s*[-/]\\s*(?<next>[12]\\d{3})";
	private static final Pattern NUMBERED_MONTH = Pattern.compile(YEAR + "-(?<month>0[1-9]|1[0-2])");
	private static final Pattern NAMED_MONTH = Pattern.compile("(?<name>[a-z]+)\\s+" + YEAR);
	private static final Pattern WHOLE_YEAR = Pattern.compile("(schooljaar\\s+)?" + SCHOOL_YEAR);
	private static final Pattern QUARTER = Pattern.compile("((?<digit>[1-4])e?|(?<ordinal>[a-z]+))\\s+kwartaal\\s+(van\\s+)?((het\\s+)?schooljaar\\s+)?" + SCHOOL_YEAR);

	/** These days, under the name that they have when they are a month, a quarter or a year. */
	public static ReportPeriod of(Period days) {
		LocalDate start = days.from();
		return List.of(month(start), schoolQuarter(start), schoolYear(start)).stream().filter(named -> named.from.equals(start) && named.to.equals(days.to())).findFirst()
				.orElseGet(() -> new ReportPeriod(Kind.OTHER, start, days.to(),
						start.equals(days.to()) ? DAY.format(start) : DAY.format(start) + " tot en met " + DAY.format(days.to())));
	}

	/** The month that this day is in. */
	public static ReportPeriod month(LocalDate day) {
		YearMonth month = YearMonth.from(day);
		return new ReportPeriod(Kind.MONTH, month.atDay(1), month.atEndOfMonth(), MONTH_NAME.format(month));
	}

	/** The quarter of the school year that this day is in. */
	public static ReportPeriod schoolQuarter(LocalDate day) {
		LocalDate year = startOfSchoolYear(day);
		long number = ChronoUnit.MONTHS.between(year, day) / MONTHS_IN_QUARTER;
		LocalDate from = year.plusMonths(number * MONTHS_IN_QUARTER);
		return new ReportPeriod(Kind.SCHOOL_QUARTER, from, from.plusMonths(MONTHS_IN_QUARTER).minusDays(1), number + 1 + "e kwartaal " + years(year));
	}

	/** The school year that this day is in. */
	public static ReportPeriod schoolYear(LocalDate day) {
		LocalDate from = startOfSchoolYear(day);
		return new ReportPeriod(Kind.SCHOOL_YEAR, from, from.plusMonths(MONTHS_IN_YEAR).minusDays(1), "schooljaar " + years(from));
	}

	/**
	 * @param today what "this" and "last" are reckoned from
	 * @return empty when the words are no period
	 */
	public static Optional<ReportPeriod> read(String words, LocalDate today) {
		String said = words.strip().toLowerCase(LOCALE);
		return Optional.ofNullable(switch (said) {
			case "deze maand" -> month(today);
			case "vorige maand" -> month(today.minusMonths(1));
			case "dit kwartaal" -> schoolQuarter(today);
			case "vorig kwartaal" -> schoolQuarter(today.minusMonths(MONTHS_IN_QUARTER));
			case "dit schooljaar" -> schoolYear(today);
			case "vorig schooljaar" -> schoolYear(today.minusYears(1));
			default -> named(said);
		});
	}

	private static @Nullable ReportPeriod named(String said) {
		Matcher month = NUMBERED_MONTH.matcher(said);
		if (month.matches()) {
			return month(LocalDate.of(number(month, "year"), number(month, "month"), 1));
		}
		Matcher name = NAMED_MONTH.matcher(said);
		if (name.matches()) {
			return List.of(Month.values()).stream().map(each -> month(LocalDate.of(number(name, "year"), each, 1))).filter(each -> each.words.startsWith(name.group("name") + " "))
					.findFirst().orElse(null);
		}
		Matcher year = WHOLE_YEAR.matcher(said);
		if (year.matches()) {
			return isSchoolYear(year) ? schoolYear(start(year)) : null;
		}
		Matcher quarter = QUARTER.matcher(said);
		return quarter.matches() && isSchoolYear(quarter) ? quarter(quarter) : null;
	}

	private static @Nullable ReportPeriod quarter(Matcher said) {
		String digit = said.group("digit");
		int number = digit == null ? ORDINALS.indexOf(said.group("ordinal")) : Integer.parseInt(digit) - 1;
		return number < 0 ? null : schoolQuarter(start(said).plusMonths((long) number * MONTHS_IN_QUARTER));
	}

	private static boolean isSchoolYear(Matcher said) {
		return number(said, "next") == number(said, "year") + 1;
	}

	private static LocalDate start(Matcher said) {
		return LocalDate.of(number(said, "year"), Month.AUGUST, 1);
	}

	private static int number(Matcher said, String group) {
		return Integer.parseInt(said.group(group));
	}

	private static LocalDate startOfSchoolYear(LocalDate day) {
		LocalDate start = LocalDate.of(day.getYear(), Month.AUGUST, 1);
		return day.isBefore(start) ? start.minusYears(1) : start;
	}

	private static String years(LocalDate start) {
		return start.getYear() + "-" + (start.getYear() + 1);
	}

	/** The period of the same kind that ended the day before this one began; another stretch of days is as long as this one. */
	public ReportPeriod previous() {
		LocalDate last = from.minusDays(1);
		return switch (kind) {
			case MONTH -> month(last);
			case SCHOOL_QUARTER -> schoolQuarter(last);
			case SCHOOL_YEAR -> schoolYear(last);
			case OTHER -> of(new Period(last.minusDays(ChronoUnit.DAYS.between(from, to)), last));
		};
	}

	public Period days() {
		return new Period(from, to);
	}

	/** Whether numbers over the other period can stand beside those over this one. */
	boolean isComparableWith(ReportPeriod other) {
		return kind == other.kind && (kind != Kind.OTHER || ChronoUnit.DAYS.between(from, to) == ChronoUnit.DAYS.between(other.from, other.to));
	}
}
