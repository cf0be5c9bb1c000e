package nl.ontwikkelagenda.agenda.meeting;

/** Whether someone was there, or sent apologies. */
public enum Presence {
	PRESENT, APOLOGIES
}
