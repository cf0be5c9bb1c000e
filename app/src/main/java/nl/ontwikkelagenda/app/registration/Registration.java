package nl.ontwikkelagenda.app.registration;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote about himself who wants to be a stakeholder.
 *
 * @param function       what he does for his organisation, in words
 * @param organisationId for whom; absent for who takes part in person
 */
record Registration(UUID id, PartnershipId partnershipId, String name, String function, @Nullable OrganisationId organisationId, String email, Sector sector,
		Perspective perspective) {

	@Override
	public String toString() {
		return "Registration " + id;
	}
}
