package nl.ontwikkelagenda.app.membership;

import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Ids;

import org.springframework.stereotype.Component;

/** The register of persons, for the forms of those who keep it. */
@Component
class Register {

	private static final int LINE = 200;
	private static final int LONGEST_PHONE = 30;
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

	/** Enters the person that a form describes, unless something is wrong with it. */
	void enter(Form form) {
		FreeText name = form.line("name", LINE);
		FreeText function = form.line("function", LINE);
		OrganisationId organisation = form.idOrNone("organisationId", OrganisationId::new);
		String email = FreeText.wordsOf(form.lineOrNone("email", LINE));
		String phone = FreeText.wordsOf(form.lineOrNone("phone", LONGEST_PHONE));
		if (email != null && !Person.isEmail(email)) {
			form.wrong("email", "Schrijf een e-mailadres als naam@organisatie.example.");
		}
		if (phone != null && !Person.isPhone(phone)) {
			form.wrong("phone", "Schrijf een telefoonnummer met cijfers, spaties en streepjes.");
		}
		if (!form.isWrong()) {
			people.enter(new Person(new PersonId(Ids.next()), name.text(), function.text(), organisation, email, phone));
		}
	}
}
