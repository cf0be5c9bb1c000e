package nl.ontwikkelagenda.agenda.body;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.partnership.References;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Body {

	@AggregateIdentifier private BodyId bodyId;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(EstablishBody c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		apply(new BodyEstablished(c.bodyId(), c.partnershipId(), c.kind(), c.name(), c.access()));
	}

	@EventSourcingHandler
	void evolve(BodyEvent event) {
		switch (event) {
			case BodyEstablished e -> bodyId = e.bodyId();
		}
	}
}
