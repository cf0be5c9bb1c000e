package nl.ontwikkelagenda.agenda.agenda;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of an agenda. */
public sealed interface AgendaCommand {

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenAgenda(@TargetAggregateIdentifier AgendaId agendaId, PartnershipId partnershipId, FreeText title, LocalDate openedOn) implements AgendaCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StateAmbition(@TargetAggregateIdentifier AgendaId agendaId, FreeText ambition, LocalDate statedOn) implements AgendaCommand {
	}
}
