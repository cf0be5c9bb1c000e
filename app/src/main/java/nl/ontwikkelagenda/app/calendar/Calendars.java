package nl.ontwikkelagenda.app.calendar;

import java.util.List;
import java.util.stream.Stream;

/** What every calendar has in it. */
final class Calendars {

	/** Summer time as it has been in the Netherlands since 1996. */
	private static final CalendarComponent AMSTERDAM = new CalendarComponent("VTIMEZONE", List.of(ContentLine.of("TZID", "Europe/Amsterdam")),
			List.of(observance("DAYLIGHT", "CEST", "+0100", "+0200", "19960331T020000", 3), observance("STANDARD", "CET", "+0200", "+0100", "19961027T030000", 10)));

	private Calendars() {
	}

	/** @param own properties of this calendar only */
	static CalendarComponent calendar(List<ContentLine> own, List<CalendarComponent> entries) {
		Stream<ContentLine> always = Stream.of(ContentLine.of("VERSION", "2.0"), ContentLine.of("PRODID", "-//Ontwikkelagenda//Ontwikkelagenda//NL"),
				ContentLine.of("CALSCALE", "GREGORIAN"));
		return new CalendarComponent("VCALENDAR", Stream.concat(always, own.stream()).toList(), Stream.concat(Stream.of(AMSTERDAM), entries.stream()).toList());
	}

	private static CalendarComponent observance(String name, String zone, String from, String to, String start, int month) {
		return new CalendarComponent(name, List.of(ContentLine.of("TZNAME", zone), ContentLine.of("TZOFFSETFROM", from), ContentLine.of("TZOFFSETTO", to),
				ContentLine.of("DTSTART", start), ContentLine.of("RRULE", "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=-1SU")), List.of());
	}
}
