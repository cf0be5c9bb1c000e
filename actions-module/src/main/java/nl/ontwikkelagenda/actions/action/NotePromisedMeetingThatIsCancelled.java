package nl.ontwikkelagenda.actions.action;

import nl.ontwikkelagenda.actions.action.ActionCommand.NoteMeetingCancelled;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromisedMeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Who promised a meeting that is cancelled still has to keep the promise, so it is noted there; also where the two happened at the same moment. */
@Component
@DisallowReplay
@ProcessingGroup("NotePromisedMeetingThatIsCancelled")
class NotePromisedMeetingThatIsCancelled {

	private final CommandGateway commands;
	private final Actions actions;
	private final EventStore events;

	NotePromisedMeetingThatIsCancelled(CommandGateway commands, Actions actions, EventStore events) {
		this.commands = commands;
		this.actions = actions;
		this.events = events;
	}

	@EventHandler
	void on(MeetingCancelled e, TrackingToken token) {
		actions.thatPromised(e.meetingId(), token.position().orElseThrow()).forEach(action -> commands.sendAndWait(new NoteMeetingCancelled(action, e.meetingId())));
	}

	@EventHandler
	void on(PromisedMeetingPlanned e) {
		boolean cancelled = events.readEvents(e.meetingId().toString()).asStream().anyMatch(event -> event.getPayload() instanceof MeetingCancelled);
		if (cancelled) {
			commands.sendAndWait(new NoteMeetingCancelled(e.actionId(), e.meetingId()));
		}
	}
}
