package nl.ontwikkelagenda.agenda.body;

/** What sort of body (overlegorgaan) it is. */
public enum BodyKind {
	TABLE, COMMUNITY, OFFICIAL, BOARD, WORK_SESSION, PLENARY
}
