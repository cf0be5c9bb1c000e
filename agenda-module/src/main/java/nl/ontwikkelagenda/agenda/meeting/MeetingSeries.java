package nl.ontwikkelagenda.agenda.meeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import nl.ontwikkelagenda.agenda.body.Bodies;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.ExtendSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesCommand.PlanSeries;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesExtended;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesPlanned;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class MeetingSeries {

	@AggregateIdentifier private SeriesId seriesId;
	private SeriesPlanned planned;
	private final Set<MeetingId> meetings = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(PlanSeries c, References references, Meetings others, Bodies bodies) {
		mustBeNew(c.occurrences());
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		c.occurrences().forEach(occurrence -> bodies.requireStanding(c.bodyId(), occurrence.plannedOn()));
		if (c.lastAnnounced() && c.reason() == null && others.announcedLast(c.partnershipId(), c.bodyId()).isPresent()) {
			throw new RuleBroken("another-last-has-a-reason", "Dit overlegorgaan heeft al een aangekondigde laatste bijeenkomst; noem de reden waarom er nu een andere is.");
		}
		apply(new SeriesPlanned(c.seriesId(), c.partnershipId(), c.bodyId(), c.agendaId(), c.title(), c.place(), c.occurrences(),
				c.lastAnnounced() ? latest(c.occurrences()) : null, c.reason()));
	}

	@CommandHandler
	void decide(ExtendSeries c, Bodies bodies) {
		mustBeNew(c.occurrences());
		c.occurrences().forEach(occurrence -> bodies.requireStanding(planned.bodyId(), occurrence.plannedOn()));
		apply(new SeriesExtended(seriesId, planned.partnershipId(), planned.bodyId(), planned.agendaId(), planned.title(), planned.place(), c.occurrences(),
				c.lastAnnounced() ? latest(c.occurrences()) : null, c.reason()));
	}

	private void mustBeNew(List<Occurrence> occurrences) {
		if (occurrences.isEmpty()) {
			throw new RuleBroken("a-series-has-dates", "Een reeks heeft ten minste één datum; noem de dagen waarop men bijeenkomt.");
		}
		Set<MeetingId> ids = new HashSet<>(meetings);
		Set<LocalDate> days = new HashSet<>();
		for (Occurrence occurrence : occurrences) {
			if (!ids.add(occurrence.meetingId())) {
				throw new RuleBroken("id-is-new", "Deze bijeenkomst hoort al bij de reeks; kies voor elke datum een eigen id.");
			}
			if (!days.add(occurrence.plannedOn())) {
				throw new RuleBroken("dates-of-a-series-differ", "De reeks heeft al een bijeenkomst op deze dag; kies voor elke bijeenkomst een andere dag.");
			}
		}
	}

	private static @Nullable MeetingId latest(List<Occurrence> occurrences) {
		return occurrences.stream().max(Comparator.comparing(Occurrence::plannedOn)).map(Occurrence::meetingId).orElse(null);
	}

	@EventSourcingHandler
	void evolve(SeriesEvent event) {
		switch (event) {
			case SeriesPlanned e -> {
				seriesId = e.seriesId();
				planned = e;
				remember(e.occurrences());
			}
			case SeriesExtended e -> remember(e.occurrences());
		}
	}

	private void remember(List<Occurrence> occurrences) {
		occurrences.forEach(occurrence -> meetings.add(occurrence.meetingId()));
	}
}
