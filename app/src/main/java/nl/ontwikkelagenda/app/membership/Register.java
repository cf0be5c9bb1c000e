package nl.ontwikkelagenda.app.membership;

import java.util.List;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;

import org.springframework.stereotype.Component;

/** The register of persons, for the forms of those who keep it. */
@Component
class Register {

	/** More than fit in a list to choose from. */
	private static final int MOST = 2_000;

	private final People people;

	Register(People people) {
		this.people = people;
	}

	/** Everybody, by name, with what tells two of the same name apart. */
	List<Choice> choices() {
		return people.all(MOST).stream().map(person -> new Choice(person.personId().toString(), person.name() + " (" + person.function() + ")")).toList();
	}

	/**
	 * Enters the person that a form describes, unless something is wrong with it, or he looks like somebody who is there and the form does not say that he is another. The same id
	 * enters once.
	 */
	void enter(PersonId id, Form form) {
		Person person = PersonForm.read(form, id, form.idOrNone("organisationId", OrganisationId::new));
		if (form.isWrong() || people.find(id).isPresent()) {
			return;
		}
		List<Person> alike = form.has(PersonForm.ANOTHER) ? List.of() : people.like(person.name(), person.email());
		if (alike.isEmpty()) {
			people.enter(person);
		} else {
			form.wrong(PersonForm.ANOTHER,
					"Dit lijkt op iemand die er al staat: " + alike.stream().map(one -> one.name() + " (" + one.function() + ")").collect(Collectors.joining(", "))
							+ ". Is het een ander? Vink dat dan aan.");
		}
	}
}
