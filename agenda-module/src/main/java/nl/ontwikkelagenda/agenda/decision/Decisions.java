package nl.ontwikkelagenda.agenda.decision;

import java.util.Optional;

/** Decisions of any register; answered from the views. */
@FunctionalInterface
public interface Decisions {

	Optional<DecisionView> find(DecisionId decision);
}
