package nl.ontwikkelagenda.app.start;

import static nl.ontwikkelagenda.app.start.Found.is;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.AtLeast;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The meetings that the reader goes to next: where he is invited or has a seat; if there are none, those of his partnerships. */
@Component
class NextMeetings {

	private static final int LOOKED_AT = 50;
	private static final int SHOWN = 4;

	private final Found found;

	NextMeetings(Found found) {
		this.found = found;
	}

	/**
	 * @param body       that meets; null when it is no meeting of a body
	 * @param invitation of the reader; null when he is not invited by himself
	 */
	public record Next(MeetingView meeting, @Nullable String body, @Nullable InvitationView invitation) {
	}

	/** The first one first. */
	List<Next> of(Reader reader) {
		List<MeetingView> planned = found.first(ReadModels.MEETINGS, reader.readable(), "plannedOn", LOOKED_AT, is("status", MeetingStatus.PLANNED),
				new AtLeast("plannedOn", reader.day().toString()));
		if (planned.isEmpty()) {
			return List.of();
		}
		Map<String, InvitationView> invitations = found.first(ReadModels.INVITATIONS, reader.readable(), "-sentOn", LOOKED_AT, reader.his("personId")).stream()
				.collect(Collectors.toMap(invitation -> invitation.meetingId().toString(), invitation -> invitation, (latest, earlier) -> latest));
		Set<String> seats = found.first(ReadModels.SEATS, reader.readable(), "-from", LOOKED_AT, reader.his("personId")).stream()
				.filter(seat -> seat.holdsOn(reader.day())).map(SeatView::bodyId).map(Object::toString).collect(Collectors.toSet());
		List<MeetingView> own = planned.stream()
				.filter(meeting -> invitations.containsKey(meeting.meetingId().toString()) || (meeting.bodyId() != null && seats.contains(meeting.bodyId().toString()))).toList();
		List<MeetingView> shown = (own.isEmpty() ? planned : own).stream().sorted(Comparator.comparing(MeetingView::plannedOn)).limit(SHOWN).toList();
		Map<String, BodyView> bodies = found.withIds(ReadModels.BODIES, reader.readable(),
				shown.stream().flatMap(meeting -> Optional.ofNullable(meeting.bodyId()).stream()).map(Object::toString).collect(Collectors.toSet()), BodyView::bodyId);
		return shown.stream().map(meeting -> new Next(meeting,
				Optional.ofNullable(meeting.bodyId()).map(body -> bodies.get(body.toString())).map(BodyView::name).orElse(null), invitations.get(meeting.meetingId().toString())))
				.toList();
	}
}
