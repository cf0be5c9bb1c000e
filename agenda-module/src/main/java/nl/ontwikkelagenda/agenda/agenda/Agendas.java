package nl.ontwikkelagenda.agenda.agenda;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

/** What others need to know of an agenda; answered from the views. */
@FunctionalInterface
public interface Agendas {

	/**
	 * How it is with an agenda.
	 *
	 * @param adopted    whether it was ever adopted
	 * @param edition    its number
	 * @param followed   whether a later edition was started
	 * @param openThemes ids of the themes that are open on it, by title; plain ones, because an agenda comes before its themes
	 */
	record Standing(AgendaStatus status, boolean adopted, int edition, boolean followed, List<UUID> openThemes) {
	}

	Optional<Standing> find(AgendaId agenda);

	default List<UUID> openThemes(AgendaId agenda) {
		return find(agenda).map(Standing::openThemes).orElse(List.of());
	}

	/** Refuses an agenda of which the set of themes no longer changes, but for themes that end. */
	default void mustTakeThemes(AgendaId agenda) {
		switch (find(agenda).map(Standing::status).orElse(AgendaStatus.DRAFT)) {
			case DRAFT, READING_ALONG -> {
			}
			case ADOPTED -> throw new RuleBroken("an-adopted-agenda-keeps-its-themes",
					"Deze agenda is vastgesteld en haar thema's staan vast; start een nieuwe editie om er een thema bij te zetten.");
			case CLOSED -> throw new RuleBroken("a-closed-agenda-takes-no-themes", "Deze agenda is gesloten; draag het thema aan bij een agenda die nog loopt.");
		}
	}
}
