package nl.ontwikkelagenda.agenda.partnership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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

	/** Lets a region take part in a programme: from then on the members of the region may read what participants of the programme may read. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record JoinRegion(@TargetAggregateIdentifier PartnershipId partnershipId, PartnershipId regionId, LocalDate joinedOn) implements PartnershipCommand {
	}

	/** @param leftOn first day on which it no longer takes part */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record LetRegionLeave(@TargetAggregateIdentifier PartnershipId partnershipId, PartnershipId regionId, LocalDate leftOn) implements PartnershipCommand {
	}

	@AllowedTo(Right.ADMINISTRATOR)
	record GiveRight(@TargetAggregateIdentifier PartnershipId partnershipId, PersonId personId, Right right, LocalDate from, @Nullable LocalDate to) implements PartnershipCommand {
	}

	@AllowedTo(Right.ADMINISTRATOR)
	record WithdrawRight(@TargetAggregateIdentifier PartnershipId partnershipId, PersonId personId, Right right, LocalDate withdrawnOn) implements PartnershipCommand {
	}

	/** Describes a role, or describes it anew. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record DescribeRole(@TargetAggregateIdentifier PartnershipId partnershipId, RoleId roleId, FreeText name, List<FreeText> tasks, List<FreeText> responsibilities,
			LocalDate describedOn) implements PartnershipCommand {
	}

	/**
	 * @param organisationId on whose behalf; absent for the partnership as a whole
	 * @param subject        for what
	 * @param maxAmount      up to how many whole euros; absent when no amount is agreed
	 */
	@AllowedTo(Right.ADMINISTRATOR)
	record GrantMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandateId, PersonId personId, @Nullable OrganisationId organisationId, FreeText subject,
			@Nullable Long maxAmount, LocalDate from, @Nullable LocalDate to) implements PartnershipCommand {
	}

	/** @param withdrawnOn first day on which it no longer holds */
	@AllowedTo(Right.ADMINISTRATOR)
	record WithdrawMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandateId, FreeText reason, LocalDate withdrawnOn) implements PartnershipCommand {
	}

	/**
	 * Passes a mandate on, for the same subject and amount and for what is left of its term.
	 *
	 * @param organisationId on whose behalf; absent for the same one
	 */
	@AllowedTo(Right.ADMINISTRATOR)
	record HandOverMandate(@TargetAggregateIdentifier PartnershipId partnershipId, MandateId mandateId, MandateId successorMandateId, PersonId personId,
			@Nullable OrganisationId organisationId, FreeText reason, LocalDate handedOverOn) implements PartnershipCommand {
	}

	/** Passes all mandates on behalf of one organisation on to another, as after a merger: the same persons keep them. */
	@AllowedTo(Right.ADMINISTRATOR)
	record HandOverMandates(@TargetAggregateIdentifier PartnershipId partnershipId, OrganisationId organisationId, OrganisationId successor, FreeText reason,
			LocalDate handedOverOn) implements PartnershipCommand {
	}

	/**
	 * Organisations go on as one: a new one, that joins with its name and sector, or one that takes part already.
	 *
	 * @param organisations those that go up in it
	 * @param name          of a new organisation; absent for one that takes part already
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record MergeOrganisations(@TargetAggregateIdentifier PartnershipId partnershipId, List<OrganisationId> organisations, OrganisationId into, @Nullable FreeText name,
			@Nullable Sector sector, LocalDate mergedOn) implements PartnershipCommand {
	}

	/** @param leftOn first day on which it no longer takes part */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record LetOrganisationLeave(@TargetAggregateIdentifier PartnershipId partnershipId, OrganisationId organisationId, FreeText reason,
			LocalDate leftOn) implements PartnershipCommand {
	}

	/** @param leftOn first day without this person */
	@AllowedTo(Right.ADMINISTRATOR)
	record LetPersonLeave(@TargetAggregateIdentifier PartnershipId partnershipId, PersonId personId, FreeText reason, LocalDate leftOn) implements PartnershipCommand {
	}

	/**
	 * Chooses how the papers of the partnership look, or chooses anew.
	 *
	 * @param colour of titles and lines
	 * @param tint   behind the headers of tables, on which the colour is read
	 * @param logoId an attachment of the partnership that is a picture; absent for none
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.ADMINISTRATOR})
	record ChooseHouseStyle(@TargetAggregateIdentifier PartnershipId partnershipId, Colour colour, Colour tint, @Nullable UUID logoId,
			LocalDate chosenOn) implements PartnershipCommand {
	}
}
