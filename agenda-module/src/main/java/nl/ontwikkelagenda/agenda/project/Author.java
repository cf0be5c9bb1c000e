package nl.ontwikkelagenda.agenda.project;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;

import org.jspecify.annotations.Nullable;

/** Who wrote something on a poster: a person, an organisation, a person for an organisation, or nobody who is known. */
public record Author(@Nullable PersonId personId, @Nullable OrganisationId organisationId) {

	/** Refuses an author that nobody could find. */
	void mustBeKnown(PartnershipId partnership, References references) {
		references.require(partnership, "personId", personId);
		references.require(partnership, "organisationId", organisationId);
	}
}
