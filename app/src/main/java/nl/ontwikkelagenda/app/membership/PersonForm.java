package nl.ontwikkelagenda.app.membership;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.person.Person;

import org.jspecify.annotations.Nullable;

/** The fields in which somebody of the register is described, the same on every page. */
public final class PersonForm {

	/** Ticked when it is somebody else than the one he looks like. */
	static final String ANOTHER = "another";

	private static final int LINE = 200;
	private static final int LONGEST_PHONE = 30;

	private PersonForm() {
	}

	/** What the form says; it counts when the form is not wrong. */
	public static Person read(Form form, PersonId id, @Nullable OrganisationId organisation) {
		FreeText name = form.line("name", LINE);
		FreeText function = form.line("function", LINE);
		String email = FreeText.wordsOf(form.lineOrNone("email", LINE));
		String phone = FreeText.wordsOf(form.lineOrNone("phone", LONGEST_PHONE));
		if (email != null && !Person.isEmail(email)) {
			form.wrong("email", "Schrijf een e-mailadres als naam@organisatie.example.");
		}
		if (phone != null && !Person.isPhone(phone)) {
			form.wrong("phone", "Schrijf een telefoonnummer met cijfers, spaties en streepjes.");
		}
		return new Person(id, name.text(), function.text(), organisation, email, phone);
	}
}
