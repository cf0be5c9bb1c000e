package nl.ontwikkelagenda.agenda.meeting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CancelMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.HoldMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlanMeeting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordAttendance;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordOutcome;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
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
class Meeting {

	@AggregateIdentifier private MeetingId meetingId;
	private PartnershipId partnershipId;
	private @Nullable AgendaId agendaId;
	private MeetingStatus status;
	private @Nullable LocalDate heldOn;
	private final Set<OutcomeId> outcomes = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(PlanMeeting c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "agendaId", c.agendaId());
		references.require(c.partnershipId(), "follows", c.follows());
		apply(new MeetingPlanned(c.meetingId(), c.partnershipId(), c.bodyId(), c.agendaId(), c.title(), c.plannedOn(), c.startsAt(), c.place(), c.follows()));
		if (c.happenedOn() != null) {
			apply(new MeetingHeld(c.meetingId(), c.happenedOn()));
		}
	}

	@CommandHandler
	void decide(MoveMeeting c) {
		onlyWhilePlanned("verplaatst");
		apply(new MeetingMoved(meetingId, c.plannedOn(), c.startsAt(), c.reason()));
	}

	@CommandHandler
	void decide(CancelMeeting c) {
		onlyWhilePlanned("afgelast");
		apply(new MeetingCancelled(meetingId, c.reason()));
	}

	@CommandHandler
	void decide(HoldMeeting c) {
		onlyWhilePlanned("als gehouden vastgelegd");
		apply(new MeetingHeld(meetingId, c.happenedOn()));
	}

	@CommandHandler
	void decide(RecordAttendance c, References references) {
		if (c.personId() == null && c.organisationId() == null) {
			throw new RuleBroken("attendance-names-someone", "Aanwezigheid hoort bij een persoon, een organisatie of allebei; kies er ten minste één.");
		}
		notWhenCancelled();
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		apply(new AttendanceRecorded(meetingId, c.personId(), c.organisationId(), c.presence()));
	}

	@CommandHandler
	void decide(RecordOutcome c, References references) {
		notWhenCancelled();
		if (heldOn == null) {
			throw new RuleBroken("outcomes-come-from-a-held-meeting", "Deze bijeenkomst is nog niet gehouden; leg eerst vast wanneer zij is gehouden.");
		}
		if (outcomes.contains(c.outcomeId())) {
			throw new RuleBroken("id-is-new", "Deze uitkomst is al vastgelegd; kies een ander id voor een nieuwe uitkomst.");
		}
		if (c.kind() == OutcomeKind.ACTION && c.promises().isEmpty()) {
			throw new RuleBroken("an-action-has-a-promise", "Een actie heeft ten minste één toezegging: wie doet wat?");
		}
		if (c.kind() != OutcomeKind.ACTION && !c.promises().isEmpty()) {
			throw new RuleBroken("only-an-action-has-promises", "Alleen een actie heeft toezeggingen; kies de soort actie of laat de toezeggingen weg.");
		}
		references.require(partnershipId, "themeId", c.themeId());
		c.promises().forEach(promise -> promise.owner().mustBeKnown(partnershipId, references));
		LocalDate agreedOn = heldOn;
		apply(new OutcomeRecorded(meetingId, partnershipId, agendaId, c.outcomeId(), c.kind(), c.themeId(), c.title(), c.text(),
				c.promises().stream().map(promise -> promise.saidOn(agreedOn)).toList(), agreedOn));
	}

	private void onlyWhilePlanned(String wanted) {
		switch (status) {
			case PLANNED -> {
			}
			case HELD -> throw new RuleBroken("a-held-meeting-stays-held", "Deze bijeenkomst is al gehouden en kan niet meer worden " + wanted + ".");
			case CANCELLED -> throw new RuleBroken("a-cancelled-meeting-stays-cancelled",
					"Deze bijeenkomst is afgelast en kan niet meer worden " + wanted + "; plan een nieuwe bijeenkomst.");
		}
	}

	private void notWhenCancelled() {
		if (status == MeetingStatus.CANCELLED) {
			throw new RuleBroken("a-cancelled-meeting-stays-cancelled", "Deze bijeenkomst is afgelast; er kan niets meer bij worden vastgelegd.");
		}
	}

	@EventSourcingHandler
	void evolve(MeetingEvent event) {
		switch (event) {
			case MeetingPlanned e -> {
				meetingId = e.meetingId();
				partnershipId = e.partnershipId();
				agendaId = e.agendaId();
				status = MeetingStatus.PLANNED;
			}
			case MeetingMoved e -> {
			}
			case MeetingCancelled e -> status = MeetingStatus.CANCELLED;
			case MeetingHeld e -> {
				status = MeetingStatus.HELD;
				heldOn = e.happenedOn().to();
			}
			case AttendanceRecorded e -> {
			}
			case OutcomeRecorded e -> outcomes.add(e.outcomeId());
		}
	}
}
