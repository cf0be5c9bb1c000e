package nl.ontwikkelagenda.agenda.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** A meeting as its page shows it: when, and who was there. What came out of it is in {@link OutcomeView}. */
@RecordBuilder
public record MeetingView(MeetingId meetingId, PartnershipId partnershipId, @Nullable BodyId bodyId, @Nullable AgendaId agendaId, String title, MeetingStatus status,
		LocalDate plannedOn, @Nullable Instant startsAt, @Nullable String place, @Nullable MeetingId follows, @Nullable Period happenedOn, @Nullable String reason,
		List<Attendance> attendance, int numberOfOutcomes) implements MeetingViewBuilder.With {

	public record Attendance(@Nullable PersonId personId, @Nullable OrganisationId organisationId, Presence presence) {
	}

	public static MeetingView on(@Nullable MeetingView current, MeetingEvent event, Recorded when) {
		return switch (event) {
			case MeetingPlanned e ->
				new MeetingView(e.meetingId(), e.partnershipId(), e.bodyId(), e.agendaId(), e.title().text(), MeetingStatus.PLANNED, e.plannedOn(), e.startsAt(),
						FreeText.wordsOf(e.place()), e.follows(), null, null, List.of(), 0);
			case MeetingMoved e -> requireNonNull(current).withPlannedOn(e.plannedOn()).withStartsAt(e.startsAt()).withReason(e.reason().text());
			case MeetingCancelled e -> requireNonNull(current).withStatus(MeetingStatus.CANCELLED).withReason(e.reason().text());
			case MeetingHeld e -> requireNonNull(current).withStatus(MeetingStatus.HELD).withHappenedOn(e.happenedOn());
			case AttendanceRecorded e -> requireNonNull(current).attended(new Attendance(e.personId(), e.organisationId(), e.presence()));
			case OutcomeRecorded e -> requireNonNull(current).withNumberOfOutcomes(current.numberOfOutcomes() + 1);
		};
	}

	private MeetingView attended(Attendance latest) {
		List<Attendance> all = new ArrayList<>(attendance);
		all.removeIf(earlier -> sameAttendee(earlier, latest));
		all.add(latest);
		return withAttendance(List.copyOf(all));
	}

	/** A person is one attendee, for whichever organisation; an organisation by itself is another. */
	private static boolean sameAttendee(Attendance a, Attendance b) {
		return a.personId() == null ? b.personId() == null && Objects.equals(a.organisationId(), b.organisationId()) : a.personId().equals(b.personId());
	}
}
