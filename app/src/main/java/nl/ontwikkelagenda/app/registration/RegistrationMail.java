package nl.ontwikkelagenda.app.registration;

import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.springframework.stereotype.Component;

/** The mail that asks whether it was the owner of the address who registered. It repeats nothing that somebody else may have typed to have it sent to him. */
@Component
class RegistrationMail {

	private final PublicAddress address;

	RegistrationMail(PublicAddress address) {
		this.address = address;
	}

	String subject(String programme) {
		return "Bevestig uw aanmelding bij " + programme;
	}

	String body(String programme, String secret) {
		return """
				Goedendag,

				Met dit e-mailadres is iemand aangemeld als aandeelhouder van %s. Was u dat? Bevestig het dan binnen 7 dagen op deze pagina:

				%s

				Was u het niet, dan hoeft u niets te doen: zonder bevestiging worden de gegevens na 7 dagen verwijderd.
				""".formatted(programme, address.inMail(RegistrationPage.CONFIRMATION + secret));
	}
}
