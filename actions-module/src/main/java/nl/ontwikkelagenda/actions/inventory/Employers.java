package nl.ontwikkelagenda.actions.inventory;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** For which organisation a person works; answered from the person register. */
@FunctionalInterface
public interface Employers {

	boolean worksFor(PersonId person, OrganisationId organisation);
}
