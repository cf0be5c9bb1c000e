package nl.ontwikkelagenda.app.reference;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.cop.community.Communities;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of communities. */
@Component
class KnownCommunities implements Communities {

	private final Documents documents;

	KnownCommunities(Documents documents) {
		this.documents = documents;
	}

	@Override
	public boolean standsOn(BodyId body) {
		return documents.find(ReadModels.COMMUNITIES, CommunityId.on(body).toString(), AsOf.NOW).isPresent();
	}
}
