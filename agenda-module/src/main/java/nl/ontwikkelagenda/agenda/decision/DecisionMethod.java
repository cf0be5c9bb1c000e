package nl.ontwikkelagenda.agenda.decision;

/** How a decision is taken: nobody objects, votes are counted, or someone decides by mandate. */
public enum DecisionMethod {
	CONSENT, VOTE, MANDATE
}
