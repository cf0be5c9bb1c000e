package nl.ontwikkelagenda.agenda.meeting;

/** The item of an earlier meeting that was carried over. */
public record ItemOrigin(MeetingId meetingId, ItemId itemId) {
}
