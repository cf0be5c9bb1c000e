package nl.ontwikkelagenda.app.reflection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.reflection.Sheet.Given;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.Instrument.Element;
import nl.ontwikkelagenda.cop.reflection.Instrument.Question;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.AbandonReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
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

/**
 * One reflection round: its questions, each on a screen of its own and kept as one goes on; afterwards its results. What somebody answers is no command and leaves no trace: it goes
 * into the sealed answers only.
 */
@Controller
@RequestMapping("/reflecties/{id}")
class ReflectionPage {

	private static final String ADDRESS = "/reflecties/";
	private static final int REMARK = 500;
	private static final int REASON = 500;
	private static final String UNKNOWN = "0";

	/** The points of the scale in words, lowest first. */
	private static final List<String> POINTS = List.of("Helemaal niet", "Een beetje", "Redelijk", "Grotendeels", "Helemaal");

	private final Reading.Desk desk;
	private final Forms forms;
	private final OpenRounds rounds;
	private final SealedAnswers sealed;
	private final Oneself oneself;

	ReflectionPage(Reading.Desk desk, Forms forms, OpenRounds rounds, SealedAnswers sealed, Oneself oneself) {
		this.desk = desk;
		this.forms = forms;
		this.rounds = rounds;
		this.sealed = sealed;
		this.oneself = oneself;
	}

	/**
	 * How far the reader is.
	 *
	 * @param given how many questions he answered
	 * @param next  place of the first one that he did not answer, from 1; of the first one when he answered all
	 * @param lost  why his answers cannot be opened; null when they can
	 */
	public record Progress(int given, int all, int next, @Nullable String lost) {
	}

	/** A question on its screen. */
	public record Screen(int place, int all, Element element, Question question, @Nullable Given given) {
	}

	/** A point of the scale, as it is chosen. */
	public record Point(String value, String label) {
	}

	@GetMapping
	ModelAndView show(@PathVariable ReflectionRoundId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam(required = false) @Nullable String gedaan) {
		Reading reading = desk.about(ReadModels.REFLECTION_ROUNDS, id, asOf);
		ReflectionFacts facts = ReflectionFacts.of(id, reading);
		ReflectionRoundView round = facts.round();
		boolean now = !reading.moment().past();
		boolean keeps = now && forms.powers(round.partnershipId()).may(OpenReflectionRound.class);
		boolean takes = now && rounds.takesAnswers(round);
		PersonId me = oneself.among(round.members());
		return new ModelAndView("reflectie").addObject("facts", facts).addObject("say", facts.say()).addObject("keeps", keeps).addObject("takes", takes)
				.addObject("mine", takes && round.members().contains(me) ? progress(round, me) : null).addObject("lost", keeps && takes && sealed.lost(id))
				.addObject("enough", ReflectionRoundView.ENOUGH).addObject("done", gedaan != null).addAllObjects(reading.moment().attributes());
	}

	private Progress progress(ReflectionRoundView round, PersonId person) {
		List<Question> questions = questions(round);
		try {
			List<String> given = given(sealed.of(round, person)).stream().map(Given::question).toList();
			int next = IntStream.range(0, questions.size()).filter(place -> !given.contains(questions.get(place).id())).findFirst().orElse(0);
			return new Progress(given.size(), questions.size(), next + 1, null);
		} catch (RuleBroken e) {
			return new Progress(0, questions.size(), 1, e.getMessage());
		}
	}

	private static List<Given> given(Optional<Sheet> sheet) {
		return sheet.map(Sheet::answers).orElse(List.of());
	}

	private static List<Question> questions(ReflectionRoundView round) {
		return Instrument.find(round.instrument()).orElseThrow().questions().toList();
	}

	/** @param place of the question, from 1 */
	@GetMapping("/vragen/{place}")
	@WithoutAsOf("Uw antwoorden zijn er alleen zoals ze nu zijn; laat asOf weg.")
	ModelAndView ask(@PathVariable ReflectionRoundId id, @PathVariable int place) {
		Reading reading = desk.about(ReadModels.REFLECTION_ROUNDS, id, null);
		ReflectionRoundView round = reading.one(ReadModels.REFLECTION_ROUNDS, id);
		PersonId me = oneself.among(round.members());
		rounds.openTo(me, round);
		Screen screen = screen(round, place, given(sealed.of(round, me)));
		return new ModelAndView("reflectie-vraag").addObject("round", round).addObject("screen", screen)
				.addObject("points", Stream.concat(IntStream.rangeClosed(Instrument.LOWEST, Instrument.HIGHEST)
						.mapToObj(point -> new Point(Integer.toString(point), point + " – " + POINTS.get(point - Instrument.LOWEST))),
						Stream.of(new Point(UNKNOWN, "Weet ik niet")))
						.toList())
				.addAllObjects(reading.moment().attributes());
	}

	private static Screen screen(ReflectionRoundView round, int place, List<Given> given) {
		List<Question> questions = questions(round);
		if (place < 1 || place > questions.size()) {
			throw new NotFound();
		}
		Question question = questions.get(place - 1);
		Element element = Instrument.find(round.instrument()).orElseThrow().elements().stream().filter(one -> one.questions().contains(question)).findFirst().orElseThrow();
		return new Screen(place, questions.size(), element, question, given.stream().filter(one -> one.question().equals(question.id())).findFirst().orElse(null));
	}

	/** Keeps what was answered to this question, and goes to the next one, or to the one before when that button was pressed. */
	@PostMapping("/vragen/{place}")
	ModelAndView keep(@PathVariable ReflectionRoundId id, @PathVariable int place, @RequestParam MultiValueMap<String, String> typed) {
		ReflectionRoundView round = desk.about(ReadModels.REFLECTION_ROUNDS, id, null).one(ReadModels.REFLECTION_ROUNDS, id);
		PersonId me = oneself.among(round.members());
		rounds.openTo(me, round);
		Screen screen = screen(round, place, List.of());
		Form form = forms.read("vraag", typed);
		int to = form.isTicked("vorige") ? place - 1 : place + 1;
		String next = to < 1 || to > screen.all() ? ADDRESS + id + "?gedaan=ja" : ADDRESS + id + "/vragen/" + to;
		return forms.keep(form, () -> {
			Given given = read(form, screen.question());
			if (!form.isWrong()) {
				sealed.change(round, me, before -> changed(before, screen.question(), given, questions(round)));
			}
		}, next, () -> ask(id, place));
	}

	/** What was answered; null when nothing was. */
	private static @Nullable Given read(Form form, Question question) {
		FreeText remark = form.textOrNone("remark", REMARK);
		String score = form.typed("score");
		if (question.open()) {
			return remark == null ? null : new Given(question.id(), null, remark.text());
		}
		if (score.isEmpty()) {
			if (remark != null) {
				form.wrong("score", "Kies ook een cijfer, of ‘weet ik niet’.");
			}
			return null;
		}
		if (!score.matches("[0-" + Instrument.HIGHEST + "]")) {
			form.wrong("score", "Kies een van de mogelijkheden.");
			return null;
		}
		return new Given(question.id(), score.equals(UNKNOWN) ? null : Integer.valueOf(score), FreeText.wordsOf(remark));
	}

	/** In the order of the questions, so that it does not tell what was answered when. */
	private static Optional<Sheet> changed(Optional<Sheet> before, Question question, @Nullable Given given, List<Question> questions) {
		List<Given> all = new ArrayList<>(given(before));
		all.removeIf(one -> one.question().equals(question.id()));
		if (given != null) {
			all.add(given);
		}
		List<String> order = questions.stream().map(Question::id).toList();
		all.sort((one, other) -> Integer.compare(order.indexOf(one.question()), order.indexOf(other.question())));
		return before.isEmpty() && all.isEmpty() ? Optional.empty() : Optional.of(new Sheet(List.copyOf(all)));
	}

	@PostMapping("/sluiting")
	ModelAndView close(@PathVariable ReflectionRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		ReflectionRoundView round = desk.about(ReadModels.REFLECTION_ROUNDS, id, null).one(ReadModels.REFLECTION_ROUNDS, id);
		return forms.keep(forms.read("sluiting", typed), () -> rounds.close(round), ADDRESS + id, () -> show(id, null, null));
	}

	/** Gives up a round whose answers can no longer be opened, and destroys what is left of them. */
	@PostMapping("/opgave")
	ModelAndView abandon(@PathVariable ReflectionRoundId id, @RequestParam MultiValueMap<String, String> typed) {
		desk.about(ReadModels.REFLECTION_ROUNDS, id, null);
		Form form = forms.read("opgave", typed);
		ModelAndView answer = forms.send(form, read -> new AbandonReflectionRound(id, read.text("reason", REASON), read.dayOrToday("abandonedOn")), ADDRESS + id,
				() -> show(id, null, null));
		if (!form.isWrong() && form.refusal() == null) {
			sealed.destroy(id);
		}
		return answer;
	}
}
