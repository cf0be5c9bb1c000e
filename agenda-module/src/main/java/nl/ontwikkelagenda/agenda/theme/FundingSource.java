package nl.ontwikkelagenda.agenda.theme;

import java.util.Locale;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.jspecify.annotations.Nullable;

/**
 * Where money for a theme comes from.
 *
 * @param organisationId an organisation of the partnership
 * @param side           what a side is called that is no one organisation ("het onderwijs")
 */
public record FundingSource(@Nullable OrganisationId organisationId, @Nullable FreeText side) {

	void mustBeKnown(PartnershipId partnership, References references) {
		if ((organisationId == null) == (side == null)) {
			throw new RuleBroken("funding-has-one-source", "Geld komt van een organisatie (kies haar id) of van een kant (geef haar naam); kies er precies één.");
		}
		references.require(partnership, "organisationId", organisationId);
	}

	/** The same for the same source, however its name was typed. */
	String key() {
		return key(organisationId, FreeText.wordsOf(side));
	}

	static String key(@Nullable OrganisationId organisationId, @Nullable String side) {
		return organisationId == null ? String.valueOf(side).strip().toLowerCase(Locale.ROOT) : organisationId.toString();
	}
}
