package nl.ontwikkelagenda.app.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.CatalogueItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.ConsultItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.NotePublication;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.SupersedeItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.UseItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemKind;
import nl.ontwikkelagenda.cop.library.KnowledgeItemStatus;
import nl.ontwikkelagenda.cop.library.KnowledgeItemView;
import nl.ontwikkelagenda.cop.library.Publication;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The library: looked through by kind and by words, an item with where it is used, and the forms in which items are entered and kept. */
@Controller
@RequestMapping("/bibliotheek")
class LibraryPage {

	private static final String ADDRESS = "/bibliotheek/";
	private static final int PAGE = 25;
	private static final int MOST = 200;
	private static final int LINE = 200;
	private static final int TITLE = 500;
	private static final int WEB_ADDRESS = 2_000;
	private static final int REMARK = 1_000;
	private static final int FIRST_YEAR = 1450;
	private static final int LAST_YEAR = 9999;

	/** What is said after something was done, by the name of the form. */
	private static final Map<String, String> DONE = Map.of("verschenen", "Vastgelegd dat de bron is verschenen.", "geraadpleegd", "Vastgelegd wanneer de bron is gelezen.",
			"gebruik",
			"Vastgelegd waar de bron wordt gebruikt.", "vervangen", "Vastgelegd welke bron deze vervangt.", "bron", "De bron staat in de bibliotheek.");

	private final Reading.Desk desk;
	private final Readers readers;
	private final Comparisons comparisons;
	private final Forms forms;

	LibraryPage(Reading.Desk desk, Readers readers, Comparisons comparisons, Forms forms) {
		this.desk = desk;
		this.readers = readers;
		this.comparisons = comparisons;
		this.forms = forms;
	}

	/** What is asked of the library; null where it does not matter. */
	public record Asked(@Nullable PartnershipId partnershipId, @Nullable KnowledgeItemKind kind, @Nullable KnowledgeItemStatus status, @Nullable String q, @Nullable LocalDate asOf,
			int page) {

		static final Asked EVERYTHING = new Asked(null, null, null, null, null, 1);

		static Asked read(Form form) {
			FreeText words = form.lineOrNone("q", LINE);
			Asked asked = new Asked(form.idOrNone("partnershipId", PartnershipId::new), form.choiceOrNone("kind", KnowledgeItemKind.class),
					form.choiceOrNone("status", KnowledgeItemStatus.class), FreeText.wordsOf(words), form.dayOrNone("asOf"),
					Objects.requireNonNullElse(form.numberOrNone("page"), 1));
			form.mustBeRight();
			return asked;
		}

		List<Condition> conditions() {
			List<Condition> all = new ArrayList<>();
			fields().forEach((field, value) -> all.add(new Is(field, value)));
			return all;
		}

		private Map<String, String> fields() {
			Map<String, String> fields = new LinkedHashMap<>();
			if (partnershipId != null) {
				fields.put("partnershipId", partnershipId.toString());
			}
			if (kind != null) {
				fields.put("kind", kind.name());
			}
			if (status != null) {
				fields.put("status", status.name());
			}
			return fields;
		}

		/** The same question as parts of an address, without which page of the answer. */
		public Map<String, String> parameters() {
			Map<String, String> all = new LinkedHashMap<>(fields());
			if (q != null) {
				all.put("q", q);
			}
			if (asOf != null) {
				all.put("asOf", asOf.toString());
			}
			return all;
		}
	}

	/** What the reader may do with an item. */
	public record Offers(boolean publish, boolean consult, boolean use, boolean supersede) {

		static Offers of(KnowledgeItemView item, Powers powers, boolean past) {
			boolean published = !past && item.status() == KnowledgeItemStatus.PUBLISHED;
			return new Offers(!past && item.status() == KnowledgeItemStatus.ANNOUNCED && powers.may(NotePublication.class), published && powers.may(ConsultItem.class),
					published && powers.may(UseItem.class), !past && item.status() != KnowledgeItemStatus.SUPERSEDED && powers.may(SupersedeItem.class));
		}
	}

	@GetMapping
	ModelAndView list(@RequestParam MultiValueMap<String, String> typed) {
		return list(Asked.read(forms.read("filter", typed)));
	}

	private ModelAndView list(Asked asked) {
		if (asked.partnershipId() != null) {
			readers.check(ReadModels.LIBRARY_ITEMS, asked.partnershipId());
		}
		Reading reading = desk.anything(asked.asOf());
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		Page<KnowledgeItemView> found = reading.page(ReadModels.LIBRARY_ITEMS, asked.conditions(), asked.q(), List.of("title"), asked.page(), PAGE,
				readers.partnerships(ReadModels.LIBRARY_ITEMS));
		List<KnowledgeItemView> items = found.items().stream().map(Stored::document).toList();
		List<PartnershipView> entering = reading.moment().past()
				? List.of()
				: partnerships.stream().filter(each -> forms.powers(each.partnershipId()).may(CatalogueItem.class)).toList();
		return new ModelAndView("bibliotheek").addObject("asked", asked).addObject("items", items).addObject("total", found.total())
				.addObject("more", found.total() > (long) asked.page() * PAGE).addObject("partnerships", partnerships)
				.addObject("cited", items.stream().collect(Collectors.toMap(KnowledgeItemView::knowledgeItemId, LibraryFacts::cited)))
				.addObject("kinds", Choice.all(KnowledgeItemKind.class)).addObject("statuses", Choice.all(KnowledgeItemStatus.class))
				.addObject("entering", entering.stream().map(each -> new Choice(each.partnershipId().toString(), each.name())).toList())
				.addObject("say", reading.speech(partnerships).meet(Stream.of(), items.stream().map(KnowledgeItemView::title))).addAllObjects(reading.moment().attributes());
	}

	@PostMapping
	ModelAndView catalogue(@RequestParam MultiValueMap<String, String> typed) {
		KnowledgeItemId id = new KnowledgeItemId(Ids.next());
		return forms.send(forms.read("bron", typed),
				form -> new CatalogueItem(id, form.id("partnershipId", PartnershipId::new), form.choice("kind", KnowledgeItemKind.class), form.line("title", TITLE),
						form.lineOrNone("authors", TITLE), form.lineOrNone("region", LINE), publication(form), form.lineOrNone("expected", LINE), consulted(form),
						form.dayOrToday("cataloguedOn")),
				ADDRESS + id + "?gedaan=bron", () -> list(Asked.EVERYTHING));
	}

	private static @Nullable LocalDate consulted(Form form) {
		return form.has("consultedOn") ? form.dayOrToday("consultedOn") : null;
	}

	private static Publication publication(Form form) {
		Integer year = form.numberOrNone("year");
		if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
			form.wrong("year", "Geef een jaar van " + FIRST_YEAR + " tot en met " + LAST_YEAR + ".");
		}
		return new Publication(year, form.lineOrNone("publisher", LINE), form.lineOrNone("address", WEB_ADDRESS));
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable KnowledgeItemId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since,
			@RequestParam(required = false) @Nullable String gedaan) {
		Reading reading = desk.about(ReadModels.LIBRARY_ITEMS, id, asOf);
		LibraryFacts facts = LibraryFacts.of(id, reading);
		Offers offers = Offers.of(facts.item(), forms.powers(facts.partnership().partnershipId()), reading.moment().past());
		return new ModelAndView("bron").addObject("facts", facts).addObject("say", facts.say()).addObject("offers", offers)
				.addObject("usable", offers.use() ? LibraryFacts.usable(facts.item(), reading) : List.of())
				.addObject("others", offers.supersede() ? LibraryFacts.others(facts.item(), reading) : List.of()).addObject("done", gedaan == null ? null : DONE.get(gedaan))
				.addAllObjects(reading.moment().attributes()).addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(ReadModels.LIBRARY_ITEMS, id.toString(), since, reading.asOf(), reading.moment().onDay()));
	}

	@PostMapping("/{id}/verschijning")
	ModelAndView publish(@PathVariable KnowledgeItemId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "verschenen", typed, form -> new NotePublication(id, publication(form), form.dayOrToday("notedOn")));
	}

	@PostMapping("/{id}/raadplegingen")
	ModelAndView consult(@PathVariable KnowledgeItemId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "geraadpleegd", typed, form -> new ConsultItem(id, form.lineOrNone("address", WEB_ADDRESS), form.dayOrToday("consultedOn")));
	}

	@PostMapping("/{id}/gebruik")
	ModelAndView use(@PathVariable KnowledgeItemId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "gebruik", typed,
				form -> new UseItem(id, form.id("usedIn", Function.<UUID>identity()), form.textOrNone("remark", REMARK), form.dayOrToday("usedOn")));
	}

	@PostMapping("/{id}/vervanging")
	ModelAndView supersede(@PathVariable KnowledgeItemId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "vervangen", typed,
				form -> new SupersedeItem(id, form.id("supersededBy", KnowledgeItemId::new), form.textOrNone("reason", REMARK), form.dayOrToday("supersededOn")));
	}

	private ModelAndView send(KnowledgeItemId id, String name, MultiValueMap<String, String> typed, Function<Form, KnowledgeItemCommand> command) {
		readers.check(ReadModels.LIBRARY_ITEMS, id.toString());
		return forms.send(forms.read(name, typed), command, ADDRESS + id + "?gedaan=" + name, () -> show(id, null, null, null));
	}
}
