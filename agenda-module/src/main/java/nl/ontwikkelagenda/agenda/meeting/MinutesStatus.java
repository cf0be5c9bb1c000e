package nl.ontwikkelagenda.agenda.meeting;

/** Where minutes stand: being written, recorded by the secretary, or adopted and from then on frozen. */
public enum MinutesStatus {
	DRAFT, RECORDED, ADOPTED
}
