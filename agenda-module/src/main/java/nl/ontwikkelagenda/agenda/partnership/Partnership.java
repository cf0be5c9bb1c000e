package nl.ontwikkelagenda.agenda.partnership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Partnership {

	@AggregateIdentifier private PartnershipId partnershipId;
	private final Set<OrganisationId> organisations = new HashSet<>();
	private final Map<PersonId, Set<Right>> rights = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(FoundPartnership c) {
		apply(new PartnershipFounded(c.partnershipId(), c.kind(), c.name(), c.schoolRegion(), c.foundedOn()));
		apply(new RightGiven(c.partnershipId(), c.administrator(), Right.ADMINISTRATOR, c.foundedOn(), null));
	}

	@CommandHandler
	void decide(JoinOrganisation c) {
		if (organisations.contains(c.organisationId())) {
			throw new RuleBroken("organisation-takes-part-once", "Deze organisatie doet al mee; kies een andere organisatie.");
		}
		apply(new OrganisationJoined(c.partnershipId(), c.organisationId(), c.name(), c.sector(), c.joinedOn()));
	}

	@CommandHandler
	void decide(GiveRight c) {
		if (c.to() != null && c.to().isBefore(c.from())) {
			throw new RuleBroken("right-ends-after-it-starts", "Het recht eindigt voordat het begint; kies een einddatum op of na de begindatum.");
		}
		if (holds(c.personId(), c.right())) {
			throw new RuleBroken("right-given-once", "Deze persoon heeft dit recht al; trek het eerst in om een andere periode te kiezen.");
		}
		apply(new RightGiven(c.partnershipId(), c.personId(), c.right(), c.from(), c.to()));
	}

	@CommandHandler
	void decide(WithdrawRight c) {
		if (!holds(c.personId(), c.right())) {
			throw new RuleBroken("right-is-held", "Deze persoon heeft dit recht niet, dus er valt niets in te trekken.");
		}
		boolean lastAdministrator = c.right() == Right.ADMINISTRATOR && rights.values().stream().filter(held -> held.contains(Right.ADMINISTRATOR)).count() == 1;
		if (lastAdministrator) {
			throw new RuleBroken("an-administrator-remains", "Dit is de laatste beheerder van het samenwerkingsverband; geef eerst iemand anders dit recht.");
		}
		apply(new RightWithdrawn(c.partnershipId(), c.personId(), c.right(), c.withdrawnOn()));
	}

	private boolean holds(PersonId person, Right right) {
		return rights.getOrDefault(person, Set.of()).contains(right);
	}

	@EventSourcingHandler
	void evolve(PartnershipEvent event) {
		switch (event) {
			case PartnershipFounded e -> partnershipId = e.partnershipId();
			case OrganisationJoined e -> organisations.add(e.organisationId());
			case RightGiven e -> rights.computeIfAbsent(e.personId(), person -> new HashSet<>()).add(e.right());
			case RightWithdrawn e -> rights.getOrDefault(e.personId(), new HashSet<>()).remove(e.right());
		}
	}
}
