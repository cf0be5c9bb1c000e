package nl.ontwikkelagenda.app.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.cop.community.Communities;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the view of who takes part in communities. */
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
	public List<CommunityId> withPlaceFor(PartnershipId partnership, PersonId person, long position) {
		return documents.all(ReadModels.ENROLMENTS, Map.of("partnershipId", partnership.toString(), "personId", person.toString()), views.position(position)).stream()
				.filter(enrolment -> PLACES.contains(enrolment.standing())).map(EnrolmentView::communityId).toList();
	}
}
