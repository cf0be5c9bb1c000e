package nl.ontwikkelagenda.agenda.meeting;

/** Whether someone was there, sent apologies, or was represented by someone who was there. */
public enum Presence {
	PRESENT, APOLOGIES, REPRESENTED
}
