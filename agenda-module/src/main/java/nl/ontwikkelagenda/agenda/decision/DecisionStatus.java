package nl.ontwikkelagenda.agenda.decision;

/** Where a decision stands: in force, replaced by another one, or revoked. */
public enum DecisionStatus {
	IN_FORCE, REVISED, REVOKED
}
