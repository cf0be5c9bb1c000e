package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CorrectAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.ExtendInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.GiveAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.NoteNonResponse;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.OpenInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.SheetAnswer;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Inventories: the list, the form that puts a question to organisations, and one of them with what they answered and the total. */
@Controller
@RequestMapping("/inventarisaties")
class InventoryPage {

	private static final String ADDRESS = "/inventarisaties/";
	/** Stands in the form in which somebody answers for his own organisation, and not in the one for others. */
	private static final String OWN = "eigen";
	private static final int MOST = 200;
	private static final int TEXT = 1_000;
	private static final int UNIT = 50;

	/** What is said after something was done, by the name of the form. */
	private static final Map<String, String> DONE = Map.of("antwoord", "Het antwoord is vastgelegd.", "ander", "Het antwoord is vastgelegd.", "correctie",
			"Het antwoord is verbeterd.", "ander-correctie", "Het antwoord is verbeterd.", "geen-antwoord",
			"Vastgelegd dat er geen antwoord komt.", "verlengen", "Er kan langer worden geantwoord.", "sluiten", "De inventarisatie is gesloten; het totaal staat vast.");

	private final Reading.Desk desk;
	private final Readers readers;
	private final People people;
	private final Comparisons comparisons;
	private final Forms forms;

	InventoryPage(Reading.Desk desk, Readers readers, People people, Comparisons comparisons, Forms forms) {
		this.desk = desk;
		this.readers = readers;
		this.people = people;
		this.comparisons = comparisons;
		this.forms = forms;
	}

	/**
	 * What the reader may do about it.
	 *
	 * @param own  the organisation that he works for, when it was asked and he may answer for it
	 * @param keep whether he keeps the answers of all
	 */
	public record Offers(InventoryFacts.@Nullable Row own, boolean keep) {

		static Offers of(InventoryFacts facts, Powers powers, @Nullable OrganisationId organisation, boolean past) {
			boolean open = facts.isOpen() && !past;
			return new Offers(open && powers.may(GiveAnswer.class) ? facts.of(organisation) : null, open && powers.mayForOthers(GiveAnswer.class));
		}
	}

	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		if (partnershipId != null) {
			readers.check(ReadModels.INVENTORIES, partnershipId);
		}
		Reading reading = desk.anything(asOf);
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		List<Condition> within = partnershipId == null ? List.of() : List.of(new Is("partnershipId", partnershipId.toString()));
		List<InventoryView> all = reading.items(ReadModels.INVENTORIES, within, null, List.of("-openedOn"), 1, MOST, readers.partnerships(ReadModels.INVENTORIES)).stream()
				.map(Stored::document).toList();
		return new ModelAndView("inventarisaties").addObject("open", all.stream().filter(each -> each.status() == InventoryStatus.OPEN).toList())
				.addObject("closed", all.stream().filter(each -> each.status() == InventoryStatus.CLOSED).toList()).addObject("partnershipId", partnershipId)
				.addObject("asking", partnerships.stream().filter(each -> !reading.moment().past() && forms.powers(each.partnershipId()).may(OpenInventory.class)).toList())
				.addObject("hidden", partnershipId == null ? Map.of() : Map.of("partnershipId", partnershipId))
				.addObject("say", reading.speech(partnerships).meet(Stream.of(), all.stream().map(InventoryView::question))).addAllObjects(reading.moment().attributes());
	}

	/** @param actionId the action that it will be part of */
	@GetMapping("/nieuw")
	@WithoutAsOf("Een nieuwe inventarisatie begint nu; laat asOf weg.")
	ModelAndView begin(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable ActionId actionId) {
		readers.check(ReadModels.INVENTORIES, partnershipId);
		if (!forms.powers(partnershipId).may(OpenInventory.class)) {
			throw new NotFound();
		}
		Reading reading = desk.anything(null);
		PartnershipView partnership = reading.partnership(partnershipId);
		Is there = new Is("partnershipId", partnershipId.toString());
		return new ModelAndView("inventarisatie-nieuw").addObject("partnership", partnership).addObject("actionId", actionId)
				.addObject("organisations", partnership.organisations().stream().filter(one -> one.leftOn() == null).toList())
				.addObject("actions", reading.first(MOST, ReadModels.ACTIONS, "title", there, new Is("status", "OPEN")).stream()
						.map(action -> new Choice(action.actionId().toString(), people.withNames(action.title()))).toList())
				.addObject("themes", reading.first(MOST, ReadModels.THEMES, "title", there).stream()
						.map(theme -> new Choice(theme.themeId().toString(), people.withNames(theme.title()))).toList())
				.addAllObjects(reading.moment().attributes());
	}

	@PostMapping
	ModelAndView open(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		InventoryId id = new InventoryId(Ids.next());
		return forms.send(forms.read("vraag", typed), form -> {
			LocalDate opened = form.dayOrToday("openedOn");
			return new OpenInventory(id, partnershipId, form.idOrNone("actionId", ActionId::new), form.idOrNone("themeId", ThemeId::new), form.text("question", TEXT),
					form.line("unit", UNIT), form.ids("organisations", OrganisationId::new), opened, lastDay(form, opened));
		}, ADDRESS + id, () -> begin(partnershipId, null));
	}

	private static LocalDate lastDay(Form form, LocalDate otherwise) {
		LocalDate day = form.dayOrNone("closesOn");
		if (day == null) {
			form.wrong("closesOn", "Kies tot en met welke dag men kan antwoorden.");
		}
		return day == null ? otherwise : day;
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable InventoryId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since,
			@RequestParam(required = false) @Nullable String gedaan) {
		Reading reading = desk.about(ReadModels.INVENTORIES, id, asOf);
		InventoryFacts facts = InventoryFacts.of(id, reading);
		Powers powers = forms.powers(facts.partnership().partnershipId());
		OrganisationId own = people.organisationOf(Caller.required().personId()).orElse(null);
		return new ModelAndView("inventarisatie").addObject("facts", facts).addObject("say", facts.say())
				.addObject("offers", Offers.of(facts, powers, own, reading.moment().past())).addObject("done", gedaan == null ? null : DONE.get(gedaan))
				.addAllObjects(reading.moment().attributes()).addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(ReadModels.INVENTORIES, id.toString(), since, reading.asOf(), reading.moment().onDay()));
	}

	/** As over the API, for who is logged in here. */
	@GetMapping("/{id}/bestand")
	ResponseEntity<SheetFile<InventoryLine>> file(@PathVariable InventoryId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam String format) {
		Reading reading = desk.about(ReadModels.INVENTORIES, id, asOf);
		InventoryView inventory = reading.one(ReadModels.INVENTORIES, id);
		return SheetAnswer.as(format, SheetFile.of(InventoryLine.SHEET, InventoryLine.of(inventory,
				reading.all(ReadModels.INVENTORY_ANSWERS, new Is("inventoryId", id.toString())), reading.partnership(inventory.partnershipId()))));
	}

	@PostMapping("/{id}/antwoorden")
	ModelAndView answer(@PathVariable InventoryId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed.containsKey(OWN) ? "antwoord" : "ander", typed, form -> {
			OrganisationId organisation = form.id("organisationId", OrganisationId::new);
			return new GiveAnswer(id, organisation, whoFor(organisation), form.decimal("amount"), form.textOrNone("remark", TEXT), form.dayOrToday("answeredOn"));
		});
	}

	@PostMapping("/{id}/correcties")
	ModelAndView correct(@PathVariable InventoryId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, typed.containsKey(OWN) ? "correctie" : "ander-correctie", typed, form -> {
			OrganisationId organisation = form.id("organisationId", OrganisationId::new);
			return new CorrectAnswer(id, organisation, whoFor(organisation), form.decimal("amount"), form.textOrNone("remark", TEXT), form.text("reason", TEXT),
					form.dayOrToday("correctedOn"));
		});
	}

	/** The reader himself where he works there; otherwise it is not known who said it. */
	private @Nullable PersonId whoFor(OrganisationId organisation) {
		PersonId reader = Caller.required().personId();
		return people.organisationOf(reader).filter(organisation::equals).isPresent() ? reader : null;
	}

	@PostMapping("/{id}/geen-antwoord")
	ModelAndView noteNonResponse(@PathVariable InventoryId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "geen-antwoord", typed,
				form -> new NoteNonResponse(id, form.id("organisationId", OrganisationId::new), form.text("reason", TEXT), form.dayOrToday("notedOn")));
	}

	@PostMapping("/{id}/verlenging")
	ModelAndView extend(@PathVariable InventoryId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "verlengen", typed, form -> {
			LocalDate extended = form.dayOrToday("extendedOn");
			return new ExtendInventory(id, lastDay(form, extended), form.text("reason", TEXT), extended);
		});
	}

	@PostMapping("/{id}/sluiting")
	ModelAndView close(@PathVariable InventoryId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "sluiten", typed, form -> new CloseInventory(id, form.dayOrToday("closedOn")));
	}

	private ModelAndView send(InventoryId id, String name, MultiValueMap<String, String> typed, Function<Form, InventoryCommand> command) {
		readers.check(ReadModels.INVENTORIES, id.toString());
		return forms.send(forms.read(name, typed), command, ADDRESS + id + "?gedaan=" + name, () -> show(id, null, null, null));
	}
}
