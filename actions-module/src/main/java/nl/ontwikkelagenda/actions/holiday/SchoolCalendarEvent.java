package nl.ontwikkelagenda.actions.holiday;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What happened to the school calendar of a partnership. */
public sealed interface SchoolCalendarEvent {

	SchoolCalendarId calendarId();

	/**
	 * Holidays were taken from an official file.
	 *
	 * @param holidays those that were not known yet, or were known on other days
	 */
	record SchoolHolidaysImported(SchoolCalendarId calendarId, PartnershipId partnershipId, List<Holiday> holidays, LocalDate importedOn) implements SchoolCalendarEvent {
	}
}
