package nl.ontwikkelagenda.actions.deadline;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** The calendar that a partnership lives by; answered from the views. */
@FunctionalInterface
public interface Calendars {

	/**
	 * @param meeting where the words were said, or the meeting that comes next; absent outside a meeting
	 * @param saidOn  the next meeting is the first one after this day
	 */
	Calendar of(PartnershipId partnership, @Nullable MeetingId meeting, LocalDate saidOn);
}
