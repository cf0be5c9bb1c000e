package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.Partnerships;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of partnerships. */
@Component
class KnownPartnerships implements Partnerships {

	private final Documents documents;

	KnownPartnerships(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<PartnershipKind> kindOf(PartnershipId partnership) {
		return documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).map(found -> found.document().kind());
	}
}
