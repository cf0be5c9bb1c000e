package nl.ontwikkelagenda.cop.glossary;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.cop.glossary.TermCommand.AgreeTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.ExplainTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.RaiseTerm;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermAgreed;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermExplained;
import nl.ontwikkelagenda.cop.glossary.TermEvent.TermRaised;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Term {

	@AggregateIdentifier private TermId termId;
	private TermStatus status;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(RaiseTerm c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		apply(new TermRaised(c.termId(), c.partnershipId(), c.word(), c.sector(), c.raisedOn()));
	}

	@CommandHandler
	void decide(ExplainTerm c) {
		apply(new TermExplained(termId, c.explanation(), c.explainedOn()));
	}

	@CommandHandler
	void decide(AgreeTerm c) {
		switch (status) {
			case RAISED -> throw new RuleBroken("only-an-explained-term-is-agreed", "Dit begrip heeft nog geen uitleg; leg het eerst uit.");
			case AGREED -> throw new RuleBroken("an-explanation-is-agreed-once", "Over deze uitleg zijn we het al eens; geef een nieuwe uitleg om hem te veranderen.");
			case EXPLAINED -> apply(new TermAgreed(termId, c.agreedOn()));
		}
	}

	@EventSourcingHandler
	void evolve(TermEvent event) {
		switch (event) {
			case TermRaised e -> {
				termId = e.termId();
				status = TermStatus.RAISED;
			}
			case TermExplained e -> status = TermStatus.EXPLAINED;
			case TermAgreed e -> status = TermStatus.AGREED;
		}
	}
}
