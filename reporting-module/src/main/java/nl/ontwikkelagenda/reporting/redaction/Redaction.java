package nl.ontwikkelagenda.reporting.redaction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.redaction.RecordedTexts.RecordedText;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;
import nl.ontwikkelagenda.reporting.redaction.RedactionEvent.TextRedacted;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Redaction {

	@AggregateIdentifier
	@SuppressWarnings("UnusedVariable") private RedactionId redactionId;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(RedactText c, References references, RecordedTexts texts) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		RecordedText text = texts.find(c.partnershipId(), c.eventId(), c.pointer()).orElseThrow(() -> new RuleBroken("only-a-recorded-text-is-redacted",
				"Op deze plaats van dit feit staat geen tekst van dit samenwerkingsverband; zoek de tekst op en neem eventId en pointer over."));
		if (text.redacted()) {
			throw new RuleBroken("a-text-is-redacted-once", "Deze tekst is al gelakt; er is niets meer om weg te halen.");
		}
		apply(new TextRedacted(c.redactionId(), c.partnershipId(), c.eventId(), c.pointer(), text.digest(), c.ground(), c.reason(), c.redactedOn()));
	}

	@EventSourcingHandler
	void evolve(RedactionEvent event) {
		redactionId = switch (event) {
			case TextRedacted e -> e.redactionId();
		};
	}
}
