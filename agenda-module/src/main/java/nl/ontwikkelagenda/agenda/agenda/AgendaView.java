package nl.ontwikkelagenda.agenda.agenda;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** An agenda as its page shows it; its themes are a view of their own. */
@RecordBuilder
public record AgendaView(AgendaId agendaId, PartnershipId partnershipId, String title, LocalDate openedOn, @Nullable String ambition) implements AgendaViewBuilder.With {

	public static AgendaView on(@Nullable AgendaView current, AgendaEvent event, Recorded when) {
		return switch (event) {
			case AgendaOpened e -> new AgendaView(e.agendaId(), e.partnershipId(), e.title().text(), e.openedOn(), null);
			case AmbitionStated e -> requireNonNull(current).withAmbition(e.ambition().text());
		};
	}
}
