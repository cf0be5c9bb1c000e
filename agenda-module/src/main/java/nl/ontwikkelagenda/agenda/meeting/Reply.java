package nl.ontwikkelagenda.agenda.meeting;

/** What the invited answered. */
public enum Reply {
	YES, NO, MAYBE
}
