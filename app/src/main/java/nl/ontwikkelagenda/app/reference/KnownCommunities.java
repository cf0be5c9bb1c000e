package nl.ontwikkelagenda.app.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.cop.community.Communities;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the views of communities and of who takes part in them. */
@Component
class KnownCommunities implements Communities {

	private static final Set<Standing> PLACES = EnumSet.of(Standing.SEATED, Standing.WAITING, Standing.INVITED);

	private final Documents documents;
	private final ViewsUpTo views;

	KnownCommunities(Documents documents, ViewsUpTo views) {
		this.documents = documents;
		this.views = views;
	}

	@Override
	public boolean standsOn(BodyId body) {
		return documents.find(ReadModels.COMMUNITIES, CommunityId.on(body).toString(), AsOf.NOW).isPresent();
	}

	@Override
	public List<CommunityId> withPlaceFor(PartnershipId partnership, PersonId person, long position) {
		return documents.all(ReadModels.ENROLMENTS, Map.of("partnershipId", partnership.toString(), "personId", person.toString()), views.position(position)).stream()
				.filter(enrolment -> PLACES.contains(enrolment.standing())).map(EnrolmentView::communityId).toList();
	}
}
