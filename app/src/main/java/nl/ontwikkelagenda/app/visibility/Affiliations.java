package nl.ontwikkelagenda.app.visibility;

import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** For which organisation somebody works. */
@FunctionalInterface
public interface Affiliations {

	Optional<OrganisationId> organisationOf(PersonId person);
}
