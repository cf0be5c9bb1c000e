package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** What happened to a partnership. */
public sealed interface PartnershipEvent {

	PartnershipId partnershipId();

	record PartnershipFounded(PartnershipId partnershipId, PartnershipKind kind, FreeText name, SchoolRegion schoolRegion, LocalDate foundedOn) implements PartnershipEvent {
	}

	record OrganisationJoined(PartnershipId partnershipId, OrganisationId organisationId, FreeText name, Sector sector, LocalDate joinedOn) implements PartnershipEvent {
	}

	/** @param to last day on which the right holds; absent while no end is agreed */
	record RightGiven(PartnershipId partnershipId, PersonId personId, Right right, LocalDate from, @Nullable LocalDate to) implements PartnershipEvent {
	}

	/** @param withdrawnOn first day on which the right no longer holds */
	record RightWithdrawn(PartnershipId partnershipId, PersonId personId, Right right, LocalDate withdrawnOn) implements PartnershipEvent {
	}
}
