package nl.ontwikkelagenda.agenda.decision;

/** A decision and the register that it stands in. */
public record DecisionRef(DecisionRegisterId registerId, DecisionId decisionId) {
}
