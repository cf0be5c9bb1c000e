package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.Decisions;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of decisions. */
@Component
class KnownDecisions implements Decisions {

	private final Documents documents;

	KnownDecisions(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<DecisionView> find(DecisionId decision) {
		return documents.find(ReadModels.DECISIONS, decision.toString(), AsOf.NOW).map(Stored::document);
	}
}
