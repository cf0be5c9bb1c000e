package nl.ontwikkelagenda.agenda.table;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/** What happened to a development table. */
public sealed interface TableEvent {

	TableId tableId();

	/** @param bodyId the body whose seats are the members of the table */
	record TableOpened(TableId tableId, PartnershipId partnershipId, BodyId bodyId, ThemeId themeId, FreeText title, LocalDate openedOn) implements TableEvent {
	}

	/** A goal was put into words; this is its wording 1. */
	record GoalFormulated(TableId tableId, GoalId goalId, FreeText words, LocalDate formulatedOn, @Nullable MeetingId meetingId) implements TableEvent {
	}

	/**
	 * The same goal in other words; the earlier ones stay.
	 *
	 * @param wording number of this wording, by which it can be referred to
	 */
	record GoalReformulated(TableId tableId, GoalId goalId, int wording, FreeText words, LocalDate reformulatedOn, @Nullable MeetingId meetingId) implements TableEvent {
	}

	/**
	 * A later answer takes the place of an earlier one, which stays to be seen.
	 *
	 * @param outcomeId    the outcome that it rests on
	 * @param adviceNoteId the advice note whose answer it rests on
	 */
	record GoalAnswered(TableId tableId, GoalId goalId, FreeText answer, LocalDate answeredOn, @Nullable OutcomeId outcomeId,
			@Nullable AdviceNoteId adviceNoteId) implements TableEvent {
	}

	/**
	 * The table proposes something; these words are its wording 1.
	 *
	 * @param by who would do it
	 */
	record ProposalMade(TableId tableId, ProposalId proposalId, FreeText words, List<GoalId> goals, @Nullable FreeText by, LocalDate madeOn,
			@Nullable MeetingId meetingId) implements TableEvent {
	}

	/**
	 * The proposal as it is from now on; the earlier words stay.
	 *
	 * @param wording number of this wording, by which it can be referred to
	 */
	record ProposalAmended(TableId tableId, ProposalId proposalId, int wording, FreeText words, List<GoalId> goals, @Nullable FreeText by, LocalDate amendedOn,
			@Nullable MeetingId meetingId) implements TableEvent {
	}

	record ProposalWithdrawn(TableId tableId, ProposalId proposalId, FreeText reason, LocalDate withdrawnOn) implements TableEvent {
	}

	record TableClosed(TableId tableId, @Nullable FreeText result, LocalDate closedOn) implements TableEvent {
	}
}
