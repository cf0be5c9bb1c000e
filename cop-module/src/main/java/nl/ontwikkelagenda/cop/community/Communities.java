package nl.ontwikkelagenda.cop.community;

import java.util.List;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Which communities there are; answered from the views. */
public interface Communities {

	boolean standsOn(BodyId body);

	/** Where somebody has a seat, waits for one or is invited, as recorded up to this position in the log. */
	List<CommunityId> withPlaceFor(PartnershipId partnership, PersonId person, long position);
}
