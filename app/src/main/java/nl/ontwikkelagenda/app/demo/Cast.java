package nl.ontwikkelagenda.app.demo;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.demo.MetAndereOgen.Registered;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The people of the demo history: those who can log in, and those whom the documents mention. */
@Component
@ConditionalOnBooleanProperty("ontwikkelagenda.demo")
class Cast {

	static final PersonId SECRETARY = DemoAccounts.SECRETARY;
	static final PersonId PROJECT_LEAD = DemoAccounts.PROJECT_LEAD;
	static final PersonId PARTICIPANT = DemoAccounts.PARTICIPANT;
	static final PersonId AUDITOR = DemoAccounts.AUDITOR;
	static final PersonId ADMINISTRATOR = DemoAccounts.ADMINISTRATOR;
	static final PersonId CONTACT_A = new PersonId(Story.id("contactpersoon a"));
	static final PersonId CONTACT_B = new PersonId(Story.id("contactpersoon b"));
	static final PersonId COORDINATOR_C = new PersonId(Story.id("coördinator c"));
	static final PersonId DIRECTOR_D = new PersonId(Story.id("directeur d"));

	private final DemoAccounts accounts;
	private final People people;

	Cast(DemoAccounts accounts, People people) {
		this.accounts = accounts;
		this.people = people;
	}

	/** Enters everyone in the register of persons, as far as not yet there. */
	void enter() {
		accounts.create();
		people.enter(new Person(CONTACT_A, "Contactpersoon A", "Beleidsadviseur", WorkSession2018.REGION, "contact-a@regio.example", null));
		people.enter(new Person(CONTACT_B, "Contactpersoon B", "Beleidsadviseur", WorkSession2018.REGION, "contact-b@regio.example", null));
		people.enter(new Person(COORDINATOR_C, "Coördinator C", "Coördinator Consultatie- en Adviesteam", WorkSession2018.REGION, null, null));
		people.enter(new Person(DIRECTOR_D, "Directeur D", "Directeur", WorkSession2018.UNITA, null, null));
		for (Registered one : MetAndereOgen.REGISTERED) {
			people.enter(new Person(one.personId(), one.name(), one.function(), one.organisation(), null, null));
		}
	}
}
