package nl.ontwikkelagenda.app.board;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.table.TableCommand.OpenTable;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.FundingSource;
import nl.ontwikkelagenda.agenda.theme.GuidingAnswerId;
import nl.ontwikkelagenda.agenda.theme.GuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.IdeaPart;
import nl.ontwikkelagenda.agenda.theme.SchoolYear;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.AnswerGuidingQuestion;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.ContributeIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.CorrectFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DescribeTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.DiscloseFunding;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.MergeIdeas;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.RetireTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitIdea;
import nl.ontwikkelagenda.agenda.theme.ThemeCommand.SplitTheme;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.agenda.theme.ThemePart;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
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

/** One theme: what is asked and answered, which ideas there are, what is being done about it, and what can be done here. */
@Controller
@RequestMapping("/themas/{id}")
class ThemePage {

	private static final int TITLE = 200;
	private static final int WORDS = 4_000;
	private static final SchoolYear ANY_YEAR = new SchoolYear("2000-2001");

	private static final int MOST_BODIES = 100;

	private final Reading.Desk desk;
	private final Comparisons comparisons;
	private final Forms forms;
	private final Today today;

	ThemePage(Reading.Desk desk, Comparisons comparisons, Forms forms, Today today) {
		this.desk = desk;
		this.comparisons = comparisons;
		this.forms = forms;
		this.today = today;
	}

	/**
	 * What the reader may do here.
	 *
	 * @param take   contribute ideas and answer questions
	 * @param tend   describe, merge, split and close
	 * @param fund   make money known, also of a theme that has ended
	 */
	public record Offers(boolean take, boolean tend, boolean fund) {

		static Offers of(ThemeFacts facts, Powers powers, boolean past) {
			boolean open = !past && facts.theme().status() == ThemeStatus.OPEN;
			return new Offers(open && powers.may(ContributeIdea.class), open && powers.may(DescribeTheme.class), !past && powers.may(DiscloseFunding.class));
		}
	}

	@GetMapping
	ModelAndView show(@PathVariable ThemeId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable LocalDate since) {
		Reading reading = desk.about(ReadModels.THEMES, id, asOf);
		ThemeFacts facts = ThemeFacts.of(id, reading);
		Offers offers = Offers.of(facts, forms.powers(facts.partnership().partnershipId()), reading.moment().past());
		return new ModelAndView("thema").addObject("facts", facts).addObject("say", facts.say()).addObject("bodies", offers.tend() ? bodies(facts, reading) : List.of())
				.addObject("offers", offers).addAllObjects(reading.moment().attributes())
				.addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(new Subject(Subject.Kind.THEME, id.value()), since, reading.asOf(), reading.moment().onDay()));
	}

	/** Where a table can sit. */
	private static List<Choice> bodies(ThemeFacts facts, Reading reading) {
		return reading.first(MOST_BODIES, ReadModels.BODIES, "name", new Is("partnershipId", facts.theme().partnershipId().toString()), new Is("kind", BodyKind.TABLE.name()),
				new Is("status", BodyView.Status.ESTABLISHED.name())).stream().map(body -> new Choice(body.bodyId().toString(), body.name())).toList();
	}

	/** A table that works at the theme. */
	@PostMapping("/tafels")
	ModelAndView open(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		PartnershipId partnership = desk.about(ReadModels.THEMES, id, null).one(ReadModels.THEMES, id).partnershipId();
		TableId table = new TableId(Ids.next());
		return forms.send(forms.read("tafel", typed),
				form -> new OpenTable(table, partnership, form.id("bodyId", BodyId::new), id, form.line("title", TITLE), form.dayOrToday("openedOn")), "/tafels/" + table,
				() -> show(id, null, null));
	}

	@PostMapping("/ideeen")
	ModelAndView contribute(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		IdeaId idea = new IdeaId(Ids.next());
		return send(id, "idee", typed, "#idee-" + idea, form -> new ContributeIdea(id, idea, form.text("words", WORDS),
				form.isTicked("own") ? Caller.required().personId() : null, form.idOrNone("organisationId", OrganisationId::new), Period.on(form.dayOrToday("happenedOn"))));
	}

	@PostMapping("/antwoorden")
	ModelAndView answer(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		GuidingAnswerId answer = new GuidingAnswerId(Ids.next());
		return send(id, "antwoord", typed, "#antwoord-" + answer, form -> new AnswerGuidingQuestion(id, answer, form.choice("question", GuidingQuestion.class),
				form.lineOrNone("group", TITLE), form.text("answer", WORDS), form.dayOrToday("answeredOn")));
	}

	@PostMapping("/omschrijving")
	ModelAndView describe(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "omschrijving", typed, "", form -> new DescribeTheme(id, form.text("description", WORDS), today.date()));
	}

	@PostMapping("/ideeen/samenvoegen")
	ModelAndView merge(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		IdeaId idea = new IdeaId(Ids.next());
		return send(id, "samenvoegen", typed, "#idee-" + idea,
				form -> new MergeIdeas(id, idea, form.text("words", WORDS), form.ids("ideaIds", IdeaId::new), form.dayOrToday("mergedOn")));
	}

	@PostMapping("/ideeen/splitsen")
	ModelAndView splitIdea(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "splitsen", typed, "#ideeen", form -> new SplitIdea(id, form.id("ideaId", IdeaId::new),
				form.lines("parts", WORDS).stream().map(words -> new IdeaPart(new IdeaId(Ids.next()), words)).toList(), form.dayOrToday("splitOn")));
	}

	@PostMapping("/delen")
	ModelAndView split(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "delen", typed, "", form -> {
			List<Form.Halves> parts = form.halves("parts", WORDS);
			parts.stream().map(part -> TypedText.fault(part.first().text(), TITLE, false)).filter(Objects::nonNull).findFirst().ifPresent(fault -> form.wrong("parts", fault));
			return new SplitTheme(id, parts.stream().map(part -> new ThemePart(new ThemeId(Ids.next()), part.first(), part.second())).toList(), form.dayOrToday("splitOn"));
		});
	}

	@PostMapping("/afsluiting")
	ModelAndView retire(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "afsluiting", typed, "", form -> new RetireTheme(id, form.text("reason", WORDS), form.dayOrToday("retiredOn")));
	}

	@PostMapping("/geld")
	ModelAndView disclose(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "geld", typed, "#geld",
				form -> new DiscloseFunding(id, source(form), schoolYear(form), form.eurosOrNone("amount"), form.dayOrToday("disclosedOn")));
	}

	@PostMapping("/geld/correctie")
	ModelAndView correct(@PathVariable ThemeId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "correctie", typed, "#geld", form -> new CorrectFunding(id, source(form), schoolYear(form), amount(form), form.text("reason", WORDS),
				form.dayOrToday("correctedOn")));
	}

	private static FundingSource source(Form form) {
		return new FundingSource(form.idOrNone("organisationId", OrganisationId::new), form.lineOrNone("side", TITLE));
	}

	private static BigDecimal amount(Form form) {
		BigDecimal amount = form.eurosOrNone("amount");
		if (amount == null) {
			form.wrong("amount", "Geef het bedrag dat het moet zijn.");
		}
		return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
	}

	private static SchoolYear schoolYear(Form form) {
		FreeText written = form.line("schoolYear", TITLE);
		try {
			return new SchoolYear(written.text());
		} catch (IllegalArgumentException e) {
			form.wrong("schoolYear", "Schrijf een schooljaar als 2018-2019.");
			return ANY_YEAR;
		}
	}

	private ModelAndView send(ThemeId id, String form, MultiValueMap<String, String> typed, String anchor, Function<Form, Object> command) {
		return forms.send(forms.read(form, typed), command, "/themas/" + id + anchor, () -> show(id, null, null));
	}
}
