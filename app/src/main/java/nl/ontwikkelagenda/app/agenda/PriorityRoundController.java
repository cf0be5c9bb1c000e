package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.priority.BallotView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.ClosePriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.MoveDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.OpenPriorityRound;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.PlaceDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundCommand.WithdrawDots;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundId;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/priority-rounds")
class PriorityRoundController {

	private static final int USUAL_DOTS = 3;
	private static final String AT_LEAST_ONE = "Geef een geheel getal van 1 of meer.";

	private final Answers answers;
	private final Moments moments;
	private final Today today;
	private final Oneself oneself;
	private final Documents documents;

	PriorityRoundController(Answers answers, Moments moments, Today today, Oneself oneself, Documents documents) {
		this.answers = answers;
		this.moments = moments;
		this.today = today;
		this.oneself = oneself;
		this.documents = documents;
	}

	/**
	 * @param dotsPerParticipant for all themes together; absent means 3
	 * @param maxPerTheme        of those on one theme; absent for no such limit
	 * @param openedOn           absent means today
	 */
	record Opening(@Nullable PriorityRoundId id, PartnershipId partnershipId, AgendaId agendaId, @Words(max = 200, lines = false) FreeText title,
			@Nullable @Min(value = 1, message = AT_LEAST_ONE) Integer dotsPerParticipant, @Nullable @Min(value = 1, message = AT_LEAST_ONE) Integer maxPerTheme,
			@Nullable @PastOrPresent LocalDate openedOn) {
	}

	/**
	 * @param dots     absent means 1
	 * @param personId whose dots; absent means one's own
	 */
	record Placing(ThemeId themeId, @Nullable @Min(value = 1, message = AT_LEAST_ONE) Integer dots, @Nullable PersonId personId) {
	}

	/**
	 * @param dots     absent means 1
	 * @param personId whose dots; absent means one's own
	 */
	record Moving(ThemeId from, ThemeId to, @Nullable @Min(value = 1, message = AT_LEAST_ONE) Integer dots, @Nullable PersonId personId) {
	}

	/** @param closedOn absent means today */
	record Closing(@Nullable @PastOrPresent LocalDate closedOn) {
	}

	@PostMapping
	ResponseEntity<PriorityRoundView> open(@RequestBody Opening round) {
		PriorityRoundId id = Objects.requireNonNullElseGet(round.id(), () -> new PriorityRoundId(Ids.next()));
		return answers.created(new OpenPriorityRound(id, round.partnershipId(), round.agendaId(), round.title(), Objects.requireNonNullElse(round.dotsPerParticipant(), USUAL_DOTS),
				round.maxPerTheme(), today.or(round.openedOn())), ReadModels.PRIORITY_ROUNDS, id);
	}

	@GetMapping
	ResponseEntity<Listed<PriorityRoundView>> list() {
		return answers.list(ReadModels.PRIORITY_ROUNDS);
	}

	@GetMapping("/{id}")
	ResponseEntity<PriorityRoundView> one(@PathVariable PriorityRoundId id) {
		return answers.one(ReadModels.PRIORITY_ROUNDS, id);
	}

	@PostMapping("/{id}/dots")
	ResponseEntity<PriorityRoundView> place(@PathVariable PriorityRoundId id, @RequestBody Placing placing) {
		return answers.created(new PlaceDots(id, orOneself(id, placing.personId()), placing.themeId(), Objects.requireNonNullElse(placing.dots(), 1)), ReadModels.PRIORITY_ROUNDS,
				id);
	}

	/** One's own dots; those of others are shown to nobody. */
	@GetMapping("/{id}/dots")
	ResponseEntity<Listed<BallotView>> dots(@PathVariable PriorityRoundId id) {
		return answers.list(ReadModels.BALLOTS, List.of(new Is("priorityRoundId", id.toString()), his()));
	}

	@PostMapping("/{id}/moves")
	ResponseEntity<PriorityRoundView> move(@PathVariable PriorityRoundId id, @RequestBody Moving moving) {
		return answers.created(new MoveDots(id, orOneself(id, moving.personId()), moving.from(), moving.to(), Objects.requireNonNullElse(moving.dots(), 1)),
				ReadModels.PRIORITY_ROUNDS, id);
	}

	@DeleteMapping("/{id}/dots/{personId}/{themeId}")
	ResponseEntity<PriorityRoundView> withdraw(@PathVariable PriorityRoundId id, @PathVariable PersonId personId, @PathVariable ThemeId themeId) {
		return answers.changed(new WithdrawDots(id, personId, themeId), ReadModels.PRIORITY_ROUNDS, id);
	}

	@PostMapping("/{id}/closing")
	ResponseEntity<PriorityRoundView> close(@PathVariable PriorityRoundId id, @RequestBody Closing closing) {
		return answers.created(new ClosePriorityRound(id, today.or(closing.closedOn())), ReadModels.PRIORITY_ROUNDS, id);
	}

	/** @param with the round to compare it with */
	@GetMapping("/{id}/comparison")
	ResponseEntity<PriorityRoundView.Comparison> compare(@PathVariable PriorityRoundId id, @RequestParam PriorityRoundId with) {
		PriorityRoundView round = answers.seen(ReadModels.PRIORITY_ROUNDS, id);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(round.comparedWith(answers.seen(ReadModels.PRIORITY_ROUNDS, with)));
	}

	/** Whoever has dots under one of his ids goes on under that one: he votes once. */
	private PersonId orOneself(PriorityRoundId id, @Nullable PersonId person) {
		return person != null
				? person
				: oneself.among(documents.all(ReadModels.BALLOTS, Map.of("priorityRoundId", id.toString()), List.of(his()), AsOf.NOW).stream()
						.map(ballot -> ballot.document().personId()).toList());
	}

	private Condition his() {
		return new OneOf("personId", oneself.ids().stream().map(PersonId::toString).collect(Collectors.toSet()));
	}
}
