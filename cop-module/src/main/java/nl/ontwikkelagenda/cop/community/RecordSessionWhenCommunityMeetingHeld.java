package nl.ontwikkelagenda.cop.community;

import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.cop.community.CommunityCommand.RecordSession;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** A meeting of the body that a community stands on is one of its sessions. */
@Component
@DisallowReplay
@ProcessingGroup("RecordSessionWhenCommunityMeetingHeld")
class RecordSessionWhenCommunityMeetingHeld {

	private final CommandGateway commands;
	private final EventStore events;

	RecordSessionWhenCommunityMeetingHeld(CommandGateway commands, EventStore events) {
		this.commands = commands;
		this.events = events;
	}

	@EventHandler
	void on(MeetingHeld e) {
		if (e.bodyId() != null && isFounded(CommunityId.on(e.bodyId()))) {
			commands.sendAndWait(new RecordSession(CommunityId.on(e.bodyId()), e.meetingId(), e.happenedOn().to()));
		}
	}

	/** From the log and not from a view, which may not show the community yet. */
	private boolean isFounded(CommunityId community) {
		return events.readEvents(community.toString()).hasNext();
	}
}
