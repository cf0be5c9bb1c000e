package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a partnership. */
public sealed interface PartnershipCommand {

	PartnershipId partnershipId();

	/** Founds a partnership; its first administrator gets the right to give rights. */
	@AllowedTo(Right.ADMINISTRATOR)
	record FoundPartnership(@TargetAggregateIdentifier PartnershipId partnershipId, PartnershipKind kind, FreeText name, SchoolRegion schoolRegion, PersonId administrator,
			LocalDate foundedOn) implements PartnershipCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record JoinOrganisation(@TargetAggregateIdentifier PartnershipId partnershipId, OrganisationId organisationId, FreeText name, Sector sector,
			LocalDate joinedOn) implements PartnershipCommand {
	}

	@AllowedTo(Right.ADMINISTRATOR)
	record GiveRight(@TargetAggregateIdentifier PartnershipId partnershipId, PersonId personId, Right right, LocalDate from, @Nullable LocalDate to) implements PartnershipCommand {
	}

	@AllowedTo(Right.ADMINISTRATOR)
	record WithdrawRight(@TargetAggregateIdentifier PartnershipId partnershipId, PersonId personId, Right right, LocalDate withdrawnOn) implements PartnershipCommand {
	}
}
