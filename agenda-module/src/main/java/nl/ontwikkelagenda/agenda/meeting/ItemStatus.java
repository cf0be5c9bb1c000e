package nl.ontwikkelagenda.agenda.meeting;

/** Where an item stands; what waits was not treated and goes to the next meeting of the body as soon as there is one. */
public enum ItemStatus {
	PLACED, TREATED, WITHDRAWN, WAITING, CARRIED_OVER
}
