package nl.ontwikkelagenda.agenda.decision;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a decision register. */
public sealed interface DecisionCommand {

	DecisionRegisterId registerId();

	/**
	 * Takes a decision, in the register of the body and of the year in which it was taken.
	 *
	 * @param meetingId   where it was taken; absent for one outside a meeting
	 * @param outcomeId   the outcome that it was born from
	 * @param reviewOn    when to look at it again; absent when nothing is agreed
	 * @param revises     the decision that this one replaces
	 * @param particulars how it came about; absent while nobody stated it, and then the decision is flagged
	 */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record TakeDecision(@TargetAggregateIdentifier DecisionRegisterId registerId, PartnershipId partnershipId, BodyId bodyId, DecisionId decisionId, FreeText title,
			@Nullable FreeText text, LocalDate decidedOn, @Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, @Nullable LocalDate reviewOn,
			@Nullable DecisionRef revises, @Nullable Particulars particulars) implements DecisionCommand {

		public TakeDecision {
			if (!registerId.equals(DecisionRegisterId.of(bodyId, decidedOn.getYear()))) {
				throw new IllegalArgumentException("A decision is taken in the register of its body and year");
			}
		}

		public TakeDecision(PartnershipId partnershipId, BodyId bodyId, DecisionId decisionId, FreeText title, @Nullable FreeText text, LocalDate decidedOn,
				@Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, @Nullable LocalDate reviewOn, @Nullable DecisionRef revises, @Nullable Particulars particulars) {
			this(DecisionRegisterId.of(bodyId, decidedOn.getYear()), partnershipId, bodyId, decisionId, title, text, decidedOn, meetingId, outcomeId, reviewOn, revises,
					particulars);
		}
	}

	/** States how a decision came about that was taken without saying so, as one that was taken up from the outcomes of a meeting. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record StateParticulars(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, Particulars particulars,
			LocalDate statedOn) implements DecisionCommand {
	}

	/** Confirms a decision in which something is wanting, such as a mandate. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record ConfirmDecision(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, FreeText words, LocalDate confirmedOn) implements DecisionCommand {
	}

	/** Notes that the day has come on which a decision was to be looked at again. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record NoteReviewDue(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, LocalDate today) implements DecisionCommand {
	}

	/** @param reviewOn when to look at it once more; absent when that is not needed */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReviewDecision(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, FreeText finding, LocalDate reviewedOn,
			@Nullable LocalDate reviewOn) implements DecisionCommand {
	}

	/** Notes at a decision that another one, of whichever register, has replaced it. */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record ReviseDecision(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, DecisionRef replacement,
			LocalDate revisedOn) implements DecisionCommand {
	}

	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD})
	record RevokeDecision(@TargetAggregateIdentifier DecisionRegisterId registerId, DecisionId decisionId, FreeText reason, LocalDate revokedOn) implements DecisionCommand {
	}
}
