package nl.ontwikkelagenda.agenda.barrier;

/** How a barrier ended: the rule was lifted, a way around it was found, or it stands. */
public enum Resolution {
	LIFTED, WORKED_AROUND, STANDS
}
