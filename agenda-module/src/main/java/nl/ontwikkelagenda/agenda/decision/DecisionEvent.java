package nl.ontwikkelagenda.agenda.decision;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** What happened to the decisions of one register. */
public sealed interface DecisionEvent {

	DecisionRegisterId registerId();

	DecisionId decisionId();

	/**
	 * A decision was taken and numbered; the number is the body, the year and the serial.
	 *
	 * @param serial  from 1, without gaps
	 * @param revises the decision that this one replaces
	 */
	record DecisionTaken(DecisionRegisterId registerId, PartnershipId partnershipId, BodyId bodyId, int year, int serial, DecisionId decisionId, FreeText title,
			@Nullable FreeText text, LocalDate decidedOn, @Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, @Nullable LocalDate reviewOn,
			@Nullable DecisionRef revises) implements DecisionEvent {
	}

	/**
	 * How it came about was stated, and what was found about it on the day of the decision.
	 *
	 * @param present       who was there
	 * @param quorum        how many seats had to be present; absent when the body agreed none
	 * @param seatsPresent  how many of the seats that decide were
	 * @param mandateId     the mandate that it rests on, as found
	 * @param mandateHolder who held it and was there
	 */
	record ParticularsStated(DecisionRegisterId registerId, DecisionId decisionId, DecisionMethod method, @Nullable Votes votes, List<PersonId> present, @Nullable Integer quorum,
			int seatsPresent, List<Dissent> dissents, @Nullable MandateId mandateId, @Nullable PersonId mandateHolder, @Nullable FreeText withoutMandateBecause,
			@Nullable Long amount, LocalDate statedOn) implements DecisionEvent {

		boolean quorumMet() {
			return quorum == null || seatsPresent >= quorum;
		}
	}

	record DecisionConfirmed(DecisionRegisterId registerId, DecisionId decisionId, FreeText words, LocalDate confirmedOn) implements DecisionEvent {
	}

	record DecisionReviewDue(DecisionRegisterId registerId, DecisionId decisionId, LocalDate reviewOn) implements DecisionEvent {
	}

	/** @param reviewOn when to look at it once more */
	record DecisionReviewed(DecisionRegisterId registerId, DecisionId decisionId, FreeText finding, LocalDate reviewedOn, @Nullable LocalDate reviewOn) implements DecisionEvent {
	}

	/** Another decision has replaced it; this one keeps its number. */
	record DecisionRevised(DecisionRegisterId registerId, DecisionId decisionId, DecisionRef replacement, LocalDate revisedOn) implements DecisionEvent {
	}

	/** It no longer holds and nothing takes its place; it keeps its number. */
	record DecisionRevoked(DecisionRegisterId registerId, DecisionId decisionId, FreeText reason, LocalDate revokedOn) implements DecisionEvent {
	}
}
