package nl.ontwikkelagenda.app.reference;

import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.reporting.readmodel.Documents;

import org.springframework.stereotype.Component;

/** Answers from all views: an id is new while none of them has it. */
@Component
class UnusedIds implements NewIds {

	private final Documents documents;

	UnusedIds(Documents documents) {
		this.documents = documents;
	}

	@Override
	public boolean isNew(Object id) {
		return documents.partnershipOf(id.toString()).isEmpty();
	}
}
