package nl.ontwikkelagenda.app.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemStatus;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * An item of the library with where it is used.
 *
 * @param places     where it is used, by id
 * @param superseder what took its place; null while it stands
 * @param superseded what it took the place of
 */
record LibraryFacts(KnowledgeItemView item, PartnershipView partnership, Map<String, Place> places, @Nullable KnowledgeItemView superseder, List<KnowledgeItemView> superseded,
		Speech say) {

	private static final int MOST = 200;

	/** Where an item is used. */
	record Place(String kind, String title, String address) {
	}

	static LibraryFacts of(KnowledgeItemId id, Reading reading) {
		KnowledgeItemView item = reading.one(ReadModels.LIBRARY_ITEMS, id);
		PartnershipView partnership = reading.partnership(item.partnershipId());
		Map<String, Place> places = places(item.usedIn(), reading);
		KnowledgeItemView superseder = reading.find(ReadModels.LIBRARY_ITEMS, item.supersededBy()).orElse(null);
		Stream<@Nullable String> texts = Stream.concat(Stream.of(item.title(), item.authors(), item.supersededBecause()),
				Stream.concat(item.uses().stream().map(KnowledgeItemView.Use::remark), places.values().stream().map(Place::title)));
		return new LibraryFacts(item, partnership, places, superseder, reading.all(ReadModels.LIBRARY_ITEMS, new Is("supersededBy", id.toString())),
				reading.speech(List.of(partnership)).meet(Stream.of(), texts));
	}

	private static Map<String, Place> places(List<UUID> ids, Reading reading) {
		Map<String, Place> places = new LinkedHashMap<>();
		reading.byId(ReadModels.THEMES, ids).forEach((id, theme) -> places.put(id, new Place("Thema", theme.title(), "/themas/" + id)));
		reading.byId(ReadModels.TABLES, ids).forEach((id, table) -> places.put(id, new Place("Tafel", table.title(), "/tafels/" + id)));
		reading.byId(ReadModels.COMMUNITIES, ids).forEach((id, community) -> places.put(id, new Place("Community", community.title(), "/communities/" + id)));
		return places;
	}

	/** Where it could be used as well, by kind. */
	static List<Group> usable(KnowledgeItemView item, Reading reading) {
		Condition there = new Is("partnershipId", item.partnershipId().toString());
		List<Group> groups = new ArrayList<>();
		group(groups, "Thema’s", reading.first(MOST, ReadModels.THEMES, "title", there).stream().map(theme -> new Choice(theme.themeId().toString(), theme.title())), item);
		group(groups, "Tafels", reading.first(MOST, ReadModels.TABLES, "title", there).stream().map(table -> new Choice(table.tableId().toString(), table.title())), item);
		group(groups, "Communities",
				reading.first(MOST, ReadModels.COMMUNITIES, "title", there).stream().map(community -> new Choice(community.communityId().toString(), community.title())), item);
		return groups;
	}

	private static void group(List<Group> groups, String label, Stream<Choice> all, KnowledgeItemView item) {
		List<Choice> free = all.filter(choice -> item.usedIn().stream().noneMatch(used -> used.toString().equals(choice.value()))).toList();
		if (!free.isEmpty()) {
			groups.add(new Group(label, free));
		}
	}

	/** What can take its place: other items of the partnership that stand. */
	static List<Choice> others(KnowledgeItemView item, Reading reading) {
		PartnershipId partnership = item.partnershipId();
		return reading.first(MOST, ReadModels.LIBRARY_ITEMS, "title", new Is("partnershipId", partnership.toString())).stream()
				.filter(other -> other.status() != KnowledgeItemStatus.SUPERSEDED && !other.knowledgeItemId().equals(item.knowledgeItemId()))
				.map(other -> new Choice(other.knowledgeItemId().toString(), described(other))).toList();
	}

	/** Its title with the year, so that editions can be told apart. */
	static String described(KnowledgeItemView item) {
		return item.year() == null ? item.title() : item.title() + " (" + item.year() + ")";
	}

	/** As it is cited: who wrote it, when and where it appeared. */
	static String cited(KnowledgeItemView item) {
		String year = item.year() == null ? null : item.year().toString();
		return String.join(", ", Stream.of(item.authors(), year, item.publisher(), item.region() == null ? null : "regio " + item.region()).filter(part -> part != null).toList());
	}

	/** As it is cited: who wrote it, when and where it appeared. */
	public String citation() {
		return cited(item);
	}
}
