package nl.ontwikkelagenda.actions.action;

import nl.ontwikkelagenda.actions.action.ActionCommand.AssignAction;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An outcome of a meeting that is an action is taken up in the action list, under the same id; so it happens once, however often it is tried. */
@Component
@DisallowReplay
@ProcessingGroup("AssignActionWhenOutcomeIsAction")
class AssignActionWhenOutcomeIsAction {

	private final CommandGateway commands;

	AssignActionWhenOutcomeIsAction(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(OutcomeRecorded e, @MetaDataValue("actor") @Nullable String actor) {
		if (e.kind() == OutcomeKind.ACTION) {
			PersonId notedBy = actor == null ? null : new Actor(actor).asPerson().orElse(null);
			commands.sendAndWait(
					new AssignAction(new ActionId(e.outcomeId().value()), e.partnershipId(), e.agendaId(), e.themeId(), e.meetingId(), e.outcomeId(), e.title(), e.text(),
							e.agreedOn(), e.promises(), notedBy));
		}
	}
}
