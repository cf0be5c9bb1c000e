package nl.ontwikkelagenda.app.reference;

import java.util.Optional;

import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.cop.stakeholder.Stakeholders;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of stakeholders. */
@Component
class KnownStakeholders implements Stakeholders {

	private final Documents documents;
	private final ViewsUpTo views;

	KnownStakeholders(Documents documents, ViewsUpTo views) {
		this.documents = documents;
		this.views = views;
	}

	@Override
	public Optional<StakeholderView> find(StakeholderId stakeholder) {
		return find(stakeholder, AsOf.NOW);
	}

	@Override
	public Optional<StakeholderView> find(StakeholderId stakeholder, long position) {
		return find(stakeholder, views.position(position));
	}

	private Optional<StakeholderView> find(StakeholderId stakeholder, AsOf asOf) {
		return documents.find(ReadModels.STAKEHOLDERS, stakeholder.toString(), asOf).map(Stored::document);
	}
}
