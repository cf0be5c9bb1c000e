package nl.ontwikkelagenda.app.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** One month as the page of the calendar shows it. */
public record CalendarMonth(YearMonth month, List<Entry> entries, List<Free> free, LocalDate today) {

	/**
	 * Something that happens on a day, or has to be done by then.
	 *
	 * @param kind    as "Bijeenkomst"
	 * @param note    what is to be known of it in a few words; may be empty
	 * @param address of the page that shows it
	 */
	public record Entry(LocalDate day, @Nullable String time, String kind, String words, String note, String address) {

		static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::day).thenComparing(Entry::time, Comparator.nullsFirst(Comparator.naturalOrder()))
				.thenComparing(Entry::kind).thenComparing(Entry::words);
	}

	/** A school holiday, with its first and last day. */
	public record Free(String words, LocalDate first, LocalDate last) {

		boolean on(LocalDate day) {
			return !day.isBefore(first) && !day.isAfter(last);
		}
	}

	/**
	 * A day in the grid.
	 *
	 * @param day  null for a place before the first or after the last day of the month
	 * @param free names of the school holidays that it is a part of
	 */
	public record Cell(@Nullable LocalDate day, boolean today, List<String> free, List<Entry> entries) {
	}

	/** Days on which something is, in order. */
	public Map<LocalDate, List<Entry>> days() {
		return entries.stream().sorted(Entry.IN_ORDER).collect(Collectors.groupingBy(Entry::day, TreeMap::new, Collectors.toList()));
	}

	/** From Monday to Sunday. */
	public List<List<Cell>> weeks() {
		Map<LocalDate, List<Entry>> days = days();
		LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		return Stream.iterate(first, monday -> !monday.isAfter(month.atEndOfMonth()), monday -> monday.plusWeeks(1))
				.map(monday -> Stream.iterate(monday, day -> day.plusDays(1)).limit(7).map(day -> cell(day, days)).toList()).toList();
	}

	private Cell cell(LocalDate day, Map<LocalDate, List<Entry>> days) {
		return YearMonth.from(day).equals(month)
				? new Cell(day, day.equals(today), free.stream().filter(one -> one.on(day)).map(Free::words).distinct().toList(), days.getOrDefault(day, List.of()))
				: new Cell(null, false, List.of(), List.of());
	}
}
