package nl.ontwikkelagenda.agenda.priority;

/** Whether dots can still be placed. */
public enum PriorityRoundStatus {
	OPEN, CLOSED
}
