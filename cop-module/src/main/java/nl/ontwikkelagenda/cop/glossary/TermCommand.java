package nl.ontwikkelagenda.cop.glossary;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.Sector;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a term. */
public sealed interface TermCommand {

	/** @param sector whose jargon it is; absent when it is everybody's */
	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record RaiseTerm(@TargetAggregateIdentifier TermId termId, PartnershipId partnershipId, FreeText word, @Nullable Sector sector, LocalDate raisedOn) implements TermCommand {
	}

	@AllowedTo({Right.PARTICIPANT, Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record ExplainTerm(@TargetAggregateIdentifier TermId termId, FreeText explanation, LocalDate explainedOn) implements TermCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AgreeTerm(@TargetAggregateIdentifier TermId termId, LocalDate agreedOn) implements TermCommand {
	}
}
