package nl.ontwikkelagenda.app.board;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.BallotView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.ClosePriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.MoveDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.PlaceDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.WithdrawDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView.Compared;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A priority round on the phone of a participant, who places his dots with buttons, and on the screen in the room, where the results are. Whose dots are where is shown to nobody else. */
@Controller
@RequestMapping("/prioritering/{id}")
class PriorityRoundPage {

	private final Reading.Desk desk;
	private final Forms forms;
	private final Oneself oneself;

	PriorityRoundPage(Reading.Desk desk, Forms forms, Oneself oneself) {
		this.desk = desk;
		this.forms = forms;
		this.oneself = oneself;
	}

	/** A theme in two rounds. */
	public record Line(String title, Compared compared) {
	}

	@GetMapping
	ModelAndView show(@PathVariable PriorityRoundId id, @RequestParam(required = false) @Nullable LocalDate asOf,
			@RequestParam(name = "met", required = false) @Nullable PriorityRoundId with) {
		Reading reading = desk.about(ReadModels.PRIORITY_ROUNDS, id, asOf);
		RoundFacts facts = RoundFacts.of(id, oneself.ids(), reading);
		Powers powers = forms.powers(facts.round().partnershipId());
		boolean open = !reading.moment().past() && facts.isOpen();
		boolean forOthers = open && powers.mayForOthers(PlaceDots.class);
		return new ModelAndView("prioritering").addObject("facts", facts).addObject("say", facts.say()).addObject("mayPlace", open && powers.may(PlaceDots.class))
				.addObject("mayClose", open && powers.may(ClosePriorityRound.class)).addObject("participants", forOthers ? participants(facts.round(), reading) : Map.of())
				.addObject("other", with).addObject("comparison", with == null ? List.of() : comparison(facts, with, reading)).addAllObjects(reading.moment().attributes());
	}

	/** The results alone, large. */
	@WithoutAsOf("De stand op het scherm is die van nu; kijk terug op de pagina van de ronde.")
	@GetMapping("/uitslag")
	ModelAndView results(@PathVariable PriorityRoundId id) {
		RoundFacts facts = RoundFacts.of(id, oneself.ids(), desk.about(ReadModels.PRIORITY_ROUNDS, id, null));
		return new ModelAndView("prioritering-uitslag").addObject("facts", facts).addObject("say", facts.say());
	}

	@PostMapping("/stippen")
	ModelAndView place(@PathVariable PriorityRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "stippen", typed, anchor(typed), form -> new PlaceDots(id, oneself(id), form.id("themeId", ThemeId::new), 1));
	}

	@PostMapping("/stippen/weg")
	ModelAndView withdraw(@PathVariable PriorityRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "stippen", typed, anchor(typed), form -> new WithdrawDots(id, oneself(id), form.id("themeId", ThemeId::new)));
	}

	@PostMapping("/verplaatsen")
	ModelAndView move(@PathVariable PriorityRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "verplaatsen", typed, "#stippen", form -> new MoveDots(id, oneself(id), form.id("from", ThemeId::new), form.id("to", ThemeId::new), 1));
	}

	/** For someone in the room who has no account. */
	@PostMapping("/stippen/namens")
	ModelAndView placeFor(@PathVariable PriorityRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "namens", typed, "#namens",
				form -> new PlaceDots(id, form.id("personId", PersonId::new), form.id("themeId", ThemeId::new), form.number("dots")));
	}

	@PostMapping("/sluiting")
	ModelAndView close(@PathVariable PriorityRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "sluiting", typed, "#uitslag", form -> new ClosePriorityRound(id, form.dayOrToday("closedOn")));
	}

	private ModelAndView send(PriorityRoundId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/prioritering/" + id + anchor, () -> show(id, null, null));
	}

	/** The theme that was tapped, so that the reader stays where he was; only what looks like an id goes into an address. */
	private static String anchor(MultiValueMap<String, String> typed) {
		String theme = String.valueOf(typed.getFirst("themeId"));
		return theme.matches("[0-9a-f-]{36}") ? "#thema-" + theme : "#stippen";
	}

	private PersonId oneself(PriorityRoundId id) {
		return RoundFacts.ballot(id, oneself.ids(), desk.about(ReadModels.PRIORITY_ROUNDS, id, null)).map(BallotView::personId).orElseGet(oneself::id);
	}

	private static Map<PersonId, String> participants(PriorityRoundView round, Reading reading) {
		List<PersonId> all = List.copyOf(RoundFacts.participants(round, reading));
		Speech say = reading.speech(List.of()).meet(all.stream(), Stream.of());
		Map<PersonId, String> named = new LinkedHashMap<>();
		all.stream().sorted((one, other) -> say.who(one, null).compareToIgnoreCase(say.who(other, null))).forEach(person -> named.put(person, say.who(person, null)));
		return named;
	}

	private List<Line> comparison(RoundFacts facts, PriorityRoundId with, Reading reading) {
		desk.about(ReadModels.PRIORITY_ROUNDS, with, null);
		List<Compared> compared = facts.round().comparedWith(reading.one(ReadModels.PRIORITY_ROUNDS, with)).themes();
		Map<String, ThemeView> themes = reading.byId(ReadModels.THEMES, compared.stream().map(Compared::themeId).toList());
		return compared.stream()
				.flatMap(each -> Stream.ofNullable(themes.get(each.themeId().toString())).map(theme -> new Line(facts.say().words(theme.title()), each))).toList();
	}
}
