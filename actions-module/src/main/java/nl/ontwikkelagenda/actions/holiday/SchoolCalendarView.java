package nl.ontwikkelagenda.actions.holiday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarEvent.SchoolHolidaysImported;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * The school holidays that a partnership imported.
 *
 * @param holidays by first day and region; of a holiday that was imported twice what was imported last
 * @param imports  oldest first
 */
public record SchoolCalendarView(SchoolCalendarId calendarId, PartnershipId partnershipId, List<Holiday> holidays, List<Imported> imports) {

	/** @param numberOfHolidays that were new, or fall on other days than before */
	public record Imported(LocalDate importedOn, int numberOfHolidays, Actor by, Instant recordedAt) {
	}

	public static SchoolCalendarView on(@Nullable SchoolCalendarView current, SchoolCalendarEvent event, Recorded when) {
		return switch (event) {
			case SchoolHolidaysImported e -> {
				Stream<Holiday> others = current == null ? Stream.empty() : current.holidays.stream().filter(holiday -> e.holidays().stream().noneMatch(holiday::isSameAs));
				List<Holiday> all = Stream.concat(others, e.holidays().stream()).sorted(Comparator.comparing(Holiday::first).thenComparing(Holiday::region)).toList();
				Imported imported = new Imported(e.importedOn(), e.holidays().size(), when.by(), when.at());
				yield new SchoolCalendarView(e.calendarId(), e.partnershipId(), all,
						Stream.concat(current == null ? Stream.empty() : current.imports.stream(), Stream.of(imported)).toList());
			}
		};
	}
}
