package nl.ontwikkelagenda.cop.stakeholder;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.EraseStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.MoveStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.RegisterStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderCommand.WithdrawStakeholder;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderErased;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderMoved;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderRegistered;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderEvent.StakeholderWithdrawn;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Stakeholder {

	@AggregateIdentifier private StakeholderId stakeholderId;
	private PartnershipId partnershipId;
	private PersonId personId;
	private @Nullable StakeholderStatus status;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
	void decide(RegisterStakeholder c, References references) {
		if (status == StakeholderStatus.REGISTERED) {
			throw new RuleBroken("a-stakeholder-registers-once", "Deze persoon is al aandeelhouder; wijzig zijn gegevens als er iets veranderd is.");
		}
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "personId", c.personId());
		references.require(c.partnershipId(), "organisationId", c.organisationId());
		apply(new StakeholderRegistered(c.stakeholderId(), c.partnershipId(), c.personId(), c.organisationId(), c.sector(), c.perspective(), c.registeredOn()));
	}

	@CommandHandler
	void decide(MoveStakeholder c, References references) {
		onlyWhileRegistered(c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		apply(new StakeholderMoved(stakeholderId, c.organisationId(), c.sector(), c.perspective(), c.movedOn()));
	}

	@CommandHandler
	void decide(WithdrawStakeholder c) {
		onlyWhileRegistered(c.personId());
		apply(new StakeholderWithdrawn(stakeholderId, c.withdrawnOn()));
	}

	@CommandHandler
	void decide(EraseStakeholder c) {
		if (status != StakeholderStatus.ERASED) {
			apply(new StakeholderErased(stakeholderId, c.erasedOn()));
		}
	}

	private void onlyWhileRegistered(PersonId person) {
		if (!personId.equals(person)) {
			throw new RuleBroken("a-stakeholder-is-one-person", "Deze aandeelhouder is een ander; kies de aandeelhouder die bij deze persoon hoort.");
		}
		if (status != StakeholderStatus.REGISTERED) {
			throw new RuleBroken("only-a-registered-stakeholder-changes", "Deze persoon is geen aandeelhouder meer; meld hem eerst opnieuw aan.");
		}
	}

	@EventSourcingHandler
	void evolve(StakeholderEvent event) {
		switch (event) {
			case StakeholderRegistered e -> {
				stakeholderId = e.stakeholderId();
				partnershipId = e.partnershipId();
				personId = e.personId();
				status = StakeholderStatus.REGISTERED;
			}
			case StakeholderMoved e -> {
			}
			case StakeholderWithdrawn e -> status = StakeholderStatus.WITHDRAWN;
			case StakeholderErased e -> status = StakeholderStatus.ERASED;
		}
	}
}
