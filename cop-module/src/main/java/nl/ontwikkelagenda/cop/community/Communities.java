package nl.ontwikkelagenda.cop.community;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Who has a place in which community; answered from the views. */
@FunctionalInterface
public interface Communities {

	/** Where somebody has a seat, waits for one or is invited, as recorded up to this position in the log. */
	List<CommunityId> withPlaceFor(PartnershipId partnership, PersonId person, long position);
}
