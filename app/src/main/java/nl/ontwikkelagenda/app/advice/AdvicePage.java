package nl.ontwikkelagenda.app.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.AnswerAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.CompileAdvice.Chosen;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.ReturnAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.SubmitAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteCommand.WithdrawAdvice;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.advice.Paragraph;
import nl.ontwikkelagenda.agenda.advice.ParagraphId;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Comparisons;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.paper.AdvicePapers;
import nl.ontwikkelagenda.app.paper.PaperAnswer;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.reporting.advice.AdviceText;
import nl.ontwikkelagenda.reporting.advice.AdviceTexts;
import nl.ontwikkelagenda.reporting.advice.SourceText;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

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

/** One advice note: put together from what the table said, in one form that is saved as a whole; then sent to a body, sent back or answered. */
@Controller
@RequestMapping("/adviezen/{id}")
class AdvicePage {

	private static final String ADDRESS = "/adviezen/";
	private static final int CONNECTION = 400;
	private static final int WORDS = 2_000;
	private static final int REASON = 1_000;
	private static final int MOST_PARAGRAPHS = 50;
	private static final String TEXT = "tekst";

	/** What is said after something was done, by the name of the form. */
	private static final Map<String, String> DONE = Map.of(TEXT, "De tekst is bewaard.", "indienen", "Het advies is verstuurd en ligt nu vast.", "teruggeven",
			"Het advies is terug bij de tafel.", "beantwoorden", "Het antwoord is vastgelegd.", "intrekken", "Het advies is ingetrokken.");

	private final Reading.Desk desk;
	private final AdviceTexts texts;
	private final AdvicePapers papers;
	private final Comparisons comparisons;
	private final Forms forms;

	AdvicePage(Reading.Desk desk, AdviceTexts texts, AdvicePapers papers, Comparisons comparisons, Forms forms) {
		this.desk = desk;
		this.texts = texts;
		this.papers = papers;
		this.comparisons = comparisons;
		this.forms = forms;
	}

	/** What the reader may do about it. */
	public record Offers(boolean write, boolean submit, boolean answer, boolean withdraw) {

		static Offers of(AdviceNoteView note, Powers powers, boolean current) {
			boolean draft = current && note.status() == AdviceNoteStatus.DRAFT;
			boolean submitted = current && note.status() == AdviceNoteStatus.SUBMITTED;
			return new Offers(draft && powers.may(CompileAdvice.class), draft && !note.paragraphs().isEmpty() && powers.may(SubmitAdvice.class),
					submitted && powers.may(AnswerAdvice.class), (draft || submitted) && powers.may(WithdrawAdvice.class));
		}
	}

	/** @param versie which submission; absent means the note as it is */
	@GetMapping
	ModelAndView show(@PathVariable AdviceNoteId id, @RequestParam(required = false) @Nullable Integer versie, @RequestParam(required = false) @Nullable LocalDate asOf,
			@RequestParam(required = false) @Nullable LocalDate since, @RequestParam(required = false) @Nullable String gedaan) {
		Reading reading = desk.about(ReadModels.ADVICE_NOTES, id, asOf);
		AdviceNoteView note = reading.one(ReadModels.ADVICE_NOTES, id);
		AdviceText text = texts.of(id, versie, reading.asOf()).orElseThrow(NotFound::new);
		Offers offers = Offers.of(note, forms.powers(note.partnershipId()), versie == null && !reading.moment().past());
		List<SourceText> suggestions = offers.write() ? texts.suggestions(id, reading.asOf()).orElseThrow(NotFound::new) : List.of();
		AdviceFacts facts = AdviceFacts.of(note, text, suggestions, reading);
		return new ModelAndView("advies").addObject("facts", facts).addObject("say", facts.say()).addObject("offers", offers).addObject("version", versie)
				.addObject("seen", offers.write() ? reading.version(ReadModels.ADVICE_NOTES, id) : null).addObject("parts", Choice.all(Part.class))
				.addObject("answers", Choice.all(AdviceAnswer.class))
				.addObject("replies", facts.replies().stream().map(meeting -> new Choice(meeting.meetingId().toString(),
						facts.say().words(meeting.title()) + ", " + facts.say().day(meeting.plannedOn()))).toList())
				.addObject("done", gedaan == null ? null : DONE.get(gedaan)).addAllObjects(reading.moment().attributes())
				.addObject("hidden", asOf == null ? Map.of() : Map.of("asOf", asOf))
				.addObject("comparison", since == null ? null : comparisons.of(ReadModels.ADVICE_NOTES, id.toString(), since, reading.asOf(), reading.moment().onDay()));
	}

	@GetMapping("/notitie.{ending}")
	ResponseEntity<PaperFile> paper(@PathVariable AdviceNoteId id, @PathVariable String ending, @RequestParam(required = false) @Nullable Integer versie) {
		return PaperAnswer.as(ending, papers.note(id, versie));
	}

	/** The whole note: what is in it now with what was typed, and what was ticked to be added; a button may move one paragraph as well. */
	@PostMapping("/tekst")
	ModelAndView compile(@PathVariable AdviceNoteId id, @RequestParam MultiValueMap<String, String> typed) {
		AdviceNoteView note = desk.about(ReadModels.ADVICE_NOTES, id, null).one(ReadModels.ADVICE_NOTES, id);
		return send(id, TEXT, typed, form -> new CompileAdvice(id, chosen(form, note), form.dayOrToday("compiledOn")));
	}

	private static List<Chosen> chosen(Form form, AdviceNoteView note) {
		List<ParagraphId> dropped = form.ids("weg", ParagraphId::new);
		List<Chosen> all = new ArrayList<>(AdviceFacts.inOrder(note).stream().filter(paragraph -> !dropped.contains(paragraph.paragraphId()))
				.map(paragraph -> kept(form, paragraph)).toList());
		move(all, form.idOrNone("omhoog", ParagraphId::new), -1);
		move(all, form.idOrNone("omlaag", ParagraphId::new), 1);
		all.addAll(added(form));
		all.sort(Comparator.comparing(Chosen::part));
		if (all.isEmpty()) {
			form.wrong("bron-GOAL", "Een advies heeft ten minste één alinea; kies hieronder iets uit wat de tafel heeft gezegd.");
		}
		if (all.size() > MOST_PARAGRAPHS) {
			form.wrong("bron-GOAL", "Een advies heeft hoogstens " + MOST_PARAGRAPHS + " alinea's; kies er minder.");
		}
		return all;
	}

	/** What the page did not show yet stays as it is. */
	private static Chosen kept(Form form, AdviceNoteView.Paragraph paragraph) {
		ParagraphId id = paragraph.paragraphId();
		if (!form.has("deel-" + id)) {
			FreeText connection = paragraph.connection() == null ? null : new FreeText(paragraph.connection(), Salts.next());
			return new Chosen(id, paragraph.part(), paragraph.source().kind(), paragraph.source().id(), connection);
		}
		return new Chosen(id, form.choice("deel-" + id, Part.class), paragraph.source().kind(), paragraph.source().id(), form.textOrNone("woorden-" + id, CONNECTION));
	}

	private static List<Chosen> added(Form form) {
		return Stream.of(Source.Kind.values()).flatMap(kind -> form.ids("bron-" + kind, Function.<UUID>identity()).stream()
				.map(source -> new Chosen(new ParagraphId(Ids.next()), form.choice("deel", Part.class), kind, source, null))).toList();
	}

	/** Past the nearest other one of the same part, in that direction. */
	private static void move(List<Chosen> all, @Nullable ParagraphId moved, int step) {
		int from = moved == null ? -1 : all.stream().map(Chosen::paragraphId).toList().indexOf(moved);
		if (from < 0) {
			return;
		}
		int to = from + step;
		while (to >= 0 && to < all.size() && all.get(to).part() != all.get(from).part()) {
			to += step;
		}
		if (to >= 0 && to < all.size()) {
			all.add(to, all.remove(from));
		}
	}

	@PostMapping("/indiening")
	ModelAndView submit(@PathVariable AdviceNoteId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "indienen", typed, form -> new SubmitAdvice(id, form.dayOrToday("submittedOn")));
	}

	@PostMapping("/teruggave")
	ModelAndView sendBack(@PathVariable AdviceNoteId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "teruggeven", typed,
				form -> new ReturnAdvice(id, form.text("questions", WORDS), form.dayOrToday("returnedOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	@PostMapping("/antwoord")
	ModelAndView answer(@PathVariable AdviceNoteId id, @RequestParam MultiValueMap<String, String> typed) {
		AdviceNoteView note = desk.about(ReadModels.ADVICE_NOTES, id, null).one(ReadModels.ADVICE_NOTES, id);
		return send(id, "beantwoorden", typed, form -> new AnswerAdvice(id, form.choice("answer", AdviceAnswer.class), form.text("reasons", WORDS),
				note.paragraphs().stream().map(paragraph -> answered(form, paragraph.paragraphId())).filter(Objects::nonNull).collect(Collectors.toList()),
				form.dayOrToday("answeredOn"), form.idOrNone("meetingId", MeetingId::new)));
	}

	/** What was said about one paragraph; null when nothing was. */
	private static Paragraph.@Nullable Answer answered(Form form, ParagraphId id) {
		AdviceAnswer answer = form.choiceOrNone("answer-" + id, AdviceAnswer.class);
		if (answer == null && form.has("reasons-" + id)) {
			form.wrong("answer-" + id, "Kies ook wat het overleg met deze alinea doet.");
		}
		return answer == null ? null : new Paragraph.Answer(id, answer, form.textOrNone("reasons-" + id, CONNECTION));
	}

	@PostMapping("/intrekking")
	ModelAndView withdraw(@PathVariable AdviceNoteId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, "intrekken", typed, form -> new WithdrawAdvice(id, form.text("reason", REASON), form.dayOrToday("withdrawnOn")));
	}

	private ModelAndView send(AdviceNoteId id, String name, MultiValueMap<String, String> typed, Function<Form, AdviceNoteCommand> command) {
		return forms.send(forms.read(name, typed), command, ADDRESS + id + "?gedaan=" + name, () -> show(id, null, null, null, null));
	}
}
