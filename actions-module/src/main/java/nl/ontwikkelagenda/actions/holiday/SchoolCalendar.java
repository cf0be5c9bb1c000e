package nl.ontwikkelagenda.actions.holiday;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarCommand.ImportSchoolHolidays;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarEvent.SchoolHolidaysImported;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class SchoolCalendar {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") private SchoolCalendarId calendarId;
	private final Set<Holiday> known = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(ImportSchoolHolidays c) {
		List<Holiday> news = c.holidays().stream().filter(holiday -> !known.contains(holiday)).toList();
		if (news.isEmpty()) {
			throw new RuleBroken("an-import-brings-something-new", "Alle vakanties uit dit bestand staan er al zo in; lever een bestand met andere of nieuwe vakanties.");
		}
		apply(new SchoolHolidaysImported(c.calendarId(), c.partnershipId(), news, c.importedOn()));
	}

	@EventSourcingHandler
	void evolve(SchoolCalendarEvent event) {
		switch (event) {
			case SchoolHolidaysImported e -> {
				calendarId = e.calendarId();
				known.removeIf(holiday -> e.holidays().stream().anyMatch(holiday::isSameAs));
				known.addAll(e.holidays());
			}
		}
	}
}
