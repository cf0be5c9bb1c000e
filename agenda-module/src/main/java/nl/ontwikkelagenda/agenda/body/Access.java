package nl.ontwikkelagenda.agenda.body;

/**
 * Who may see and join, of those who may read the partnership: all of them see it and take part by themselves (open), all see it and only who has a seat, a place or an invitation takes
 * part (transparent, see {@link nl.ontwikkelagenda.agenda.partnership.TakesPart}), or only its seats see it (restricted).
 */
public enum Access {
	OPEN, TRANSPARENT, RESTRICTED
}
