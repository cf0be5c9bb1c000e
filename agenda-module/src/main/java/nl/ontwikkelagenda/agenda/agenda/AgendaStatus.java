package nl.ontwikkelagenda.agenda.agenda;

/** Where an agenda stands. Reading along may be skipped; closed is for good. */
public enum AgendaStatus {
	DRAFT, READING_ALONG, ADOPTED, CLOSED
}
