package nl.ontwikkelagenda.agenda.decision;

/** What is wanting in a decision, until it is confirmed. */
public enum Flag {
	PARTICULARS_NOT_STATED, NO_MANDATE, QUORUM_NOT_MET
}
