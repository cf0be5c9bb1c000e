package nl.ontwikkelagenda.app.visibility;

import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** What the register of persons says that makes a difference to what somebody may see. */
public interface Affiliations {

	/** For which organisation somebody works. */
	Optional<OrganisationId> organisationOf(PersonId person);

	/** All ids under which somebody is known, as two entries may turn out to be one person; at least this one. */
	List<PersonId> idsOf(PersonId person);
}
