package nl.ontwikkelagenda.app.glossary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.cop.glossary.TermCommand.AgreeTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.ExplainTerm;
import nl.ontwikkelagenda.cop.glossary.TermCommand.RaiseTerm;
import nl.ontwikkelagenda.cop.glossary.TermId;
import nl.ontwikkelagenda.cop.glossary.TermStatus;
import nl.ontwikkelagenda.cop.glossary.TermView;
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

/** The glossary: the words of this product, and those that each partnership of the reader asked for, explained and agreed on. */
@Controller
@RequestMapping("/begrippen")
class GlossaryPage {

	private static final int MOST = 500;
	private static final int LINE = 200;
	private static final int TEXT = 4_000;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final Today today;

	GlossaryPage(Reading.Desk desk, Readers readers, Forms forms, Today today) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.today = today;
	}

	/** The words of one partnership, by alphabet. */
	public record Own(PartnershipView partnership, List<Line> terms) {
	}

	/** One of them, and what the reader may do with it. */
	public record Line(TermView term, boolean mayExplain, boolean mayAgree) {
	}

	@GetMapping
	ModelAndView show(@RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.anything(asOf);
		boolean now = !reading.moment().past();
		Set<PartnershipId> visible = readers.partnerships(ReadModels.TERMS);
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, visible).stream().map(Stored::document)
				.toList();
		Map<PartnershipId, List<TermView>> terms = reading.items(ReadModels.TERMS, List.of(), null, List.of(), 1, MOST, visible).stream().map(Stored::document)
				.collect(Collectors.groupingBy(TermView::partnershipId));
		Speech say = reading.speech(partnerships).meet(Stream.empty(),
				terms.values().stream().flatMap(List::stream).flatMap(term -> Stream.of(term.word(), term.explanation())));
		List<Own> own = partnerships.stream().filter(each -> terms.containsKey(each.partnershipId()))
				.map(each -> new Own(each, lines(Objects.requireNonNull(terms.get(each.partnershipId())), forms.powers(each.partnershipId()), now))).toList();
		return new ModelAndView("begrippen").addObject("house", HouseTerms.all()).addObject("own", own).addObject("say", say).addAllObjects(reading.moment().attributes())
				.addObject("sectors", Choice.all(Sector.class))
				.addObject("asking", partnerships.stream().filter(each -> now && forms.powers(each.partnershipId()).may(RaiseTerm.class))
						.map(each -> new Choice(each.partnershipId().toString(), each.name())).toList());
	}

	private static List<Line> lines(List<TermView> terms, Forms.Powers powers, boolean now) {
		return terms.stream().sorted(Comparator.comparing(TermView::word, String.CASE_INSENSITIVE_ORDER))
				.map(term -> new Line(term, now && powers.may(ExplainTerm.class), now && term.status() == TermStatus.EXPLAINED && powers.may(AgreeTerm.class))).toList();
	}

	/** Asks what a word means. */
	@PostMapping
	ModelAndView raise(@RequestParam MultiValueMap<String, String> typed) {
		TermId id = new TermId(Ids.next());
		return send(typed, "vraag", id,
				form -> new RaiseTerm(id, form.id("partnershipId", PartnershipId::new), form.line("word", LINE), form.choiceOrNone("sector", Sector.class), today.date()));
	}

	@PostMapping("/{id}/uitleg")
	ModelAndView explain(@PathVariable TermId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(typed, "uitleg-" + id, id, form -> new ExplainTerm(id, form.text("explanation", TEXT), today.date()));
	}

	@PostMapping("/{id}/afspraak")
	ModelAndView agree(@PathVariable TermId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(typed, "afspraak-" + id, id, form -> new AgreeTerm(id, today.date()));
	}

	private ModelAndView send(MultiValueMap<String, String> typed, String name, TermId id, Function<Form, Object> command) {
		return forms.send(forms.read(name, typed), command, "/begrippen#begrip-" + id, () -> show(null));
	}
}
