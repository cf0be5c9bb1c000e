package nl.ontwikkelagenda.app.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Addresses;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.search.Search;
import nl.ontwikkelagenda.reporting.search.SearchHit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Looks for words in everything that somebody may see; what was found stands together with others of its kind, the kind with the best answer first. */
@Controller
class SearchPage {

	private static final int PAGE = 50;
	private static final int MOST = 100;
	private static final int LONGEST = 200;

	private final Search search;
	private final Reading.Desk desk;
	private final Readers readers;
	private final Names names;
	private final Forms forms;

	SearchPage(Search search, Reading.Desk desk, Readers readers, Names names, Forms forms) {
		this.search = search;
		this.desk = desk;
		this.readers = readers;
		this.names = names;
		this.forms = forms;
	}

	/** What is looked for; words are absent while nothing was asked. */
	public record Asked(@Nullable String q, @Nullable String kind, @Nullable PartnershipId partnershipId, @Nullable LocalDate asOf, int page) {

		/** @throws InvalidInput naming every field that is wrong */
		static Asked read(Form form) {
			String words = FreeText.wordsOf(form.lineOrNone("q", LONGEST));
			String kind = form.typed("soort").isBlank() ? null : form.typed("soort");
			if (kind != null && Kinds.view(kind).isEmpty()) {
				form.wrong("soort", "Kies een van de soorten.");
			}
			Asked asked = new Asked(words, kind, form.idOrNone("partnershipId", PartnershipId::new), form.dayOrNone("asOf"),
					Objects.requireNonNullElse(form.numberOrNone("page"), 1));
			form.mustBeRight();
			return asked;
		}
	}

	/**
	 * Something that was found.
	 *
	 * @param address of the page that shows it; null when there is none
	 * @param excerpt the words in their context; null when the title says it all
	 */
	public record Found(@Nullable String address, String title, @Nullable String excerpt) {
	}

	/**
	 * What was found of one kind.
	 *
	 * @param kind that can be looked for alone; null when it cannot
	 */
	public record Group(@Nullable String kind, String name, List<Found> found) {
	}

	@GetMapping("/zoeken")
	ModelAndView find(@RequestParam MultiValueMap<String, String> typed) {
		Asked asked = Asked.read(forms.read("zoeken", typed));
		if (asked.partnershipId() != null) {
			readers.check(ReadModels.PARTNERSHIPS, asked.partnershipId());
		}
		Reading reading = desk.anything(asked.asOf());
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		Search.Found found = asked.q() == null ? new Search.Found(List.of(), 0, false) : find(asked, asked.q(), reading);
		Speech say = reading.speech(partnerships).meet(Stream.of(), found.hits().stream().flatMap(hit -> Stream.of(hit.title(), hit.excerpt())));
		List<PartnershipView> among = partnerships.stream().filter(one -> asked.partnershipId() == null || one.partnershipId().equals(asked.partnershipId())).toList();
		List<Group> named = asked.q() == null || asked.kind() != null || asked.page() > 1 ? List.of() : names.find(asked.q(), among, reading);
		return new ModelAndView("zoeken").addObject("asked", asked)
				.addObject("groups", Stream.concat(named.stream(), groups(found.hits(), say, reading).stream()).toList())
				.addObject("total", found.total() + named.stream().mapToInt(group -> group.found().size()).sum())
				.addObject("more", found.total() > (long) asked.page() * PAGE).addObject("notAll", found.more()).addObject("kinds", Kinds.names())
				.addObject("partnerships", partnerships).addObject("say", say)
				.addAllObjects(reading.moment().attributes());
	}

	private Search.Found find(Asked asked, String words, Reading reading) {
		Set<String> kinds = asked.kind() == null ? Set.copyOf(Search.kinds()) : Set.of(asked.kind());
		return search.find(words, kinds, view -> {
			Set<PartnershipId> visible = new HashSet<>(readers.partnerships(view));
			if (asked.partnershipId() != null) {
				visible.retainAll(Set.of(asked.partnershipId()));
			}
			return visible;
		}, asked.page(), PAGE, reading.asOf());
	}

	private static List<Group> groups(List<SearchHit> hits, Speech say, Reading reading) {
		Map<String, List<SearchHit>> byKind = hits.stream().collect(Collectors.groupingBy(SearchHit::kind, LinkedHashMap::new, Collectors.toList()));
		List<Group> groups = new ArrayList<>();
		byKind.forEach((kind, ofKind) -> {
			Map<String, String> addresses = Kinds.view(kind).map(view -> addresses(view, ofKind, reading)).orElse(Map.of());
			List<Found> found = ofKind.stream().map(hit -> new Found(addresses.get(hit.id()), say.words(hit.title()), context(say.words(hit.title()), say.words(hit.excerpt()))))
					.toList();
			groups.add(new Group(kind, Kinds.names().getOrDefault(kind, kind), found));
		});
		return List.copyOf(groups);
	}

	/** What the excerpt says beside the title that it may begin with. */
	private static @Nullable String context(String title, String excerpt) {
		String rest = excerpt.startsWith(title) ? excerpt.substring(title.length()).strip() : excerpt;
		return rest.isEmpty() ? null : rest;
	}

	/** Where each of them is shown, by its id. */
	private static <D> Map<String, String> addresses(ReadModel<D, ?> view, List<SearchHit> hits, Reading reading) {
		Map<String, String> addresses = new HashMap<>();
		reading.byId(view, hits.stream().map(SearchHit::id).toList()).forEach((id, document) -> {
			String address = Addresses.of(view, document);
			if (address != null) {
				addresses.put(id, address);
			}
		});
		return addresses;
	}
}
