package nl.ontwikkelagenda.app.reminder;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.Reminder;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * A reminder that counts now.
 *
 * @param meetingId  where the action was agreed
 * @param onBehalfOf name of the team, organisation or person that promised; absent when the reader did so himself
 */
public record Due(ActionId actionId, PartnershipId partnershipId, @Nullable MeetingId meetingId, String title, ActionView.PromiseView promise, Reminder reminder,
		@Nullable String onBehalfOf) {

	static Due of(ActionView action, ActionView.PromiseView promise, Reminder reminder, @Nullable String onBehalfOf) {
		return new Due(action.actionId(), action.partnershipId(), action.meetingId(), action.title(), promise, reminder, onBehalfOf);
	}
}
