package nl.ontwikkelagenda.app.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import nl.ontwikkelagenda.agenda.decision.Dissent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.form.Form;

/** Who did not agree, as a form says it: by name in rows of which a button gives one more, and how many others. */
final class Dissenters {

	/** The button for one more row. */
	static final String MORE = "more";

	private static final int WORDS = 4_000;
	private static final int MOST = 20;

	private Dissenters() {
	}

	/** How many rows there are to fill in. */
	static int rows(Form form) {
		int sent = (int) IntStream.range(0, MOST).takeWhile(row -> form.isTicked("said-" + row)).count();
		return Math.clamp(sent + (form.isTicked(MORE) ? 1 : 0), 1, MOST);
	}

	static List<Dissent> read(Form form) {
		List<Dissent> all = new ArrayList<>();
		for (int row = 0; row < rows(form); row++) {
			PersonId person = form.idOrNone("person-" + row, PersonId::new);
			OrganisationId organisation = form.idOrNone("organisation-" + row, OrganisationId::new);
			FreeText words = form.textOrNone("said-" + row, WORDS);
			if (person != null || organisation != null) {
				all.add(new Dissent(person, organisation, null, words));
			} else if (words != null) {
				form.wrong("person-" + row, "Kies wie dit zei, of zet de woorden bij wie u niet noemt.");
			}
		}
		Integer others = form.numberOrNone("dissenting");
		FreeText words = form.textOrNone("dissent", WORDS);
		if (others != null) {
			all.add(new Dissent(null, null, others, words));
		} else if (words != null) {
			form.wrong("dissenting", "Geef aan hoeveel aanwezigen er anders over dachten.");
		}
		return all;
	}
}
