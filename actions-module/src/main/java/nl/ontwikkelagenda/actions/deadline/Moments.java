package nl.ontwikkelagenda.actions.deadline;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.When.Yearly;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;

import org.jspecify.annotations.Nullable;

/**
 * The part of the grammar that names days: "eind oktober 2021", "de week na de kerstvakantie", "volgend schooljaar". Each rule answers what it read, or null where its words
 * are not what comes next; words that make no sense end the reading.
 */
final class Moments {

	private static final Set<String> COMING = Set.of("volgend", "komend", "aanstaand");
	private static final Set<String> CHOOSING = Set.of("dit", "vorig", "volgend", "komend", "aanstaand");
	private static final Set<String> PARTS = Set.of("begin", "medio", "eind");
	private static final Map<String, Month> SEASONS = Map.of("voorjaar", Month.MARCH, "zomer", Month.JUNE, "najaar", Month.SEPTEMBER, "winter", Month.DECEMBER);
	private static final Map<String, UnaryOperator<LocalDate>> UNITS = Map.of("maand", day -> day.withDayOfMonth(1), "kwartaal",
			day -> day.with(IsoFields.DAY_OF_QUARTER, 1), "halfjaar", day -> LocalDate.of(day.getYear(), day.getMonthValue() <= 6 ? 1 : 7, 1), "jaar",
			day -> day.withDayOfYear(1), "schooljaar", day -> firstOfSchoolYear(day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1));
	private static final Map<String, Integer> MONTHS_OF_UNIT = Map.of("maand", 1, "kwartaal", 3, "halfjaar", 6, "jaar", 12, "schooljaar", 12);
	private static final String SCHOOL_YEAR = "Een schooljaar loopt van 1 augustus tot en met 31 juli.";

	private final Words words;
	private final LocalDate saidOn;
	private final Calendar calendar;

	Moments(Words words, LocalDate saidOn, Calendar calendar) {
		this.words = words;
		this.saidOn = saidOn;
		this.calendar = calendar;
	}

	/** Whatever names days. */
	@Nullable
	When when() {
		When found = firstOf(this::offset, this::neighbour, this::schoolDay, this::nth, this::extreme, this::part, this::named);
		if (found == null) {
			return null;
		}
		if (words.take("aanstaand")) {
			return When.of(found.notBegun(saidOn));
		}
		if (words.take("vorig")) {
			throw past();
		}
		return found;
	}

	/** A time of the day, which makes no difference to the day. */
	boolean time() {
		return words.attempt(() -> {
			words.take(",");
			words.takeOne(List.of("om", "van", "voor"));
			boolean minutes = hour();
			if (words.takeOne(List.of("tot", "-", "t/m")) != null) {
				minutes = hour();
			}
			return (words.take("uur") || minutes) ? Boolean.TRUE : null;
		}) != null;
	}

	/** Answers whether the minutes are named too, so that it can be nothing but a time. */
	private boolean hour() {
		return words.number(2).isPresent() && (words.take(":") || words.take(".")) && words.number(2).isPresent();
	}

	/** After days of which it is clear which is the last. */
	boolean after() {
		if (!words.take("na")) {
			return false;
		}
		words.attempt(() -> {
			words.skipArticle();
			if (words.take("begin", "van")) {
				throw new Unclear("Het is niet duidelijk na welke dag dit is. Noem een datum.");
			}
			return null;
		});
		return true;
	}

	/** So many days, weeks, months or years. */
	@Nullable
	Duration duration() {
		return words.attempt(() -> {
			if (words.take("anderhalf") || words.take("anderhalve")) {
				return words.take("jaar") ? new Duration(18, "maand") : null;
			}
			if (words.take("enkele")) {
				throw new Unclear("Er is niet gezegd hoeveel precies. Noem een getal of een datum.");
			}
			OptionalInt count = words.number(3);
			if (count.isEmpty() && !words.next("halfjaar")) {
				return null;
			}
			String unit = words.takeOne(List.of("dag", "werkdag", "week", "maand", "kwartaal", "halfjaar", "jaar", "uur"));
			int many = count.orElse(1);
			if (unit == null || (unit.equals("uur") && many % 24 != 0)) {
				return null;
			}
			return unit.equals("uur") ? new Duration(many / 24, "dag") : new Duration(many, unit);
		});
	}

	record Duration(int count, String unit) {

		LocalDate after(LocalDate day) {
			return move(day, 1);
		}

		LocalDate before(LocalDate day) {
			return move(day, -1);
		}

		/** Certainly not fewer days than this takes. */
		int reach() {
			return (int) ChronoUnit.DAYS.between(LocalDate.EPOCH, after(LocalDate.EPOCH)) + 3;
		}

		boolean isWeeks() {
			return unit.equals("week");
		}

		private LocalDate move(LocalDate day, int direction) {
			long many = (long) count * direction;
			return switch (unit) {
				case "dag" -> day.plusDays(many);
				case "werkdag" -> workingDays(day, direction);
				case "week" -> day.plusWeeks(many);
				case "maand" -> day.plusMonths(many);
				case "kwartaal" -> day.plusMonths(3 * many);
				case "halfjaar" -> day.plusMonths(6 * many);
				case "jaar" -> day.plusYears(many);
				default -> throw new IllegalStateException(unit);
			};
		}

		private LocalDate workingDays(LocalDate day, int direction) {
			LocalDate reached = day;
			for (int left = count; left > 0;) {
				reached = reached.plusDays(direction);
				if (!PublicHoliday.isFree(reached)) {
					left--;
				}
			}
			return reached;
		}
	}

	/** "twee weken na de zomervakantie", "een dag voor 1 maart". */
	private @Nullable When offset() {
		Duration duration = duration();
		boolean after = after();
		if (duration == null || (!after && !words.take("voor"))) {
			return null;
		}
		When when = when();
		if (when == null) {
			return null;
		}
		return when.map(span -> after ? span.to(duration.after(span.last())) : span.to(duration.before(span.first())), after ? duration.reach() : 0);
	}

	/** "de week voor de kerstvakantie", "de eerste maandag na 1 maart", "de laatste twee weken voor de zomervakantie", "de week van 5 november". */
	private @Nullable When neighbour() {
		words.skipArticle();
		OptionalInt rank = words.rank();
		boolean last = words.take("laatste");
		int count = count(last || rank.orElse(0) == 1);
		String unit = words.takeOne(Stream.concat(Stream.of("dag", "schooldag", "week"), Words.WEEKDAYS.stream()).toList());
		if (unit == null) {
			return null;
		}
		if (unit.equals("week") && rank.isEmpty() && !last && words.take("van")) {
			When of = words.attempt(this::named);
			return of == null ? null : of.map(span -> {
				Span week = Span.week(span.first());
				return span.last().isAfter(week.last()) ? span : week;
			}).map(this::mustBeWeek);
		}
		if (words.take("na") && !last) {
			When of = when();
			return of == null ? null : of.map(span -> following(span, rank.orElse(1), count, unit), 7 * (rank.orElse(1) + count) + 7);
		}
		if (words.take("voor") && rank.isEmpty()) {
			When of = when();
			return of == null ? null : of.map(span -> preceding(span, count, unit));
		}
		return null;
	}

	/** How many in a row: "de eerste twee weken". */
	private int count(boolean possible) {
		return possible ? words.number(2).orElse(1) : 1;
	}

	private Span mustBeWeek(Span span) {
		if (!span.isWeek()) {
			throw new Unclear("Het is niet duidelijk welke week dit is. Noem het weeknummer of een datum.");
		}
		return span;
	}

	private static Span following(Span span, int rank, int count, String unit) {
		LocalDate next = span.last().plusDays(1);
		return switch (unit) {
			case "dag" -> span.to(next.plusDays(rank - 1), next.plusDays(rank + count - 2));
			case "schooldag" -> span.to(weekday(next, 1).plusDays(rank - 1));
			case "week" -> span.to(next.plusWeeks(rank - 1), next.plusWeeks(rank + count - 1).minusDays(1));
			default -> span.to(next.with(TemporalAdjusters.nextOrSame(weekday(unit))).plusWeeks(rank - 1));
		};
	}

	private static Span preceding(Span span, int count, String unit) {
		LocalDate day = span.first().minusDays(1);
		return switch (unit) {
			case "dag" -> span.to(day.minusDays(count - 1), day);
			case "schooldag" -> span.to(weekday(day, -1));
			case "week" -> span.to(day.minusWeeks(count).plusDays(1), day);
			default -> span.to(day.with(TemporalAdjusters.previousOrSame(weekday(unit))));
		};
	}

	/** This day, or in a weekend the next one forwards or backwards that is not. */
	private static LocalDate weekday(LocalDate day, int direction) {
		LocalDate found = day;
		while (found.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
			found = found.plusDays(direction);
		}
		return found;
	}

	/** "laatste schooldag" is the one before the summer holidays, "eerste schooldag" the one after. */
	private @Nullable When schoolDay() {
		words.skipArticle();
		boolean last = words.take("laatste");
		boolean first = !last && words.rank().orElse(0) == 1;
		if ((!last && !first) || !words.take("schooldag") || words.take("van") || words.next("na") || words.next("voor")) {
			return null;
		}
		When summer = When.yearly(new SchoolHoliday(SchoolHolidays.Name.ZOMER, calendar));
		return summer.map(span -> last ? preceding(span, 1, "schooldag") : following(span, 1, 1, "schooldag"), last ? 0 : 4);
	}

	/** "ultimo oktober" is its last day, "primo 2019" its first. */
	private @Nullable When extreme() {
		String extreme = words.takeOne(List.of("ultimo", "primo"));
		if (extreme == null) {
			return null;
		}
		words.take("van");
		When whole = named();
		return whole == null ? null : whole.map(span -> span.to(extreme.equals("ultimo") ? span.last() : span.first()));
	}

	/** "eerste kwartaal van 2019", "de tweede helft van oktober", "de laatste week van maart", "de eerste maandag van de maand". */
	private @Nullable When nth() {
		words.skipArticle();
		boolean last = words.take("laatste");
		OptionalInt rank = last ? OptionalInt.empty() : words.rank();
		if (!last && rank.isEmpty()) {
			return null;
		}
		int count = count(last || rank.orElse(0) == 1);
		String unit = words.takeOne(Stream.concat(Stream.of("dag", "week", "weekend", "maand", "kwartaal", "halfjaar", "helft"), Words.WEEKDAYS.stream()).toList());
		if (unit == null || (count > 1 && !List.of("dag", "week", "maand").contains(unit))) {
			return null;
		}
		int nth = rank.orElse(0);
		if (unit.equals("kwartaal") || unit.equals("halfjaar")) {
			int parts = unit.equals("kwartaal") ? 4 : 2;
			return share(unit, nth == 0 ? parts : nth, parts);
		}
		words.take("van");
		words.take("in");
		When whole = when();
		if (whole == null && unit.equals("helft")) {
			return null;
		}
		return whole == null ? null : whole.map(span -> count == 1 ? within(span, unit, nth) : several(span, unit, nth, count));
	}

	/** The first so many (nth is 1), or the last (nth is 0). */
	private static Span several(Span whole, String unit, int nth, int count) {
		Span one = within(whole, unit, nth);
		int more = count - 1;
		LocalDate first = one.first();
		LocalDate last = one.last();
		Span all = nth == 1 ? one.to(first, moved(last.plusDays(1), unit, more).minusDays(1)) : one.to(moved(first, unit, -more), last);
		if ((all.last().isAfter(whole.last()) && !unit.equals("week")) || all.first().isBefore(whole.first().minusDays(6)) || all.last().isAfter(whole.last().plusDays(6))) {
			throw new Unclear("Zo lang is die periode niet.");
		}
		return all;
	}

	private static LocalDate moved(LocalDate day, String unit, int by) {
		return switch (unit) {
			case "week" -> day.plusWeeks(by);
			case "maand" -> day.plusMonths(by);
			default -> day.plusDays(by);
		};
	}

	/** Of a calendar year, or of what is named: "eerste kwartaal van het schooljaar". */
	private When share(String unit, int nth, int parts) {
		Yearly ofCalendarYear = shareOfYear(unit, nth, parts);
		When ofYear = words.attempt(() -> {
			words.take("van");
			words.skipArticle();
			When whole = unit();
			return whole != null && whole.notOver(saidOn).wholeMonths() == 12 ? whole : null;
		});
		return ofYear == null ? dated(ofCalendarYear, false) : ofYear.map(year -> year.share(nth, parts));
	}

	/** @param nth from 1; 0 for the last */
	private static Span within(Span whole, String unit, int nth) {
		Span found = switch (unit) {
			case "dag" -> nth == 0 ? whole.to(whole.last()) : whole.to(whole.first().plusDays(nth - 1));
			case "week" -> nthWeek(whole, nth);
			case "weekend" -> {
				Span saturday = within(whole, "zaterdag", nth);
				yield saturday.to(saturday.first(), saturday.first().plusDays(1)).because("Een weekend hoort bij de maand van zijn zaterdag.");
			}
			case "maand" -> {
				int months = whole.wholeMonths();
				yield months == 0 || nth > months ? whole.to(LocalDate.MAX) : whole.share(nth == 0 ? months : nth, months);
			}
			case "helft" -> half(whole, nth);
			default -> {
				DayOfWeek weekday = weekday(unit);
				yield nth == 0
						? whole.to(whole.last().with(TemporalAdjusters.previousOrSame(weekday)))
						: whole.to(whole.first().with(TemporalAdjusters.nextOrSame(weekday)).plusWeeks(nth - 1));
			}
		};
		boolean outside = (unit.equals("week") || unit.equals("weekend"))
				? found.first().isAfter(whole.last())
				: found.last().isAfter(whole.last()) || found.first().isBefore(whole.first());
		if (outside) {
			throw new Unclear("Deze dag of week is er niet in die periode.");
		}
		return found;
	}

	/** As with the weeks of a year: the first week of a month is the one that has its first Thursday. */
	private static Span nthWeek(Span whole, int nth) {
		int months = whole.wholeMonths();
		if (months == 0) {
			throw new Unclear("Het is niet duidelijk welke week dit is. Noem het weeknummer of een datum.");
		}
		if (whole.first().getMonth() == Month.AUGUST && months == 12) {
			throw new Unclear("Het is niet duidelijk welke week van het schooljaar dit is. Noem het weeknummer of een datum.");
		}
		LocalDate thursday = nth == 0
				? whole.last().with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY))
				: whole.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY)).plusWeeks(nth - 1);
		return whole.to(thursday.minusDays(3), thursday.plusDays(3)).because("De eerste week van een maand is de week met de eerste donderdag.");
	}

	private static Span half(Span whole, int nth) {
		int months = whole.wholeMonths();
		if (nth > 2) {
			throw new Unclear("Een periode heeft twee helften.");
		}
		if (months == 1) {
			LocalDate middle = whole.first().plusDays(14);
			return (nth == 1 ? whole.to(whole.first(), middle) : whole.to(middle.plusDays(1), whole.last())).because("De eerste helft van een maand is dag 1 tot en met 15.");
		}
		if (months == 0 || months % 2 != 0) {
			throw new Unclear("Het is niet duidelijk waar de helft van deze periode is.");
		}
		return whole.share(nth == 1 ? 1 : 2, 2);
	}

	/** "eind oktober", "begin van het schooljaar", "medio 2019". */
	private @Nullable When part() {
		words.skipArticle();
		String part = words.takeOne(PARTS);
		if (part == null) {
			return null;
		}
		words.take("van");
		When whole = firstOf(this::nth, this::named);
		return whole == null ? null : whole.map(Part.valueOf(part.toUpperCase(Locale.ROOT))::of);
	}

	/** One name of days, with the words that choose which of them: "dit najaar", "komende vrijdag", "de kerstvakantie". */
	private @Nullable When named() {
		words.skipArticle();
		return firstOf(this::today, this::weekday, this::week, this::date, this::numericMonth, this::chosen, this::unit, this::thatYear, this::nextMeeting);
	}

	private @Nullable When today() {
		String word = words.takeOne(List.of("vandaag", "morgen", "overmorgen", "gisteren"));
		if (word == null) {
			return null;
		}
		if (word.equals("gisteren")) {
			throw past();
		}
		LocalDate day = saidOn.plusDays(List.of("vandaag", "morgen", "overmorgen").indexOf(word));
		return When.of(Span.day(later(day)));
	}

	/** "vandaag over een week" */
	private LocalDate later(LocalDate day) {
		Duration duration = words.attempt(() -> words.take("over") ? duration() : null);
		return duration == null ? day : duration.after(day);
	}

	/** "maandag", "maandag 24 september", "vrijdag over een week", "dinsdag van week 45", "vrijdag volgende week". */
	private @Nullable When weekday() {
		String chosen = words.takeOne(CHOOSING);
		String name = words.takeOne(Words.WEEKDAYS);
		if (name == null) {
			return null;
		}
		if ("vorig".equals(chosen)) {
			throw past();
		}
		DayOfWeek weekday = weekday(name);
		words.take(",");
		words.take("de");
		When date = words.attempt(this::date);
		if (date != null) {
			return date.map(span -> fitting(span, weekday));
		}
		When ofWeek = words.attempt(() -> {
			words.take("van");
			words.take("in");
			words.skipArticle();
			return week();
		});
		if (ofWeek != null) {
			return ofWeek.map(week -> week.isWeek() ? week.to(week.first().with(TemporalAdjusters.nextOrSame(weekday))) : week);
		}
		LocalDate next = saidOn.with(TemporalAdjusters.next(weekday));
		if (chosen == null || chosen.equals("dit")) {
			Span first = Span.day(saidOn.with(TemporalAdjusters.nextOrSame(weekday)));
			LocalDate later = later(first.first());
			return later.equals(first.first()) ? new When.Floating(day -> Span.day(day.with(TemporalAdjusters.nextOrSame(weekday)))) : When.of(Span.day(later));
		}
		if (chosen.equals("volgend") && !next.isAfter(Span.week(saidOn).last())) {
			throw new Unclear("'Volgende " + name + "' kan twee dagen betekenen. Zeg 'aanstaande " + name + "' of '" + name + " volgende week'.");
		}
		return When.of(Span.day(next));
	}

	private static Span fitting(Span span, DayOfWeek weekday) {
		DayOfWeek actual = span.first().getDayOfWeek();
		if (actual != weekday) {
			throw new Unclear(Sentences.capital(Sentences.date(span.first())) + " is geen " + name(weekday) + ", maar een " + name(actual) + ". Controleer de dag en de datum.");
		}
		return span;
	}

	/** "week 45", "week 45 van 2018", "2018-W45", "volgende week", "volgende week vrijdag", "dit weekend". */
	private @Nullable When week() {
		When week = firstOf(this::weekOfYear, this::weekFromNow);
		if (week == null) {
			return null;
		}
		String weekday = words.takeOne(Words.WEEKDAYS);
		return weekday == null ? week : week.map(span -> span.isWeek() ? span.to(span.first().with(TemporalAdjusters.nextOrSame(weekday(weekday)))) : span);
	}

	private @Nullable When weekOfYear() {
		OptionalInt year = words.number(4);
		if (year.isPresent()) {
			words.take("-");
			OptionalInt number = words.take("w") || words.take("week") ? words.number(2) : OptionalInt.empty();
			return number.isEmpty() ? null : When.of(existing(weekNumber(number.getAsInt()), year.getAsInt()));
		}
		OptionalInt number = words.take("week") ? words.number(4) : OptionalInt.empty();
		if (number.isEmpty()) {
			return null;
		}
		if (number.getAsInt() > 999) {
			OptionalInt second = words.take("-") ? words.number(2) : OptionalInt.empty();
			return second.isEmpty() ? null : When.of(existing(weekNumber(second.getAsInt()), number.getAsInt()));
		}
		return dated(weekNumber(number.getAsInt()), false);
	}

	private static Yearly weekNumber(int number) {
		if (number < 1 || number > 53) {
			throw new Unclear("Week " + number + " bestaat niet: een jaar heeft 52 of 53 weken.");
		}
		return year -> {
			LocalDate day = LocalDate.of(year, 1, 4);
			if (number > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(day).getMaximum()) {
				return null;
			}
			LocalDate monday = day.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number).with(DayOfWeek.MONDAY);
			return Span.of(monday, monday.plusDays(6), "Week " + number + " van " + year + " loopt van maandag tot en met zondag.");
		};
	}

	private @Nullable When weekFromNow() {
		String chosen = words.takeOne(CHOOSING);
		boolean weekend = words.take("weekend");
		if (!weekend && !words.take("week")) {
			return null;
		}
		if ("vorig".equals(chosen)) {
			throw past();
		}
		Span week = Span.week(chosen == null || chosen.equals("dit") || (weekend && !chosen.equals("volgend")) ? saidOn : saidOn.plusWeeks(1));
		if (!weekend) {
			return When.of(week);
		}
		if ("volgend".equals(chosen)) {
			throw new Unclear("'Volgend weekend' kan twee weekenden betekenen. Noem een datum.");
		}
		return When.of(week.to(week.first().plusDays(5), week.last()));
	}

	/** A day by its number: "27 oktober 2021", "27-10-'21", "2021-10-27", "1e van de maand", "de 15e". */
	private @Nullable When date() {
		return firstOf(this::isoDate, this::numericDate, this::dayOfMonth, this::numberedDay);
	}

	private @Nullable When isoDate() {
		OptionalInt year = words.number(4);
		if (year.isEmpty() || year.getAsInt() < 1000 || !words.take("-")) {
			return null;
		}
		OptionalInt month = words.number(2);
		OptionalInt day = words.take("-") ? words.number(2) : OptionalInt.empty();
		return month.isEmpty() || day.isEmpty() ? null : When.of(date(year.getAsInt(), month.getAsInt(), day.getAsInt()));
	}

	private @Nullable When numericDate() {
		OptionalInt day = words.number(2);
		String separator = words.takeOne(List.of("-", "/", "."));
		OptionalInt month = words.number(2);
		if (day.isEmpty() || separator == null || month.isEmpty() || words.next("uur")) {
			return null;
		}
		Integer year = words.attempt(() -> words.take(separator) ? yearOfNumbers() : null);
		return year == null ? dayAndMonth(day.getAsInt(), month.getAsInt()) : When.of(date(year, month.getAsInt(), day.getAsInt()));
	}

	/** "03-2019", "3/2019", "2019-03"; not where two digits may be the next year, as of a school year. */
	private @Nullable When numericMonth() {
		OptionalInt first = words.number(4);
		String separator = words.takeOne(List.of("-", "/"));
		OptionalInt second = words.number(4);
		if (first.isEmpty() || separator == null || second.isEmpty()) {
			return null;
		}
		boolean yearFirst = first.getAsInt() > second.getAsInt();
		int year = Math.max(first.getAsInt(), second.getAsInt());
		int month = Math.min(first.getAsInt(), second.getAsInt());
		boolean schoolYear = yearFirst && month == (year + 1) % 100;
		return year < 1900 || year > 2199 || month < 1 || month > 12 || schoolYear ? null : When.of(Span.months(LocalDate.of(year, month, 1), 1));
	}

	private @Nullable Integer yearOfNumbers() {
		boolean apostrophe = words.take("'");
		OptionalInt year = words.number(apostrophe ? 2 : 4);
		return year.isEmpty() ? null : Integer.valueOf(year.getAsInt() < 100 ? 2000 + year.getAsInt() : year.getAsInt());
	}

	/** "27 oktober", "1e van januari 2019". */
	private @Nullable When dayOfMonth() {
		OptionalInt rank = words.rank();
		OptionalInt day = rank.isPresent() ? rank : words.number(2);
		words.take("van");
		String month = words.takeOne(Words.MONTHS);
		return day.isEmpty() || month == null ? null : dayAndMonth(day.getAsInt(), Words.MONTHS.indexOf(month) + 1);
	}

	private When dayAndMonth(int day, int month) {
		if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
			throw new Unclear("Deze datum bestaat niet: dag " + day + " van maand " + month + ". Controleer de dag en de maand.");
		}
		return dated(year -> YearMonth.of(year, month).isValidDay(day) ? Span.day(LocalDate.of(year, month, day)) : null, true);
	}

	private static Span date(int year, int month, int day) {
		boolean exists = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && YearMonth.of(year, month).isValidDay(day);
		if (!exists) {
			throw new Unclear("Deze datum bestaat niet: dag " + day + " van maand " + month + " in " + year + ". Controleer de dag en de maand.");
		}
		return Span.date(LocalDate.of(year, month, day));
	}

	/** "de 15e", "de 1e van de maand", "de 15e van volgende maand". */
	private @Nullable When numberedDay() {
		OptionalInt rank = words.rank();
		if (rank.isEmpty() || rank.getAsInt() < 1 || rank.getAsInt() > 31) {
			return null;
		}
		int day = rank.getAsInt();
		When month = words.attempt(() -> words.take("van") && !words.next("jaar") ? unit() : null);
		When ofMonth = month == null ? unit("maand") : month;
		return ofMonth.map(span -> {
			LocalDate found = span.first().plusDays(day - 1);
			// A month that has no such day is passed over.
			return found.isAfter(span.last()) ? span.to(span.first().minusDays(1)) : span.to(found);
		});
	}

	/** "deze maand", "volgend schooljaar", "het jaar", "schooljaar 2019-2020", "de komende twee weken", "volgend jaar maart". */
	private @Nullable When unit() {
		words.skipArticle();
		String chosen = words.takeOne(CHOOSING);
		boolean coming = chosen != null && COMING.contains(chosen);
		Duration duration = coming ? duration() : null;
		if (duration != null) {
			return When.of(Span.of(saidOn, duration.after(saidOn)));
		}
		String unit = words.takeOne(UNITS.keySet());
		if (unit == null || (chosen == null && unit.equals("halfjaar"))) {
			return null;
		}
		if ("vorig".equals(chosen)) {
			throw past();
		}
		if (chosen == null && unit.equals("schooljaar")) {
			Integer year = words.attempt(() -> pair(true));
			if (year != null) {
				return When.of(Span.months(firstOfSchoolYear(year), 12, SCHOOL_YEAR));
			}
			if (words.attempt(this::yearNumber) != null) {
				throw new Unclear("Noem bij een schooljaar twee jaren, zoals 'schooljaar 2019-2020'.");
			}
		}
		if (chosen == null && unit.equals("jaar")) {
			When year = words.attempt(this::thatYear);
			if (year != null) {
				return year;
			}
		}
		return chosen == null ? unit(unit) : relative(unit, chosen);
	}

	private When relative(String unit, String chosen) {
		Span current = unit(unit).notOver(saidOn);
		boolean coming = COMING.contains(chosen);
		Span meant = coming ? unit(unit).notBegun(saidOn) : current;
		if (unit.equals("jaar")) {
			When inThatYear = words.attempt(() -> {
				words.take("in");
				words.skipArticle();
				Yearly yearly = yearly();
				return yearly == null ? null : When.of(existing(yearly, meant.first().getYear()));
			});
			if (inThatYear != null) {
				return inThatYear;
			}
			if (chosen.equals("komend")) {
				throw new Unclear("'Komend jaar' kan volgend kalenderjaar betekenen, of de komende twaalf maanden. Zeg 'volgend jaar' of 'binnen een jaar'.");
			}
		}
		return When.of(meant);
	}

	private static When unit(String unit) {
		UnaryOperator<LocalDate> first = requireNonNull(UNITS.get(unit));
		int months = requireNonNull(MONTHS_OF_UNIT.get(unit));
		String[] because = unit.equals("schooljaar") ? new String[] {SCHOOL_YEAR} : new String[0];
		return new When.Floating(day -> Span.months(first.apply(day), months, because));
	}

	/** "2019", "'21". */
	private @Nullable When thatYear() {
		if (words.attempt(() -> pair(false)) != null) {
			throw new Unclear("Dit kan een schooljaar zijn, of twee kalenderjaren. Zeg 'schooljaar' of 'kalenderjaar' erbij.");
		}
		Integer year = yearNumber();
		if (year == null) {
			return null;
		}
		Integer quarter = words.attempt(() -> {
			words.take("-");
			OptionalInt number = words.take("q") ? words.number(1) : OptionalInt.empty();
			return number.isEmpty() ? null : Integer.valueOf(number.getAsInt());
		});
		return When.of(quarter == null ? Span.months(LocalDate.of(year, 1, 1), 12) : existing(shareOfYear("kwartaal", quarter, 4), year));
	}

	/** "februari", "dit najaar", "komende kerstvakantie", "Pasen 2019", "Q2". */
	private @Nullable When chosen() {
		String chosen = words.takeOne(CHOOSING);
		Yearly yearly = yearly();
		if (yearly == null) {
			return null;
		}
		if ("vorig".equals(chosen)) {
			throw past();
		}
		return chosen != null && COMING.contains(chosen) ? When.of(When.yearly(yearly).notBegun(saidOn)) : dated(yearly, false);
	}

	private @Nullable Yearly yearly() {
		return firstOf(this::month, this::season, this::schoolHoliday, this::publicHoliday, this::numberedShare);
	}

	private @Nullable Yearly month() {
		words.take("maand");
		String month = words.takeOne(Words.MONTHS);
		return month == null ? null : year -> Span.months(LocalDate.of(year, Words.MONTHS.indexOf(month) + 1, 1), 1);
	}

	private @Nullable Yearly season() {
		String season = words.takeOne(SEASONS.keySet());
		if (season == null) {
			return null;
		}
		if (season.equals("winter") && words.attempt(() -> words.attempt(() -> pair(true)) == null ? yearNumber() : null) != null) {
			throw new Unclear("Een winter valt in twee jaren. Noem ze allebei, zoals 'winter 2018-2019'.");
		}
		Month first = requireNonNull(SEASONS.get(season));
		String because = (season.equals("najaar") || season.equals("voorjaar") ? "Het " : "De ") + season + " is " + Words.month(first) + ", "
				+ Words.month(first.plus(1)) + " en " + Words.month(first.plus(2)) + ".";
		return year -> Span.months(LocalDate.of(year, first, 1), 3, because);
	}

	private @Nullable Yearly schoolHoliday() {
		if (words.take("vakantie")) {
			throw new Unclear("Er is niet gezegd welke vakantie. Zeg bijvoorbeeld 'zomervakantie'.");
		}
		SchoolHolidays.Name name = Arrays.stream(SchoolHolidays.Name.values()).filter(one -> words.take(one.word())).findFirst().orElse(null);
		if (name == null) {
			return null;
		}
		return new SchoolHoliday(name, calendar);
	}

	private record SchoolHoliday(SchoolHolidays.Name name, Calendar calendar) implements Yearly {

		@Override
		public Span in(int year) {
			int schoolYear = name.inFirstHalf() ? year : year - 1;
			SchoolRegion region = calendar.region();
			Span span = calendar.holidays().find(schoolYear, name, region).orElseThrow(() -> unknown(schoolYear));
			return span.asHoliday().because("De " + name.word() + (region == null ? "" : " in regio " + Sentences.capital(region.name().toLowerCase(Locale.ROOT))) + " is van "
					+ Sentences.date(span.first()) + " tot en met " + Sentences.date(span.last()) + ".");
		}

		@Override
		public boolean overBy(LocalDate day, int year) {
			return day.isAfter(name.surelyOver(year));
		}

		private Unclear unknown(int schoolYear) {
			boolean otherwiseKnown = calendar.region() == null && calendar.holidays().find(schoolYear, name, SchoolRegion.MIDDEN).isPresent();
			return new Unclear(otherwiseKnown
					? "De " + name.word() + " verschilt per regio, en de regio is niet bekend."
					: "De dagen van de " + name.word() + " van schooljaar " + schoolYear + "-" + (schoolYear + 1) + " zijn hier nog niet bekend.");
		}
	}

	private @Nullable Yearly publicHoliday() {
		return Arrays.stream(PublicHoliday.values()).filter(one -> words.take(one.name().toLowerCase(Locale.ROOT))).findFirst()
				.<Yearly>map(holiday -> year -> holiday.in(year).asHoliday()).orElse(null);
	}

	/** "Q2", "kwartaal 2", "H1". */
	private @Nullable Yearly numberedShare() {
		String unit = words.takeOne(List.of("q", "kwartaal", "h", "halfjaar"));
		OptionalInt number = words.number(1);
		if (unit == null || number.isEmpty()) {
			return null;
		}
		return unit.equals("q") || unit.equals("kwartaal") ? shareOfYear("kwartaal", number.getAsInt(), 4) : shareOfYear("halfjaar", number.getAsInt(), 2);
	}

	private static Yearly shareOfYear(String unit, int nth, int parts) {
		if (nth < 1 || nth > parts) {
			throw new Unclear("Dit bestaat niet: een jaar heeft " + parts + (parts == 4 ? " kwartalen." : " helften."));
		}
		String because = unit.equals("kwartaal") ? "Een kwartaal is drie maanden." : "Een half jaar is zes maanden.";
		return year -> Span.months(LocalDate.of(year, 1 + (nth - 1) * 12 / parts, 1), 12 / parts, because);
	}

	private @Nullable When nextMeeting() {
		String chosen = words.takeOne(CHOOSING);
		if (!words.take("bijeenkomst")) {
			return null;
		}
		When day = words.attempt(() -> words.take("van") || words.take("in") ? firstOf(this::weekday, this::date) : null);
		if (day != null) {
			return day;
		}
		if (chosen == null || !COMING.contains(chosen)) {
			throw new Unclear("Er is niet gezegd welke bijeenkomst. Noem de datum, of zeg 'de volgende bijeenkomst'.");
		}
		LocalDate next = calendar.nextMeeting().get().orElseThrow(() -> new Unclear("De datum van de volgende bijeenkomst is nog niet bekend."));
		return When.of(Span.day(next, "De volgende bijeenkomst is op " + Sentences.date(next) + "."));
	}

	/** Something of a year, with the year if that follows: "februari", "februari 2019", "februari volgend jaar", "februari van dit schooljaar". */
	private When dated(Yearly yearly, boolean wholeDate) {
		When floating = When.yearly(yearly);
		When ofYear = words.attempt(() -> {
			words.take("van");
			words.take("in");
			words.skipArticle();
			When schoolYear = words.attempt(this::thatSchoolYear);
			if (schoolYear != null) {
				return When.of(floating.notBegun(schoolYear.notOver(saidOn).first().minusDays(1)));
			}
			Integer year = words.attempt(this::yearNumber);
			if (year != null) {
				Span span = existing(yearly, year);
				return When.of(wholeDate ? Span.date(span.first()) : span);
			}
			String chosen = words.takeOne(CHOOSING);
			boolean relative = chosen != null && !chosen.equals("vorig") && words.take("jaar");
			return relative ? When.of(existing(yearly, saidOn.getYear() + (COMING.contains(chosen) ? 1 : 0))) : null;
		});
		return ofYear == null ? floating.map(span -> span.because("Er is geen jaar genoemd: het gaat om de eerstvolgende keer.")) : ofYear;
	}

	private @Nullable When thatSchoolYear() {
		Integer year = words.attempt(() -> pair(words.take("schooljaar")));
		if (year != null) {
			return When.of(Span.months(firstOfSchoolYear(year), 12));
		}
		String chosen = words.takeOne(CHOOSING);
		return words.take("schooljaar") ? chosen == null ? unit("schooljaar") : relative("schooljaar", chosen) : null;
	}

	/** Two years that follow each other: "2019-2020", and where it is clear that a school year is meant "19/20". Answers the first. */
	private @Nullable Integer pair(boolean schoolYear) {
		Integer first = schoolYear ? yearOfNumbers() : yearNumber();
		if (first == null || (!words.take("-") && !words.take("/"))) {
			return null;
		}
		Integer second = schoolYear ? yearOfNumbers() : yearNumber();
		return second != null && second == first + 1 ? first : null;
	}

	private @Nullable Integer yearNumber() {
		boolean apostrophe = words.take("'");
		OptionalInt year = words.number(apostrophe ? 2 : 4);
		if (year.isEmpty() || (!apostrophe && (year.getAsInt() < 1900 || year.getAsInt() > 2199))) {
			return null;
		}
		return apostrophe ? 2000 + year.getAsInt() : year.getAsInt();
	}

	private static Span existing(Yearly yearly, int year) {
		Span span = yearly.in(year);
		if (span == null) {
			throw new Unclear("Deze dag of week bestaat niet in " + year + ".");
		}
		return span;
	}

	private static LocalDate firstOfSchoolYear(int year) {
		return LocalDate.of(year, Month.AUGUST, 1);
	}

	private static DayOfWeek weekday(String name) {
		return DayOfWeek.of(Words.WEEKDAYS.indexOf(name) + 1);
	}

	private static String name(DayOfWeek weekday) {
		return Words.weekday(weekday);
	}

	private static Unclear past() {
		return new Unclear("Dit ligt in het verleden. Een termijn ligt op of na de dag van de afspraak.");
	}

	/** The first rule that reads something. */
	@SafeVarargs
	private <T> @Nullable T firstOf(Supplier<@Nullable T>... rules) {
		for (Supplier<@Nullable T> rule : rules) {
			T found = words.attempt(rule);
			if (found != null) {
				return found;
			}
		}
		return null;
	}
}
