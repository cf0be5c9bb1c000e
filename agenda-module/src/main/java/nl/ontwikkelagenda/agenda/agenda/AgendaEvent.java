package nl.ontwikkelagenda.agenda.agenda;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** What happened to an agenda. */
public sealed interface AgendaEvent {

	AgendaId agendaId();

	record AgendaOpened(AgendaId agendaId, PartnershipId partnershipId, FreeText title, LocalDate openedOn) implements AgendaEvent {
	}

	/** The red thread (rode draad) was put into words; a later one replaces an earlier one. */
	record AmbitionStated(AgendaId agendaId, FreeText ambition, LocalDate statedOn) implements AgendaEvent {
	}
}
