package nl.ontwikkelagenda.agenda.barrier;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.PutBarrierOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ReportBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ResolveBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.TakeUpBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierPutOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierReported;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierResolved;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierTakenUp;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Barrier {

	@AggregateIdentifier private BarrierId barrierId;
	private PartnershipId partnershipId;
	private final Set<AgendaId> agendas = new HashSet<>();
	private boolean resolved;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(ReportBarrier c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		if (c.meetingId() == null && c.bodyId() == null) {
			throw new RuleBroken("a-barrier-was-reported-somewhere", "Een belemmering is ergens gemeld; kies de bijeenkomst, of het overlegorgaan of de community.");
		}
		references.require(c.partnershipId(), "meetingId", c.meetingId());
		references.require(c.partnershipId(), "bodyId", c.bodyId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		apply(new BarrierReported(c.barrierId(), c.partnershipId(), c.rule(), c.hinders(), c.meetingId(), c.bodyId(), c.themeId(), c.reportedOn()));
	}

	@CommandHandler
	void decide(PutBarrierOnAgenda c, References references) {
		onlyUntilResolved();
		references.require(partnershipId, "agendaId", c.agendaId());
		if (agendas.contains(c.agendaId())) {
			throw new RuleBroken("a-barrier-is-once-on-an-agenda", "Deze belemmering staat al op deze agenda; kies een andere agenda.");
		}
		apply(new BarrierPutOnAgenda(barrierId, c.agendaId(), c.putOn()));
	}

	@CommandHandler
	void decide(TakeUpBarrier c, References references) {
		onlyUntilResolved();
		if (c.personId() == null && c.organisationId() == null && c.bodyId() == null) {
			throw new RuleBroken("someone-takes-up-a-barrier", "Een belemmering wordt door iemand opgepakt; kies een persoon, een organisatie of een overlegorgaan.");
		}
		references.require(partnershipId, "personId", c.personId());
		references.require(partnershipId, "organisationId", c.organisationId());
		references.require(partnershipId, "bodyId", c.bodyId());
		apply(new BarrierTakenUp(barrierId, c.personId(), c.organisationId(), c.bodyId(), c.takenUpOn()));
	}

	@CommandHandler
	void decide(ResolveBarrier c) {
		onlyUntilResolved();
		apply(new BarrierResolved(barrierId, c.resolution(), c.outcome(), c.resolvedOn()));
	}

	private void onlyUntilResolved() {
		if (resolved) {
			throw new RuleBroken("a-resolved-barrier-is-closed", "Deze belemmering is al afgehandeld; meld haar opnieuw als zij terugkomt.");
		}
	}

	@EventSourcingHandler
	void evolve(BarrierEvent event) {
		switch (event) {
			case BarrierReported e -> {
				barrierId = e.barrierId();
				partnershipId = e.partnershipId();
			}
			case BarrierPutOnAgenda e -> agendas.add(e.agendaId());
			case BarrierTakenUp e -> {
			}
			case BarrierResolved e -> resolved = true;
		}
	}
}
