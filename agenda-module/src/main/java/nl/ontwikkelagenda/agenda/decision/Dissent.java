package nl.ontwikkelagenda.agenda.decision;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Who did not agree (een andere mening): a person, an organisation, a person for an organisation, or only how many.
 *
 * @param number how many, when nobody is named
 * @param words  what they said
 */
public record Dissent(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable Integer number, @Nullable FreeText words) {

	boolean isOfSomeone() {
		boolean named = personId != null || organisationId != null;
		return named ? number == null : number != null && number > 0;
	}
}
