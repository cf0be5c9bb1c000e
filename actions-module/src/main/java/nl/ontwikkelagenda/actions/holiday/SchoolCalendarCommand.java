package nl.ontwikkelagenda.actions.holiday;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the school calendar of a partnership. */
public sealed interface SchoolCalendarCommand {

	SchoolCalendarId calendarId();

	/** Takes over holidays from an official file; what the calendar says already changes nothing. */
	@AllowedTo(Right.ADMINISTRATOR)
	record ImportSchoolHolidays(@TargetAggregateIdentifier SchoolCalendarId calendarId, PartnershipId partnershipId, List<Holiday> holidays,
			LocalDate importedOn) implements SchoolCalendarCommand {

		public ImportSchoolHolidays {
			if (!calendarId.equals(SchoolCalendarId.of(partnershipId))) {
				throw new IllegalArgumentException("Holidays are imported into the calendar of their partnership");
			}
		}

		public ImportSchoolHolidays(PartnershipId partnershipId, List<Holiday> holidays, LocalDate importedOn) {
			this(SchoolCalendarId.of(partnershipId), partnershipId, holidays, importedOn);
		}
	}
}
