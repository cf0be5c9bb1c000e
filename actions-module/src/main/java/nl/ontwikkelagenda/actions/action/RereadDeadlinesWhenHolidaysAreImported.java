package nl.ontwikkelagenda.actions.action;

import nl.ontwikkelagenda.actions.action.ActionCommand.RereadDeadlines;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarEvent.SchoolHolidaysImported;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/** Words that name a school holiday may mean other days once more holidays are known; what they meant before stays readable as of then. */
@Component
@DisallowReplay
@ProcessingGroup("RereadDeadlinesWhenHolidaysAreImported")
class RereadDeadlinesWhenHolidaysAreImported {

	private final CommandGateway commands;
	private final Actions actions;

	RereadDeadlinesWhenHolidaysAreImported(CommandGateway commands, Actions actions) {
		this.commands = commands;
		this.actions = actions;
	}

	@EventHandler
	void on(SchoolHolidaysImported e, TrackingToken token) {
		actions.thatNameAHoliday(e.partnershipId(), token.position().orElseThrow()).forEach(action -> commands.sendAndWait(new RereadDeadlines(action)));
	}
}
