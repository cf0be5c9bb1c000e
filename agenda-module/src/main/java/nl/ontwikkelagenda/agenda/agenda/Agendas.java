package nl.ontwikkelagenda.agenda.agenda;

import java.util.List;
import java.util.UUID;

/** What others need to know of an agenda; answered from the views. */
@FunctionalInterface
public interface Agendas {

	/** Ids of the themes that are open on this agenda; plain, because an agenda comes before its themes. */
	List<UUID> openThemes(AgendaId agenda);
}
