package nl.ontwikkelagenda.cop.stakeholder;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.AlsoForOneself;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.Sector;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a stakeholder. */
public sealed interface StakeholderCommand {

	StakeholderId stakeholderId();

	/** @param organisationId for whom; absent for who takes part in person, as a parent or a young person */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record RegisterStakeholder(@TargetAggregateIdentifier StakeholderId stakeholderId, PartnershipId partnershipId, PersonId personId,
			@Nullable OrganisationId organisationId, Sector sector, Perspective perspective, LocalDate registeredOn) implements StakeholderCommand {
	}

	/** To another organisation, or with another view on things. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record MoveStakeholder(@TargetAggregateIdentifier StakeholderId stakeholderId, PersonId personId, @Nullable OrganisationId organisationId, Sector sector,
			Perspective perspective, LocalDate movedOn) implements StakeholderCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	@AlsoForOneself({Right.PARTICIPANT, Right.BOARD})
	record WithdrawStakeholder(@TargetAggregateIdentifier StakeholderId stakeholderId, PersonId personId, LocalDate withdrawnOn) implements StakeholderCommand {
	}

	/** Part of erasing the person, so that nothing waits for him any more. */
	@AllowedTo(Right.ADMINISTRATOR)
	record EraseStakeholder(@TargetAggregateIdentifier StakeholderId stakeholderId, LocalDate erasedOn) implements StakeholderCommand {
	}
}
