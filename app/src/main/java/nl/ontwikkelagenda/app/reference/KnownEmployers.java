package nl.ontwikkelagenda.app.reference;

import nl.ontwikkelagenda.actions.inventory.Employers;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.person.People;

import org.springframework.stereotype.Component;

/** Answers from the person register. */
@Component
class KnownEmployers implements Employers {

	private final People people;

	KnownEmployers(People people) {
		this.people = people;
	}

	@Override
	public boolean worksFor(PersonId person, OrganisationId organisation) {
		return people.find(person).filter(found -> organisation.equals(found.organisationId())).isPresent();
	}
}
