package nl.ontwikkelagenda.agenda.meeting;

/** What sort of outcome. */
public enum OutcomeKind {
	INFORMATION, DECISION, ACTION
}
