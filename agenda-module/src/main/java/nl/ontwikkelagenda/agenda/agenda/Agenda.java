package nl.ontwikkelagenda.agenda.agenda;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.partnership.References;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Agenda {

	@AggregateIdentifier private AgendaId agendaId;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenAgenda c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		apply(new AgendaOpened(c.agendaId(), c.partnershipId(), c.title(), c.openedOn()));
	}

	@CommandHandler
	void decide(StateAmbition c) {
		apply(new AmbitionStated(agendaId, c.ambition(), c.statedOn()));
	}

	@EventSourcingHandler
	void evolve(AgendaEvent event) {
		switch (event) {
			case AgendaOpened e -> agendaId = e.agendaId();
			case AmbitionStated e -> {
			}
		}
	}
}
