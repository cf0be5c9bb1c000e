package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.library.KnowledgeItems;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of library items. */
@Component
class KnownKnowledgeItems implements KnowledgeItems {

	private final Documents documents;

	KnownKnowledgeItems(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<KnowledgeItemView> find(KnowledgeItemId item) {
		return documents.find(ReadModels.LIBRARY_ITEMS, item.toString(), AsOf.NOW).map(Stored::document);
	}
}
