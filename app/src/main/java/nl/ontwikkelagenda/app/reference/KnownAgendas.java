package nl.ontwikkelagenda.app.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.agenda.Agendas;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the views of agendas and themes. */
@Component
class KnownAgendas implements Agendas {

	private static final int AT_ONCE = 100;

	private final Documents documents;

	KnownAgendas(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<Standing> find(AgendaId agenda) {
		return documents.find(ReadModels.AGENDAS, agenda.toString(), AsOf.NOW).map(Stored::document)
				.map(found -> new Standing(found.status(), found.adoption() != null, found.edition(), isFollowed(agenda), openThemesOf(agenda)));
	}

	private boolean isFollowed(AgendaId agenda) {
		return !documents.items(ReadModels.AGENDAS, new ListQuery(Map.of("editionOf", agenda.toString()), null, List.of(), 1, 1, null), AsOf.NOW).isEmpty();
	}

	private List<UUID> openThemesOf(AgendaId agenda) {
		List<UUID> themes = new ArrayList<>();
		Page<ThemeView> page;
		int number = 1;
		do {
			page = documents.list(ReadModels.THEMES,
					new ListQuery(Map.of("agendaId", agenda.toString(), "status", ThemeStatus.OPEN.name()), null, List.of("title"), number++, AT_ONCE, null), AsOf.NOW);
			page.items().forEach(theme -> themes.add(theme.document().themeId().value()));
		} while (themes.size() < page.total() && !page.items().isEmpty());
		return themes;
	}
}
