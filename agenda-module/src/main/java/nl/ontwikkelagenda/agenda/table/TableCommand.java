package nl.ontwikkelagenda.agenda.table;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a development table. */
public sealed interface TableCommand {

	TableId tableId();

	/** @param bodyId a body of kind TABLE, whose seats are the members of the table */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record OpenTable(@TargetAggregateIdentifier TableId tableId, PartnershipId partnershipId, BodyId bodyId, ThemeId themeId, FreeText title,
			LocalDate openedOn) implements TableCommand {
	}

	/** @param meetingId where it was formulated; absent when that was not at a meeting */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record FormulateGoal(@TargetAggregateIdentifier TableId tableId, GoalId goalId, FreeText words, LocalDate formulatedOn,
			@Nullable MeetingId meetingId) implements TableCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReformulateGoal(@TargetAggregateIdentifier TableId tableId, GoalId goalId, FreeText words, LocalDate reformulatedOn,
			@Nullable MeetingId meetingId) implements TableCommand {
	}

	/**
	 * @param outcomeId    the outcome that the answer rests on, if any
	 * @param adviceNoteId the advice note whose answer it rests on, if any
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AnswerGoal(@TargetAggregateIdentifier TableId tableId, GoalId goalId, FreeText answer, LocalDate answeredOn, @Nullable OutcomeId outcomeId,
			@Nullable AdviceNoteId adviceNoteId) implements TableCommand {
	}

	/**
	 * @param goals the goals of this table that it serves
	 * @param by    who would do it
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record MakeProposal(@TargetAggregateIdentifier TableId tableId, ProposalId proposalId, FreeText words, List<GoalId> goals, @Nullable FreeText by, LocalDate madeOn,
			@Nullable MeetingId meetingId) implements TableCommand {
	}

	/** The proposal as it is from now on, as a whole. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record AmendProposal(@TargetAggregateIdentifier TableId tableId, ProposalId proposalId, FreeText words, List<GoalId> goals, @Nullable FreeText by, LocalDate amendedOn,
			@Nullable MeetingId meetingId) implements TableCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record WithdrawProposal(@TargetAggregateIdentifier TableId tableId, ProposalId proposalId, FreeText reason, LocalDate withdrawnOn) implements TableCommand {
	}

	/** @param result what the table leaves behind, in a few words */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record CloseTable(@TargetAggregateIdentifier TableId tableId, @Nullable FreeText result, LocalDate closedOn) implements TableCommand {
	}
}
