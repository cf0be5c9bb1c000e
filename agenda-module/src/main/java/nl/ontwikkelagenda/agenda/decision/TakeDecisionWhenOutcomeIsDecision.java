package nl.ontwikkelagenda.agenda.decision;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.stereotype.Component;

/**
 * An outcome that is a decision, of a meeting that a body convened, is taken up in the register of that body under the same id; so it happens once, however often it is tried.
 * How it came about is stated later.
 */
@Component
@DisallowReplay
@ProcessingGroup("TakeDecisionWhenOutcomeIsDecision")
class TakeDecisionWhenOutcomeIsDecision {

	private final CommandGateway commands;
	private final EventStore events;

	TakeDecisionWhenOutcomeIsDecision(CommandGateway commands, EventStore events) {
		this.commands = commands;
		this.events = events;
	}

	@EventHandler
	void on(OutcomeRecorded e) {
		if (e.kind() == OutcomeKind.DECISION) {
			convenerOf(e.meetingId()).ifPresent(body -> commands.sendAndWait(new TakeDecision(e.partnershipId(), body, new DecisionId(e.outcomeId().value()), e.title(), e.text(),
					e.agreedOn(), e.meetingId(), e.outcomeId(), null, null, null)));
		}
	}

	/** From the log and not from a view, which may not show the meeting yet. */
	private Optional<BodyId> convenerOf(MeetingId meeting) {
		return events.readEvents(meeting.toString()).asStream().map(Message::getPayload).filter(MeetingPlanned.class::isInstance).map(MeetingPlanned.class::cast)
				.flatMap(planned -> Optional.ofNullable(planned.bodyId()).stream()).findFirst();
	}
}
