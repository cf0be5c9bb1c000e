package nl.ontwikkelagenda.app.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

/** What the kinds of things that can be found are called, several of them together. */
final class Kinds {

	private static final Map<ReadModel<?, ?>, String> ALL = all();

	private Kinds() {
	}

	/** The name of each kind, by the name of its view, in the order of the alphabet. */
	static Map<String, String> names() {
		Map<String, String> names = new LinkedHashMap<>();
		ALL.entrySet().stream().sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER)).forEach(kind -> names.put(kind.getKey().name(), kind.getValue()));
		return names;
	}

	/** The view with this name, if it can be searched. */
	static Optional<ReadModel<?, ?>> view(String name) {
		return ALL.keySet().stream().<ReadModel<?, ?>>map(view -> view).filter(view -> view.name().equals(name)).findFirst();
	}

	private static Map<ReadModel<?, ?>, String> all() {
		Map<ReadModel<?, ?>, String> all = new LinkedHashMap<>();
		all.put(ReadModels.AGENDAS, "Agenda’s");
		all.put(ReadModels.THEMES, "Thema’s");
		all.put(ReadModels.IDEAS, "Ideeën");
		all.put(ReadModels.GUIDING_ANSWERS, "Antwoorden op de drie vragen");
		all.put(ReadModels.PRIORITY_ROUNDS, "Prioriteitenrondes");
		all.put(ReadModels.COMMENTS, "Opmerkingen van meelezers");
		all.put(ReadModels.TABLES, "Ontwikkeltafels");
		all.put(ReadModels.ADVICE_NOTES, "Adviesnotities");
		all.put(ReadModels.DECISIONS, "Besluiten");
		all.put(ReadModels.ACTIONS, "Acties");
		all.put(ReadModels.CALLS, "Oproepen om mee te doen");
		all.put(ReadModels.MEETINGS, "Bijeenkomsten");
		all.put(ReadModels.SERIES, "Reeksen bijeenkomsten");
		all.put(ReadModels.ITEMS, "Agendapunten");
		all.put(ReadModels.OUTCOMES, "Uitkomsten van bijeenkomsten");
		all.put(ReadModels.MINUTES, "Verslagen");
		all.put(ReadModels.GROUPS, "Groepen");
		all.put(ReadModels.SOURCES, "Besproken bronnen");
		all.put(ReadModels.ATTACHMENTS, "Bijlagen");
		all.put(ReadModels.PROJECTS, "Projecten");
		all.put(ReadModels.REMARKS, "Opmerkingen bij projecten");
		all.put(ReadModels.QUESTIONS, "Vragen bij projecten");
		all.put(ReadModels.BARRIERS, "Belemmeringen");
		all.put(ReadModels.COMMUNITIES, "Communities");
		all.put(ReadModels.INSIGHTS, "Inzichten");
		all.put(ReadModels.REFLECTION_ROUNDS, "Reflecties");
		all.put(ReadModels.INVENTORIES, "Inventarisaties");
		all.put(ReadModels.INVENTORY_ANSWERS, "Antwoorden op inventarisaties");
		all.put(ReadModels.INDICATORS, "Indicatoren");
		all.put(ReadModels.MEASUREMENTS, "Metingen");
		all.put(ReadModels.LIBRARY_ITEMS, "Bibliotheek");
		all.put(ReadModels.TERMS, "Begrippen");
		all.put(ReadModels.BODIES, "Overlegorganen");
		all.put(ReadModels.MANDATES, "Mandaten");
		return all;
	}
}
