package nl.ontwikkelagenda.app.pages;

import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

/** Where pages show what stands in the views. */
public final class Addresses {

	private static final String CHAIN = "/keten/";

	/** By view, what stands before the id. What has no page of its own is shown by where it came from and what came of it. */
	private static final Map<ReadModel<?, ?>, String> PAGES = Map.ofEntries(Map.entry(ReadModels.ACTIONS, "/acties/"), Map.entry(ReadModels.MEETINGS, "/bijeenkomsten/"),
			Map.entry(ReadModels.AGENDAS, "/agendas/"), Map.entry(ReadModels.THEMES, "/themas/"), Map.entry(ReadModels.TABLES, "/tafels/"),
			Map.entry(ReadModels.DECISIONS, "/besluiten/"), Map.entry(ReadModels.COMMUNITIES, "/communities/"), Map.entry(ReadModels.INDICATORS, "/monitor/"),
			Map.entry(ReadModels.OUTCOMES, CHAIN), Map.entry(ReadModels.IDEAS, CHAIN), Map.entry(ReadModels.PROJECTS, CHAIN), Map.entry(ReadModels.BARRIERS, CHAIN),
			Map.entry(ReadModels.ADVICE_NOTES, CHAIN), Map.entry(ReadModels.INVENTORIES, CHAIN), Map.entry(ReadModels.PRIORITY_ROUNDS, CHAIN));

	private Addresses() {
	}

	/** Path of the page that shows this document; empty when no page does. */
	public static Optional<String> of(ReadModel<?, ?> view, String id) {
		return Optional.ofNullable(PAGES.get(view)).map(before -> before + id);
	}
}
