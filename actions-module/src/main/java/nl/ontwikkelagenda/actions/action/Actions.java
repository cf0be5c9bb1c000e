package nl.ontwikkelagenda.actions.action;

import java.util.List;

import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What must be known of other actions; answered from the views. */
public interface Actions {

	/** Whether one action depends on another, by way of whichever others. */
	boolean dependsOn(ActionId action, ActionId other);

	/**
	 * The actions that have promised this meeting.
	 *
	 * @param position as the log was up to here, so that asking again gives the same answer
	 */
	List<ActionId> thatPromised(MeetingId meeting, long position);

	/**
	 * The open actions of a partnership of which a promise names a school holiday.
	 *
	 * @param position as the log was up to here, so that asking again gives the same answer
	 */
	List<ActionId> thatNameAHoliday(PartnershipId partnership, long position);
}
