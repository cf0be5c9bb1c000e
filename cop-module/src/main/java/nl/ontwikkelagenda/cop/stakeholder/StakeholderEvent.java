package nl.ontwikkelagenda.cop.stakeholder;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Sector;

import org.jspecify.annotations.Nullable;

/** What happened to a stakeholder. */
public sealed interface StakeholderEvent {

	StakeholderId stakeholderId();

	/** Somebody takes part, for the first time or again. */
	record StakeholderRegistered(StakeholderId stakeholderId, PartnershipId partnershipId, PersonId personId, @Nullable OrganisationId organisationId, Sector sector,
			Perspective perspective, LocalDate registeredOn) implements StakeholderEvent {
	}

	record StakeholderMoved(StakeholderId stakeholderId, @Nullable OrganisationId organisationId, Sector sector, Perspective perspective,
			LocalDate movedOn) implements StakeholderEvent {
	}

	record StakeholderWithdrawn(StakeholderId stakeholderId, LocalDate withdrawnOn) implements StakeholderEvent {
	}

	/** The person was erased, and his registration with him; also one from which he had withdrawn. */
	record StakeholderErased(StakeholderId stakeholderId, LocalDate erasedOn) implements StakeholderEvent {
	}
}
