package nl.ontwikkelagenda.agenda.meeting;

import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HandItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceCarriedItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.ItemCarriedOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.WaitingItemsCalledUp;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What was not treated comes onto the agenda of the next meeting, also when that is planned only later. */
@Component
@DisallowReplay
@ProcessingGroup("CarryItemsOver")
class CarryItemsOver {

	private final CommandGateway commands;

	CarryItemsOver(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(WaitingItemsCalledUp e) {
		for (ItemOrigin waiting : e.items()) {
			try {
				commands.sendAndWait(new HandItemOver(waiting.meetingId(), waiting.itemId(), e.meetingId()));
			} catch (RuleBroken meanwhile) {
				// It no longer waits: another meeting was first, or it was withdrawn.
			}
		}
	}

	@EventHandler
	void on(ItemCarriedOver e) {
		if (e.to() != null) {
			commands.sendAndWait(new PlaceCarriedItem(e.to(), e.itemId().at(e.to()), e.title(), e.minutes(), e.themeId(), e.introducedBy(),
					new ItemOrigin(e.meetingId(), e.itemId())));
		}
	}
}
