package nl.ontwikkelagenda.app.reflection;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Pictures;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.Instrument.Question;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.AbandonReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.ReflectionRadar;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An answer is no command: it leaves no idempotency key, no event and no line in a log. */
@RestController
@RequestMapping(Api.BASE)
class ReflectionRoundController {

	private static final String MINE = "/reflection-rounds/{id}/answers/me";

	private final Answers answers;
	private final Moments moments;
	private final Today today;
	private final SealedAnswers sealed;
	private final OpenRounds rounds;
	private final Oneself oneself;

	ReflectionRoundController(Answers answers, Moments moments, Today today, SealedAnswers sealed, OpenRounds rounds, Oneself oneself) {
		this.answers = answers;
		this.moments = moments;
		this.today = today;
		this.sealed = sealed;
		this.rounds = rounds;
		this.oneself = oneself;
	}

	/**
	 * @param about      id of the table or community that reflects; absent for the whole partnership
	 * @param instrument version of the questions; absent means 2023
	 * @param repeatOf   the round that this one repeats; absent for a baseline
	 * @param openedOn   absent means today
	 * @param closesOn   last day to answer
	 */
	record Opening(@Nullable ReflectionRoundId id, PartnershipId partnershipId, @Nullable UUID about, @Words(max = 200, lines = false) FreeText title,
			@Nullable @Words(max = 20, lines = false) FreeText instrument, List<PersonId> members, @Nullable ReflectionRoundId repeatOf,
			@Nullable @PastOrPresent LocalDate openedOn, LocalDate closesOn) {
	}

	/**
	 * @param score from 1 (not at all) to 5 (wholly); absent for "I don't know" and for a question in words only
	 */
	record Answering(@Words(max = 5, lines = false) FreeText question, @Nullable Integer score, @Nullable @Words(max = 500) FreeText remark) {
	}

	/** Questions that are left out were not answered. */
	record Answered(@NotEmpty(message = "Beantwoord ten minste één vraag.") List<Answering> answers) {
	}

	record Abandoning(@Words(max = 500) FreeText reason, @Nullable @PastOrPresent LocalDate abandonedOn) {
	}

	@PostMapping("/reflection-rounds")
	ResponseEntity<ReflectionRoundView> open(@RequestBody Opening round) {
		ReflectionRoundId id = Objects.requireNonNullElseGet(round.id(), () -> new ReflectionRoundId(Ids.next()));
		String instrument = round.instrument() == null ? Instrument.OF_2023.version() : round.instrument().text();
		return answers.created(new OpenReflectionRound(id, round.partnershipId(), round.about(), round.title(), instrument, round.members(), round.repeatOf(),
				today.or(round.openedOn()), round.closesOn()), ReadModels.REFLECTION_ROUNDS, id);
	}

	@GetMapping("/reflection-rounds")
	ResponseEntity<Listed<ReflectionRoundView>> list() {
		return answers.list(ReadModels.REFLECTION_ROUNDS);
	}

	@GetMapping("/reflection-rounds/{id}")
	ResponseEntity<ReflectionRoundView> one(@PathVariable ReflectionRoundId id) {
		return answers.one(ReadModels.REFLECTION_ROUNDS, id);
	}

	/** Every version of the questions, word for word. */
	@GetMapping("/instruments")
	@MayRead(anyone = true)
	ResponseEntity<Listed<Instrument>> instruments() {
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new Listed<>(Instrument.ALL, 1, Instrument.ALL.size(), Instrument.ALL.size()));
	}

	/** One's own answers, once; they can be changed until the round closes. */
	@PostMapping("/reflection-rounds/{id}/answers")
	ResponseEntity<Sheet> answer(@PathVariable ReflectionRoundId id, @RequestBody Answered given) {
		ReflectionRoundView round = answers.known(ReadModels.REFLECTION_ROUNDS, id);
		PersonId member = member(round);
		Sheet sheet = sheet(round, given);
		sealed.change(round, member, before -> {
			// The same again is a repeated request, whose answer may have been lost.
			if (before.isPresent() && !before.get().equals(sheet)) {
				throw new RuleBroken("a-member-answers-once", "U hebt deze reflectie al ingevuld; u kunt uw antwoorden wijzigen tot zij sluit.");
			}
			return Optional.of(sheet);
		});
		return ResponseEntity.created(URI.create(Api.BASE + MINE.replace("{id}", id.toString()))).body(sheet);
	}

	@PutMapping(MINE)
	ResponseEntity<Sheet> change(@PathVariable ReflectionRoundId id, @RequestBody Answered given) {
		ReflectionRoundView round = answers.known(ReadModels.REFLECTION_ROUNDS, id);
		PersonId member = member(round);
		Sheet sheet = sheet(round, given);
		sealed.change(round, member, before -> Optional.of(before.isPresent() ? sheet : notThere()));
		return ResponseEntity.ok(sheet);
	}

	/** Until the round closes: after that nobody knows what they were. */
	@GetMapping(MINE)
	@WithoutAsOf("Verzegelde antwoorden zijn er alleen zoals ze nu zijn; laat asOf weg.")
	@MayRead(anyone = true)
	@ApiResponse(responseCode = "200", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "409", description = "The round takes no answers any more, or those that it has cannot be opened.")
	ResponseEntity<Sheet> mine(@PathVariable ReflectionRoundId id) {
		ReflectionRoundView round = answers.known(ReadModels.REFLECTION_ROUNDS, id);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(sealed.of(round, member(round)).orElseThrow(NotFound::new));
	}

	/** Closes it before its last day; done by a job, so that nothing tells who answered last. */
	@PostMapping("/reflection-rounds/{id}/closing")
	ResponseEntity<ReflectionRoundView> close(@PathVariable ReflectionRoundId id) {
		ReflectionRoundView round = answers.known(ReadModels.REFLECTION_ROUNDS, id);
		rounds.close(round);
		return ResponseEntity.created(URI.create(Api.path(ReadModels.REFLECTION_ROUNDS.name(), id))).body(answers.known(ReadModels.REFLECTION_ROUNDS, id));
	}

	/** Gives up a round whose answers can no longer be opened, and destroys what is left of them; a new round can take its place. */
	@PostMapping("/reflection-rounds/{id}/abandonment")
	ResponseEntity<ReflectionRoundView> abandon(@PathVariable ReflectionRoundId id, @RequestBody Abandoning abandoning) {
		ResponseEntity<ReflectionRoundView> abandoned = answers.created(new AbandonReflectionRound(id, abandoning.reason(), today.or(abandoning.abandonedOn())),
				ReadModels.REFLECTION_ROUNDS, id);
		sealed.destroy(id);
		return abandoned;
	}

	/** What changed since an earlier round. */
	@GetMapping("/reflection-rounds/{id}/comparison")
	ResponseEntity<ReflectionRoundView.Comparison> compare(@PathVariable ReflectionRoundId id, @RequestParam ReflectionRoundId with) {
		ReflectionRoundView round = answers.seen(ReadModels.REFLECTION_ROUNDS, id);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(round.since(answers.seen(ReadModels.REFLECTION_ROUNDS, with)));
	}

	/** The elements as a picture: those of the baseline beside those of this round, where the two may be compared. */
	@GetMapping(path = "/reflection-rounds/{id}/radar.svg", produces = Pictures.SVG)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> radar(@PathVariable ReflectionRoundId id) {
		ReflectionRoundView round = answers.seen(ReadModels.REFLECTION_ROUNDS, id);
		ReflectionRoundView baseline = round;
		while (baseline.repeatOf() != null) {
			baseline = answers.seen(ReadModels.REFLECTION_ROUNDS, baseline.repeatOf());
		}
		Chart beside = round.repeatOf() == null ? ReflectionRadar.of(round) : ReflectionRadar.of(baseline, round);
		return Pictures.answer((beside.isEmpty() ? ReflectionRadar.of(round) : beside).svg(), moments.contentLocation());
	}

	/** Under which of his ids the caller answers; the round has to be open to him. */
	private PersonId member(ReflectionRoundView round) {
		PersonId member = oneself.among(round.members());
		rounds.openTo(member, round);
		return member;
	}

	private static Sheet notThere() {
		throw new NotFound();
	}

	private static Sheet sheet(ReflectionRoundView round, Answered given) {
		Instrument instrument = Instrument.find(round.instrument()).orElseThrow();
		List<FieldError> errors = new ArrayList<>();
		List<Sheet.Given> sheet = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int i = 0; i < given.answers().size(); i++) {
			Answering answer = given.answers().get(i);
			String field = "answers[" + i + "]";
			Optional<Question> question = instrument.question(answer.question().text());
			if (question.isEmpty() || !seen.add(answer.question().text())) {
				errors.add(new FieldError(field + ".question", "Kies een vraag van deze reflectie, en elke vraag één keer."));
			} else if (answer.score() != null && (question.get().open() || answer.score() < Instrument.LOWEST || answer.score() > Instrument.HIGHEST)) {
				errors.add(new FieldError(field + ".score", question.get().open()
						? "Deze vraag wordt met woorden beantwoord, niet met een cijfer."
						: "Geef een cijfer van " + Instrument.LOWEST + " tot en met " + Instrument.HIGHEST + ", of laat het weg voor 'weet ik niet'."));
			} else if (question.get().open() && answer.remark() == null) {
				errors.add(new FieldError(field + ".remark", "Deze vraag wordt met woorden beantwoord; laat haar weg als u het niet weet."));
			} else {
				sheet.add(new Sheet.Given(answer.question().text(), answer.score(), FreeText.wordsOf(answer.remark())));
			}
		}
		if (!errors.isEmpty()) {
			throw new InvalidInput(errors);
		}
		return new Sheet(List.copyOf(sheet));
	}
}
