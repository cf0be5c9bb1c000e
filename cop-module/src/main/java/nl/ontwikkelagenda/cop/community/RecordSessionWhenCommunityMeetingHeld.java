package nl.ontwikkelagenda.cop.community;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.cop.community.CommunityCommand.RecordSession;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A meeting of the body that a community stands on is one of its sessions. */
@Component
@DisallowReplay
@ProcessingGroup("RecordSessionWhenCommunityMeetingHeld")
class RecordSessionWhenCommunityMeetingHeld {

	private final CommandGateway commands;
	private final Communities communities;

	RecordSessionWhenCommunityMeetingHeld(CommandGateway commands, Communities communities) {
		this.commands = commands;
		this.communities = communities;
	}

	@EventHandler
	void on(MeetingHeld e) {
		if (e.bodyId() != null && communities.standsOn(e.bodyId())) {
			commands.sendAndWait(new RecordSession(CommunityId.on(e.bodyId()), e.meetingId(), e.happenedOn().to()));
		}
	}
}
