package nl.ontwikkelagenda.app.registration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.jspecify.annotations.Nullable;

/**
 * The form as it was filled in, so that it can be shown again as it was.
 *
 * @param organisation id of one of the organisations of the programme, or empty
 */
record RegistrationForm(String name, String email, String function, String organisation, String sector, String perspective) {

	static final RegistrationForm EMPTY = new RegistrationForm("", "", "", "", "", "");

	private static final int LONGEST = 200;

	@Override
	public String toString() {
		return "Registration form";
	}

	/** What is wrong, by the name of the field, in one Dutch sentence each; empty when it can be sent. */
	Map<String, String> faults(List<Organisation> organisations) {
		Map<String, String> faults = new LinkedHashMap<>();
		note(faults, "name", textFault(name, "Vul uw naam in."));
		note(faults, "email", emailFault());
		note(faults, "function", textFault(function, "Vul in wat u doet, bijvoorbeeld: leraar, of ouder."));
		note(faults, "organisation", organisation.isEmpty() || chosen(organisations).isPresent() ? null : "Kies een organisatie uit de lijst.");
		note(faults, "sector", chosen(Sector.values(), sector).isPresent() ? null : "Kies een sector.");
		note(faults, "perspective", chosen(Perspective.values(), perspective).isPresent() ? null : "Kies van waaruit u meedoet.");
		return faults;
	}

	/** What it says, when it has no faults. */
	Registration registration(PartnershipId programme, List<Organisation> organisations) {
		OrganisationId of = chosen(organisations).map(Organisation::organisationId).orElse(null);
		return new Registration(Ids.next(), programme, TypedText.kept(name), TypedText.kept(function), of, email.strip(), chosen(Sector.values(), sector).orElseThrow(),
				chosen(Perspective.values(), perspective).orElseThrow());
	}

	private Optional<Organisation> chosen(List<Organisation> organisations) {
		return organisations.stream().filter(one -> one.organisationId().toString().equals(organisation)).findFirst();
	}

	private @Nullable String emailFault() {
		String fault = textFault(email, "Vul uw e-mailadres in.");
		return fault != null || Person.isEmail(email.strip()) ? fault : "Schrijf een e-mailadres als naam@organisatie.example.";
	}

	private static @Nullable String textFault(String text, String whenEmpty) {
		return text.isBlank() ? whenEmpty : TypedText.fault(text, LONGEST, false);
	}

	private static <E extends Enum<E>> Optional<E> chosen(E[] all, String name) {
		return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
	}

	private static void note(Map<String, String> faults, String field, @Nullable String fault) {
		if (fault != null) {
			faults.put(field, fault);
		}
	}
}
