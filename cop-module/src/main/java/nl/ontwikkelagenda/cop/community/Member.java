package nl.ontwikkelagenda.cop.community;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;

import org.jspecify.annotations.Nullable;

/** A stakeholder as he was registered when he asked for a place. */
public record Member(PersonId personId, @Nullable OrganisationId organisationId, Sector sector, Perspective perspective) {
}
