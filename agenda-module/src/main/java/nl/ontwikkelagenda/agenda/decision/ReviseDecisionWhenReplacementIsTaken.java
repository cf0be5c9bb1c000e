package nl.ontwikkelagenda.agenda.decision;

import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviseDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** A decision of another register that was replaced says so; within one register both happen at once. */
@Component
@DisallowReplay
@ProcessingGroup("ReviseDecisionWhenReplacementIsTaken")
class ReviseDecisionWhenReplacementIsTaken {

	private final CommandGateway commands;

	ReviseDecisionWhenReplacementIsTaken(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(DecisionTaken e) {
		DecisionRef old = e.revises();
		if (old != null && !old.registerId().equals(e.registerId())) {
			commands.sendAndWait(new ReviseDecision(old.registerId(), old.decisionId(), new DecisionRef(e.registerId(), e.decisionId()), e.decidedOn()));
		}
	}
}
