package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.GoalId;
import nl.ontwikkelagenda.agenda.table.ProposalId;
import nl.ontwikkelagenda.agenda.table.TableCommand.AmendProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.AnswerGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.CloseTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.FormulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.MakeProposal;
import nl.ontwikkelagenda.agenda.table.TableCommand.OpenTable;
import nl.ontwikkelagenda.agenda.table.TableCommand.ReformulateGoal;
import nl.ontwikkelagenda.agenda.table.TableCommand.WithdrawProposal;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
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
@RequestMapping(Api.BASE + "/tables")
class TableController {

	private final Answers answers;
	private final Today today;

	TableController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/** @param openedOn absent means today */
	record Opening(@Nullable TableId id, PartnershipId partnershipId, BodyId bodyId, ThemeId themeId, @Words(max = 200, lines = false) FreeText title,
			@Nullable @PastOrPresent LocalDate openedOn) {
	}

	/** @param formulatedOn absent means today */
	record Formulating(@Nullable GoalId id, @Words(max = 1000) FreeText words, @Nullable @PastOrPresent LocalDate formulatedOn, @Nullable MeetingId meetingId) {
	}

	/** @param reformulatedOn absent means today */
	record Reformulating(@Words(max = 1000) FreeText words, @Nullable @PastOrPresent LocalDate reformulatedOn, @Nullable MeetingId meetingId) {
	}

	/** @param answeredOn absent means today */
	record Answering(@Words(max = 2000) FreeText answer, @Nullable @PastOrPresent LocalDate answeredOn, @Nullable OutcomeId outcomeId, @Nullable AdviceNoteId adviceNoteId) {
	}

	/** @param madeOn absent means today */
	record Proposing(@Nullable ProposalId id, @Words(max = 1000) FreeText words, List<GoalId> goals, @Nullable @Words(max = 200, lines = false) FreeText by,
			@Nullable @PastOrPresent LocalDate madeOn, @Nullable MeetingId meetingId) {
	}

	/** @param amendedOn absent means today */
	record Amending(@Words(max = 1000) FreeText words, List<GoalId> goals, @Nullable @Words(max = 200, lines = false) FreeText by, @Nullable @PastOrPresent LocalDate amendedOn,
			@Nullable MeetingId meetingId) {
	}

	/** @param withdrawnOn absent means today */
	record Withdrawing(@Words(max = 1000) FreeText reason, @Nullable @PastOrPresent LocalDate withdrawnOn) {
	}

	/** @param closedOn absent means today */
	record Closing(@Nullable FreeText result, @Nullable @PastOrPresent LocalDate closedOn) {
	}

	@PostMapping
	ResponseEntity<TableView> open(@RequestBody Opening table) {
		TableId id = Objects.requireNonNullElseGet(table.id(), () -> new TableId(Ids.next()));
		return answers.created(new OpenTable(id, table.partnershipId(), table.bodyId(), table.themeId(), table.title(), today.or(table.openedOn())), ReadModels.TABLES, id);
	}

	@GetMapping
	ResponseEntity<Listed<TableView>> list() {
		return answers.list(ReadModels.TABLES);
	}

	@GetMapping("/{id}")
	ResponseEntity<TableView> one(@PathVariable TableId id) {
		return answers.one(ReadModels.TABLES, id);
	}

	@PostMapping("/{id}/goals")
	ResponseEntity<TableView> formulate(@PathVariable TableId id, @RequestBody Formulating goal) {
		GoalId goalId = Objects.requireNonNullElseGet(goal.id(), () -> new GoalId(Ids.next()));
		return answers.created(new FormulateGoal(id, goalId, goal.words(), today.or(goal.formulatedOn()), goal.meetingId()), ReadModels.TABLES, id);
	}

	@GetMapping("/{id}/goals")
	ResponseEntity<Listed<TableView.Goal>> goals(@PathVariable TableId id) {
		return answers.part(ReadModels.TABLES, id, TableView::goals);
	}

	@PostMapping("/{id}/goals/{goalId}/wordings")
	ResponseEntity<TableView> reformulate(@PathVariable TableId id, @PathVariable GoalId goalId, @RequestBody Reformulating goal) {
		return answers.created(new ReformulateGoal(id, goalId, goal.words(), today.or(goal.reformulatedOn()), goal.meetingId()), ReadModels.TABLES, id);
	}

	@PostMapping("/{id}/goals/{goalId}/answer")
	ResponseEntity<TableView> answer(@PathVariable TableId id, @PathVariable GoalId goalId, @RequestBody Answering answering) {
		return answers.created(new AnswerGoal(id, goalId, answering.answer(), today.or(answering.answeredOn()), answering.outcomeId(), answering.adviceNoteId()), ReadModels.TABLES,
				id);
	}

	@PostMapping("/{id}/proposals")
	ResponseEntity<TableView> propose(@PathVariable TableId id, @RequestBody Proposing proposal) {
		ProposalId proposalId = Objects.requireNonNullElseGet(proposal.id(), () -> new ProposalId(Ids.next()));
		return answers.created(new MakeProposal(id, proposalId, proposal.words(), proposal.goals(), proposal.by(), today.or(proposal.madeOn()), proposal.meetingId()),
				ReadModels.TABLES, id);
	}

	@GetMapping("/{id}/proposals")
	ResponseEntity<Listed<TableView.Proposal>> proposals(@PathVariable TableId id) {
		return answers.part(ReadModels.TABLES, id, TableView::proposals);
	}

	@PostMapping("/{id}/proposals/{proposalId}/wordings")
	ResponseEntity<TableView> amend(@PathVariable TableId id, @PathVariable ProposalId proposalId, @RequestBody Amending proposal) {
		return answers.created(new AmendProposal(id, proposalId, proposal.words(), proposal.goals(), proposal.by(), today.or(proposal.amendedOn()), proposal.meetingId()),
				ReadModels.TABLES, id);
	}

	@PostMapping("/{id}/proposals/{proposalId}/withdrawal")
	ResponseEntity<TableView> withdraw(@PathVariable TableId id, @PathVariable ProposalId proposalId, @RequestBody Withdrawing withdrawing) {
		return answers.created(new WithdrawProposal(id, proposalId, withdrawing.reason(), today.or(withdrawing.withdrawnOn())), ReadModels.TABLES, id);
	}

	/** What the table advised, with what the bodies answered. */
	@GetMapping("/{id}/advice-notes")
	ResponseEntity<Listed<AdviceNoteView>> adviceNotes(@PathVariable TableId id) {
		return answers.list(ReadModels.ADVICE_NOTES, Map.of("tableId", id));
	}

	@PostMapping("/{id}/closing")
	ResponseEntity<TableView> close(@PathVariable TableId id, @RequestBody Closing closing) {
		return answers.created(new CloseTable(id, closing.result(), today.or(closing.closedOn())), ReadModels.TABLES, id);
	}
}
