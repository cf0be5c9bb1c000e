package nl.ontwikkelagenda.agenda.meeting;

import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawAnnouncement;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingAnnouncedAsLast;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A body has one announced last meeting at a time. */
@Component
@DisallowReplay
@ProcessingGroup("WithdrawAnnouncementWhenAnotherIsLast")
class WithdrawAnnouncementWhenAnotherIsLast {

	private final CommandGateway commands;

	WithdrawAnnouncementWhenAnotherIsLast(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(MeetingAnnouncedAsLast e) {
		if (e.insteadOf() != null) {
			try {
				commands.sendAndWait(new WithdrawAnnouncement(e.insteadOf(), e.meetingId(), e.reason()));
			} catch (RuleBroken meanwhile) {
				// It was held, cancelled or withdrawn before this: then it stands as it is.
			}
		}
	}
}
