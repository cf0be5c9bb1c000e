package nl.ontwikkelagenda.agenda.body;

/** Who may see and join: everyone (open), seen by all but joined by seat (transparent), or seen by its seats only (restricted). */
public enum Access {
	OPEN, TRANSPARENT, RESTRICTED
}
