package nl.ontwikkelagenda.agenda.meeting;

import java.util.Comparator;
import java.util.List;

import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanOccurrence;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesExtended;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesPlanned;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Every date of a series becomes a meeting of its own, so that moving or cancelling one leaves the others alone. */
@Component
@DisallowReplay
@ProcessingGroup("PlanMeetingsWhenSeriesIsPlanned")
class PlanMeetingsWhenSeriesIsPlanned {

	private final CommandGateway commands;

	PlanMeetingsWhenSeriesIsPlanned(CommandGateway commands) {
		this.commands = commands;
	}

	@EventHandler
	void on(SeriesPlanned e) {
		earliestFirst(e.occurrences())
				.forEach(date -> commands.sendAndWait(new PlanOccurrence(date.meetingId(), e.partnershipId(), e.seriesId(), e.bodyId(), e.agendaId(), e.title(),
						date.plannedOn(), date.startsAt(), e.place(), date.meetingId().equals(e.last()), e.reason())));
	}

	@EventHandler
	void on(SeriesExtended e) {
		earliestFirst(e.occurrences())
				.forEach(date -> commands.sendAndWait(new PlanOccurrence(date.meetingId(), e.partnershipId(), e.seriesId(), e.bodyId(), e.agendaId(), e.title(),
						date.plannedOn(), date.startsAt(), e.place(), date.meetingId().equals(e.last()), e.reason())));
	}

	/** What waits for a next meeting goes to the first of them. */
	private static List<Occurrence> earliestFirst(List<Occurrence> occurrences) {
		return occurrences.stream().sorted(Comparator.comparing(Occurrence::plannedOn)).toList();
	}
}
