package nl.ontwikkelagenda.agenda.meeting;

/** Where a meeting stands. */
public enum MeetingStatus {
	PLANNED, HELD, CANCELLED
}
