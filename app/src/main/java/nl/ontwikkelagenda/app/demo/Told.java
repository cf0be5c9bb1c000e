package nl.ontwikkelagenda.app.demo;

import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Which parts of the demo history were told to their end. */
@Component
@ConditionalOnBooleanProperty("ontwikkelagenda.demo")
class Told {

	private final Documents documents;

	Told(Documents documents) {
		this.documents = documents;
	}

	boolean regions() {
		return isKnown(ReadModels.DECISIONS, DevelopmentAgenda2021.LAST);
	}

	boolean programme() {
		return isKnown(ReadModels.REFLECTION_ROUNDS, MetAndereOgen.LAST);
	}

	boolean all() {
		return regions() && programme();
	}

	private boolean isKnown(ReadModel<?, ?> view, Object id) {
		return documents.find(view, id.toString(), AsOf.NOW).isPresent();
	}
}
