package nl.ontwikkelagenda.app.pages;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.StepKind;

import org.jspecify.annotations.Nullable;

/** On which page a document is shown, by itself or at what it is a part of. */
public final class Addresses {

	private static final Map<ReadModel<?, ?>, Function<Object, String>> OF = all();
	/** Pages of single resources of the API, by collection; what has none by itself is shown in its chain. */
	private static final Map<String, String> OF_COLLECTIONS = Map.ofEntries(Map.entry("actions", "/acties/"), Map.entry("meetings", "/bijeenkomsten/"),
			Map.entry("decisions", "/besluiten/"), Map.entry("tables", "/tafels/"), Map.entry("advice-notes", "/adviezen/"), Map.entry("themes", "/themas/"),
			Map.entry("communities", "/communities/"), Map.entry("reflection-rounds", "/reflecties/"), Map.entry("indicators", "/monitor/"), Map.entry("measurements", "/keten/"),
			Map.entry("partnerships", "/samenwerkingsverbanden/"));

	private Addresses() {
	}

	/** Path of the page; null when no page shows documents of this view. */
	public static <D> @Nullable String of(ReadModel<D, ?> view, D document) {
		Function<Object, String> address = OF.get(view);
		return address == null ? null : address.apply(requireNonNull(document));
	}

	/** Path of the page of a step of a chain: its own, or the one with its own chain. */
	public static String of(StepKind kind, Object id) {
		return switch (kind) {
			case AGENDA -> "/agendas/" + id;
			case PRIORITY_ROUND -> "/prioritering/" + id;
			case THEME -> "/themas/" + id;
			case TABLE -> "/tafels/" + id;
			case COMMUNITY -> "/communities/" + id;
			case MEETING -> "/bijeenkomsten/" + id;
			case DECISION -> "/besluiten/" + id;
			case ACTION -> "/acties/" + id;
			case INDICATOR -> "/monitor/" + id;
			case ADVICE_NOTE -> "/adviezen/" + id;
			case REFLECTION_ROUND -> "/reflecties/" + id;
			case INVENTORY -> "/inventarisaties/" + id;
			case PROJECT -> "/projecten/" + id;
			case BODY -> "/overleggen/" + id;
			case LIBRARY_ITEM -> "/bibliotheek/" + id;
			case IDEA, GUIDING_ANSWER, ITEM, BARRIER, GOAL, PROPOSAL, OUTCOME, INSIGHT, PROMISE, ANSWER, RESULT, MANDATE, SERIES, MEASUREMENT, REPORT ->
				"/keten/" + id;
		};
	}

	/**
	 * Path of the page of a resource of the API; null when none shows it.
	 *
	 * @param address relative to the base path of the API ({@code actions/…})
	 */
	public static @Nullable String ofResource(String address) {
		int slash = address.indexOf('/');
		String page = slash < 0 || address.indexOf('/', slash + 1) >= 0 ? null : OF_COLLECTIONS.get(address.substring(0, slash));
		return page == null ? null : page + address.substring(slash + 1);
	}

	private static Map<ReadModel<?, ?>, Function<Object, String>> all() {
		Map<ReadModel<?, ?>, Function<Object, String>> all = new HashMap<>();
		add(all, ReadModels.AGENDAS, view -> "/agendas/" + view.agendaId());
		add(all, ReadModels.COMMENTS, view -> "/agendas/" + view.agendaId() + "#opmerking-" + view.commentId());
		add(all, ReadModels.THEMES, view -> "/themas/" + view.themeId());
		add(all, ReadModels.IDEAS, view -> "/themas/" + view.themeId() + "#idee-" + view.ideaId());
		add(all, ReadModels.GUIDING_ANSWERS, view -> "/themas/" + view.themeId() + "#antwoord-" + view.guidingAnswerId());
		add(all, ReadModels.PRIORITY_ROUNDS, view -> "/prioritering/" + view.priorityRoundId());
		add(all, ReadModels.TABLES, view -> "/tafels/" + view.tableId());
		add(all, ReadModels.DECISIONS, view -> "/besluiten/" + view.decisionId());
		add(all, ReadModels.BODIES, view -> "/overleggen/" + view.bodyId());
		add(all, ReadModels.PARTNERSHIPS, view -> "/samenwerkingsverbanden/" + view.partnershipId());
		add(all, ReadModels.SEATS, view -> "/overleggen/" + view.bodyId());
		add(all, ReadModels.MEETINGS, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.ITEMS, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.GROUPS, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.SOURCES, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.OUTCOMES, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.MINUTES, view -> "/bijeenkomsten/" + view.meetingId());
		add(all, ReadModels.ACTIONS, view -> "/acties/" + view.actionId());
		add(all, ReadModels.CALLS, view -> "/acties/" + view.actionId());
		add(all, ReadModels.COMMUNITIES, view -> "/communities/" + view.communityId());
		add(all, ReadModels.INSIGHTS, view -> "/communities/" + view.communityId());
		add(all, ReadModels.INDICATORS, view -> "/monitor/" + view.indicatorId());
		add(all, ReadModels.MEASUREMENTS, view -> "/monitor/" + view.indicatorId());
		add(all, ReadModels.PROJECTS, view -> "/projecten/" + view.projectId());
		add(all, ReadModels.REMARKS, view -> "/projecten/" + view.projectId());
		add(all, ReadModels.QUESTIONS, view -> "/projecten/" + view.projectId());
		add(all, ReadModels.BARRIERS, view -> "/belemmeringen?partnershipId=" + view.partnershipId() + "#belemmering-" + view.barrierId());
		add(all, ReadModels.ATTACHMENTS, view -> view.attachedTo().equals(view.partnershipId().value())
				? "/samenwerkingsverbanden/" + view.partnershipId() + "/huisstijl"
				: "/bijeenkomsten/" + view.attachedTo() + "/stukken");
		add(all, ReadModels.TERMS, view -> "/begrippen#begrip-" + view.termId());
		add(all, ReadModels.MANDATES, view -> "/samenwerkingsverbanden/" + view.partnershipId() + "#mandaten");
		add(all, ReadModels.SERIES, view -> "/bijeenkomsten?partnershipId=" + view.partnershipId());
		add(all, ReadModels.ADVICE_NOTES, view -> "/adviezen/" + view.adviceNoteId());
		add(all, ReadModels.INVENTORIES, view -> "/inventarisaties/" + view.inventoryId());
		add(all, ReadModels.INVENTORY_ANSWERS, view -> "/inventarisaties/" + view.inventoryId());
		add(all, ReadModels.LIBRARY_ITEMS, view -> "/bibliotheek/" + view.knowledgeItemId());
		add(all, ReadModels.REFLECTION_ROUNDS, view -> "/reflecties/" + view.reflectionRoundId());
		return all;
	}

	private static <D> void add(Map<ReadModel<?, ?>, Function<Object, String>> all, ReadModel<D, ?> view, Function<D, String> address) {
		all.put(view, document -> address.apply(view.document().cast(document)));
	}
}
