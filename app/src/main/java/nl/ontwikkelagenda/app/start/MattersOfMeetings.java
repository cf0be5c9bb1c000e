package nl.ontwikkelagenda.app.start;

import static nl.ontwikkelagenda.app.start.Found.is;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.SeatRole;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesStatus;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Invitations without an answer; minutes to finish and adopt, for who keeps the records and for who chairs; and minutes to read for who was there. Of the latest meetings. */
@Component
@Order(2)
class MattersOfMeetings implements Matters {

	private final Found found;

	MattersOfMeetings(Found found) {
		this.found = found;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		return Stream.concat(invitations(reader), minutes(reader));
	}

	private Stream<Matter> invitations(Reader reader) {
		Set<String> unanswered = found.first(ReadModels.INVITATIONS, reader.readable(), "-sentOn", MOST, reader.his("personId")).stream()
				.filter(invitation -> invitation.reply() == null).map(InvitationView::meetingId).map(Object::toString).collect(Collectors.toSet());
		return found.withIds(ReadModels.MEETINGS, reader.readable(), unanswered, MeetingView::meetingId).values().stream()
				.filter(meeting -> meeting.status() == MeetingStatus.PLANNED && !meeting.plannedOn().isBefore(reader.day()))
				.map(meeting -> Matter.of(path(meeting), meeting.title(), "Laat weten of u komt.", Wording.day(meeting.plannedOn()), meeting.plannedOn(), false));
	}

	private Stream<Matter> minutes(Reader reader) {
		Set<BodyId> chaired = found.first(ReadModels.SEATS, reader.readable(), "-from", MOST, reader.his("personId"), is("role", SeatRole.CHAIR)).stream()
				.filter(seat -> seat.holdsOn(reader.day())).map(SeatView::bodyId).collect(Collectors.toSet());
		return found.first(ReadModels.MEETINGS, reader.readable(), "-happenedOn", MOST, is("status", MeetingStatus.HELD)).stream()
				.flatMap(meeting -> minutes(meeting, reader.keeping().contains(meeting.partnershipId()), chaired.contains(meeting.bodyId()), reader).stream());
	}

	private static Optional<Matter> minutes(MeetingView meeting, boolean keeps, boolean chairs, Reader reader) {
		MeetingView.Minutes minutes = meeting.minutes();
		if (minutes == null || minutes.status() == MinutesStatus.ADOPTED) {
			return Optional.empty();
		}
		LocalDate until = minutes.objectionsUntil();
		boolean objecting = until != null && !until.isBefore(reader.day());
		long objections = minutes.objections().stream().filter(objection -> objection.settledOn() == null).count();
		if (keeps && objections > 0) {
			return matter(meeting, objections == 1 ? "Er is een bezwaar tegen het verslag. Handel het af." : "Er zijn " + objections + " bezwaren tegen het verslag. Handel ze af.",
					null);
		}
		if (keeps && minutes.status() == MinutesStatus.DRAFT) {
			return matter(meeting, "Maak het verslag af.", null);
		}
		if ((keeps || chairs) && !objecting) {
			return matter(meeting, "Stel het verslag vast.", null);
		}
		boolean wasThere = meeting.attendance().stream().anyMatch(attendance -> reader.is(attendance.personId()));
		return objecting && wasThere ? matter(meeting, "Lees het verslag na. Bezwaar kan nog.", until) : Optional.empty();
	}

	private static Optional<Matter> matter(MeetingView meeting, String asks, @Nullable LocalDate until) {
		return Optional
				.of(Matter.of(path(meeting), meeting.title() + ", " + Wording.day(meeting.plannedOn()), asks, until == null ? null : "Tot en met " + Wording.day(until), until,
						false));
	}

	private static String path(MeetingView meeting) {
		return "/bijeenkomsten/" + meeting.meetingId();
	}
}
