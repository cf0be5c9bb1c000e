package nl.ontwikkelagenda.agenda.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalAnswered;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalFormulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.GoalReformulated;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalAmended;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalMade;
import nl.ontwikkelagenda.agenda.table.TableEvent.ProposalWithdrawn;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableClosed;
import nl.ontwikkelagenda.agenda.table.TableEvent.TableOpened;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * A development table as its page shows it: what it works on, what it proposes, and how its goals were answered.
 *
 * @param result what it left behind when it closed
 */
@RecordBuilder
public record TableView(TableId tableId, PartnershipId partnershipId, BodyId bodyId, ThemeId themeId, String title, LocalDate openedOn, Status status, List<Goal> goals,
		List<Proposal> proposals, @Nullable String result, @Nullable LocalDate closedOn) implements TableViewBuilder.With {

	/** Where a table stands. */
	public enum Status {
		OPEN, CLOSED
	}

	/**
	 * Words as they once were or still are.
	 *
	 * @param number by which it can be referred to, from 1
	 * @param on     the day on which they were put so
	 */
	public record Wording(int number, String words, LocalDate on, @Nullable MeetingId meetingId, Instant recordedAt) {
	}

	/**
	 * @param words    as they are now
	 * @param wordings all of them, oldest first
	 * @param answers  oldest first; the last one counts
	 */
	@RecordBuilder
	public record Goal(GoalId goalId, String words, List<Wording> wordings, List<Answer> answers) implements TableViewGoalBuilder.With {
	}

	/**
	 * @param outcomeId    the outcome that it rests on
	 * @param adviceNoteId the advice note whose answer it rests on
	 */
	public record Answer(String answer, LocalDate answeredOn, @Nullable OutcomeId outcomeId, @Nullable AdviceNoteId adviceNoteId, Instant recordedAt) {
	}

	/**
	 * @param words            as they are now
	 * @param by               who would do it
	 * @param wordings         all of them, oldest first
	 * @param withdrawnBecause absent while the proposal stands
	 */
	@RecordBuilder
	public record Proposal(ProposalId proposalId, String words, List<GoalId> goals, @Nullable String by, List<Wording> wordings, @Nullable String withdrawnBecause,
			@Nullable LocalDate withdrawnOn) implements TableViewProposalBuilder.With {
	}

	public static TableView on(@Nullable TableView current, TableEvent event, Recorded when) {
		return switch (event) {
			case TableOpened e ->
				new TableView(e.tableId(), e.partnershipId(), e.bodyId(), e.themeId(), e.title().text(), e.openedOn(), Status.OPEN, List.of(), List.of(), null, null);
			case GoalFormulated e -> {
				TableView view = requireNonNull(current);
				Wording wording = new Wording(1, e.words().text(), e.formulatedOn(), e.meetingId(), when.at());
				yield view.withGoals(and(view.goals(), new Goal(e.goalId(), wording.words(), List.of(wording), List.of())));
			}
			case GoalReformulated e -> {
				Wording wording = new Wording(e.wording(), e.words().text(), e.reformulatedOn(), e.meetingId(), when.at());
				yield requireNonNull(current).with(e.goalId(), goal -> goal.withWords(wording.words()).withWordings(and(goal.wordings(), wording)));
			}
			case GoalAnswered e -> requireNonNull(current).with(e.goalId(),
					goal -> goal.withAnswers(and(goal.answers(), new Answer(e.answer().text(), e.answeredOn(), e.outcomeId(), e.adviceNoteId(), when.at()))));
			case ProposalMade e -> {
				TableView view = requireNonNull(current);
				Wording wording = new Wording(1, e.words().text(), e.madeOn(), e.meetingId(), when.at());
				yield view.withProposals(
						and(view.proposals(), new Proposal(e.proposalId(), wording.words(), e.goals(), FreeText.wordsOf(e.by()), List.of(wording), null, null)));
			}
			case ProposalAmended e -> {
				Wording wording = new Wording(e.wording(), e.words().text(), e.amendedOn(), e.meetingId(), when.at());
				yield requireNonNull(current).with(e.proposalId(), proposal -> proposal.withWords(wording.words()).withGoals(e.goals()).withBy(FreeText.wordsOf(e.by()))
						.withWordings(and(proposal.wordings(), wording)));
			}
			case ProposalWithdrawn e -> requireNonNull(current).with(e.proposalId(),
					proposal -> proposal.withWithdrawnBecause(e.reason().text()).withWithdrawnOn(e.withdrawnOn()));
			case TableClosed e -> requireNonNull(current).withStatus(Status.CLOSED).withResult(FreeText.wordsOf(e.result())).withClosedOn(e.closedOn());
		};
	}

	private TableView with(GoalId id, UnaryOperator<Goal> change) {
		return withGoals(goals.stream().map(goal -> goal.goalId().equals(id) ? change.apply(goal) : goal).toList());
	}

	private TableView with(ProposalId id, UnaryOperator<Proposal> change) {
		return withProposals(proposals.stream().map(proposal -> proposal.proposalId().equals(id) ? change.apply(proposal) : proposal).toList());
	}

	private static <T> List<T> and(List<T> all, T last) {
		return Stream.concat(all.stream(), Stream.of(last)).toList();
	}
}
