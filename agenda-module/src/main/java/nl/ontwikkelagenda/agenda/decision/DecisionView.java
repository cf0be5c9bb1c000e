package nl.ontwikkelagenda.agenda.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionConfirmed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewDue;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionReviewed;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevised;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionRevoked;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.DecisionTaken;
import nl.ontwikkelagenda.agenda.decision.DecisionEvent.ParticularsStated;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A decision as its page shows it.
 *
 * @param number      year and serial, as people write it; unique within the body
 * @param flags       what is wanting, until it is confirmed
 * @param particulars how it came about; absent while nobody stated it
 * @param mandateId   the mandate it rests on, also to list by
 * @param revises     the decision that this one replaced
 * @param revisedBy   the decision that replaced this one
 * @param endedOn     when it was replaced or revoked
 */
@RecordBuilder
public record DecisionView(DecisionId decisionId, DecisionRegisterId registerId, PartnershipId partnershipId, BodyId bodyId, int year, int serial, String number, String title,
		@Nullable String text, LocalDate decidedOn, Instant recordedAt, @Nullable MeetingId meetingId, @Nullable OutcomeId outcomeId, DecisionStatus status, List<Flag> flags,
		@Nullable Stated particulars, @Nullable MandateId mandateId, @Nullable Confirmation confirmation, ReviewState review, @Nullable LocalDate reviewOn, List<Review> reviews,
		@Nullable DecisionId revises, @Nullable DecisionId revisedBy, @Nullable LocalDate endedOn, @Nullable String revokedBecause) implements DecisionViewBuilder.With {

	/** Whether it is to be looked at again. */
	public enum ReviewState {
		NONE, PLANNED, DUE
	}

	/** @param quorumMet absent when the body agreed no quorum */
	public record Stated(DecisionMethod method, @Nullable Votes votes, List<PersonId> present, @Nullable Integer quorum, int seatsPresent, @Nullable Boolean quorumMet,
			List<Objection> dissents, @Nullable MandateId mandateId, @Nullable PersonId mandateHolder, @Nullable String withoutMandateBecause, @Nullable Long amount,
			LocalDate statedOn) {
	}

	/** Who did not agree, and in which words. */
	public record Objection(@Nullable PersonId personId, @Nullable OrganisationId organisationId, @Nullable Integer number, @Nullable String words) {
	}

	public record Confirmation(String words, LocalDate confirmedOn, Actor by) {
	}

	public record Review(String finding, LocalDate reviewedOn, Instant recordedAt) {
	}

	public static @Nullable DecisionView on(@Nullable DecisionView current, DecisionEvent event, Recorded when) {
		if (current != null && !current.registerId().equals(event.registerId())) {
			// A decision of another register was given the same id; the first one keeps it.
			return current;
		}
		if (event instanceof DecisionTaken e) {
			return taken(e, when.at());
		}
		return current == null ? null : current.next(event, when);
	}

	private static DecisionView taken(DecisionTaken e, Instant recordedAt) {
		return new DecisionView(e.decisionId(), e.registerId(), e.partnershipId(), e.bodyId(), e.year(), e.serial(), e.year() + "-" + e.serial(), e.title().text(),
				FreeText.wordsOf(e.text()), e.decidedOn(), recordedAt, e.meetingId(), e.outcomeId(), DecisionStatus.IN_FORCE, List.of(Flag.PARTICULARS_NOT_STATED), null, null,
				null,
				planned(e.reviewOn()), e.reviewOn(), List.of(), e.revises() == null ? null : e.revises().decisionId(), null, null, null);
	}

	private DecisionView next(DecisionEvent event, Recorded when) {
		return switch (event) {
			case DecisionTaken e -> this;
			case ParticularsStated e -> withParticulars(stated(e)).withMandateId(e.mandateId()).withFlags(flags(e));
			case DecisionConfirmed e -> withFlags(List.of()).withConfirmation(new Confirmation(e.words().text(), e.confirmedOn(), when.by()));
			case DecisionReviewDue e -> withReview(ReviewState.DUE);
			case DecisionReviewed e -> withReviews(Stream.concat(reviews.stream(), Stream.of(new Review(e.finding().text(), e.reviewedOn(), when.at()))).toList())
					.withReview(planned(e.reviewOn())).withReviewOn(e.reviewOn());
			case DecisionRevised e ->
				withStatus(DecisionStatus.REVISED).withRevisedBy(e.replacement().decisionId()).withEndedOn(e.revisedOn()).withReview(ReviewState.NONE);
			case DecisionRevoked e ->
				withStatus(DecisionStatus.REVOKED).withRevokedBecause(e.reason().text()).withEndedOn(e.revokedOn()).withReview(ReviewState.NONE);
		};
	}

	private static ReviewState planned(@Nullable LocalDate reviewOn) {
		return reviewOn == null ? ReviewState.NONE : ReviewState.PLANNED;
	}

	private static Stated stated(ParticularsStated e) {
		List<Objection> dissents = e.dissents().stream().map(d -> new Objection(d.personId(), d.organisationId(), d.number(), FreeText.wordsOf(d.words()))).toList();
		return new Stated(e.method(), e.votes(), e.present(), e.quorum(), e.seatsPresent(), e.quorum() == null ? null : e.quorumMet(), dissents, e.mandateId(), e.mandateHolder(),
				FreeText.wordsOf(e.withoutMandateBecause()), e.amount(), e.statedOn());
	}

	private static List<Flag> flags(ParticularsStated e) {
		List<Flag> flags = new ArrayList<>();
		if (e.mandateId() == null) {
			flags.add(Flag.NO_MANDATE);
		}
		if (!e.quorumMet()) {
			flags.add(Flag.QUORUM_NOT_MET);
		}
		return List.copyOf(flags);
	}
}
