package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ConfirmDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.ReviewDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.RevokeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.StateParticulars;
import nl.ontwikkelagenda.agenda.decision.DecisionCommand.TakeDecision;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionRef;
import nl.ontwikkelagenda.agenda.decision.DecisionRegisterId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.Particulars;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/decisions")
class DecisionController {

	private final Answers answers;
	private final Today today;
	private final DecisionLines lines;
	private final Moments moments;

	DecisionController(Answers answers, Today today, DecisionLines lines, Moments moments) {
		this.answers = answers;
		this.today = today;
		this.lines = lines;
		this.moments = moments;
	}

	/**
	 * @param id          absent for a decision that comes from an outcome: that has the outcome's
	 * @param decidedOn   absent means today
	 * @param particulars how it came about; can be stated later
	 */
	record Taking(@Nullable DecisionId id, PartnershipId partnershipId, BodyId bodyId, @Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId,
			@Words(max = 200, lines = false) FreeText title, @Nullable FreeText text, @Nullable @PastOrPresent LocalDate decidedOn, @Nullable LocalDate reviewOn,
			@Nullable Particulars particulars) {
	}

	/** A decision that replaces another one; as {@link Taking}, of the same body. */
	record Revising(@Nullable DecisionId id, @Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, @Words(max = 200, lines = false) FreeText title,
			@Nullable FreeText text, @Nullable @PastOrPresent LocalDate decidedOn, @Nullable LocalDate reviewOn, @Nullable Particulars particulars) {
	}

	/** @param statedOn absent means today */
	record Stating(Particulars particulars, @Nullable @PastOrPresent LocalDate statedOn) {
	}

	/**
	 * @param words       by whom and how
	 * @param confirmedOn absent means today
	 */
	record Confirming(FreeText words, @Nullable @PastOrPresent LocalDate confirmedOn) {
	}

	/**
	 * @param reviewedOn absent means today
	 * @param reviewOn   when to look at it once more; absent when that is not needed
	 */
	record Reviewing(FreeText finding, @Nullable @PastOrPresent LocalDate reviewedOn, @Nullable LocalDate reviewOn) {
	}

	/** @param revokedOn absent means today */
	record Revoking(FreeText reason, @Nullable @PastOrPresent LocalDate revokedOn) {
	}

	@PostMapping
	ResponseEntity<DecisionView> take(@RequestBody Taking decision) {
		DecisionId id = idOf(decision.id(), decision.outcomeId());
		return answers.created(new TakeDecision(decision.partnershipId(), decision.bodyId(), id, decision.title(), decision.text(), today.or(decision.decidedOn()),
				decision.meetingId(), decision.outcomeId(), decision.reviewOn(), null, decision.particulars()), ReadModels.DECISIONS, id);
	}

	@GetMapping
	ResponseEntity<Listed<DecisionView>> list() {
		return answers.list(ReadModels.DECISIONS);
	}

	/** All of the list, one row for each decision. */
	@Hidden
	@GetMapping(produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<DecisionView>> file() {
		return answers.file(lines.file(answers.everything(ReadModels.DECISIONS, Map.of(), List.of()), moments.asOf()));
	}

	@GetMapping("/{id}")
	ResponseEntity<DecisionView> one(@PathVariable DecisionId id) {
		return answers.one(ReadModels.DECISIONS, id);
	}

	@PostMapping("/{id}/particulars")
	ResponseEntity<DecisionView> state(@PathVariable DecisionId id, @RequestBody Stating stating) {
		return answers.created(new StateParticulars(registerOf(id), id, stating.particulars(), today.or(stating.statedOn())), ReadModels.DECISIONS, id);
	}

	@PostMapping("/{id}/confirmation")
	ResponseEntity<DecisionView> confirm(@PathVariable DecisionId id, @RequestBody Confirming confirming) {
		return answers.created(new ConfirmDecision(registerOf(id), id, confirming.words(), today.or(confirming.confirmedOn())), ReadModels.DECISIONS, id);
	}

	@PostMapping("/{id}/reviews")
	ResponseEntity<DecisionView> review(@PathVariable DecisionId id, @RequestBody Reviewing review) {
		return answers.created(new ReviewDecision(registerOf(id), id, review.finding(), today.or(review.reviewedOn()), review.reviewOn()), ReadModels.DECISIONS, id);
	}

	@GetMapping("/{id}/reviews")
	ResponseEntity<Listed<DecisionView.Review>> reviews(@PathVariable DecisionId id) {
		return answers.part(ReadModels.DECISIONS, id, DecisionView::reviews);
	}

	/** Takes the decision that replaces this one; the answer is the new decision. */
	@PostMapping("/{id}/revisions")
	ResponseEntity<DecisionView> revise(@PathVariable DecisionId id, @RequestBody Revising revision) {
		DecisionView old = answers.known(ReadModels.DECISIONS, id);
		DecisionId replacement = idOf(revision.id(), revision.outcomeId());
		return answers.created(new TakeDecision(old.partnershipId(), old.bodyId(), replacement, revision.title(), revision.text(), today.or(revision.decidedOn()),
				revision.meetingId(), revision.outcomeId(), revision.reviewOn(), new DecisionRef(old.registerId(), id), revision.particulars()), ReadModels.DECISIONS,
				replacement);
	}

	@PostMapping("/{id}/revocation")
	ResponseEntity<DecisionView> revoke(@PathVariable DecisionId id, @RequestBody Revoking revoking) {
		return answers.created(new RevokeDecision(registerOf(id), id, revoking.reason(), today.or(revoking.revokedOn())), ReadModels.DECISIONS, id);
	}

	private DecisionRegisterId registerOf(DecisionId id) {
		return answers.known(ReadModels.DECISIONS, id).registerId();
	}

	private static DecisionId idOf(@Nullable DecisionId chosen, @Nullable OutcomeId outcome) {
		UUID ofOutcome = outcome == null ? null : outcome.value();
		return Objects.requireNonNullElseGet(chosen, () -> new DecisionId(Objects.requireNonNullElseGet(ofOutcome, Ids::next)));
	}
}
