package nl.ontwikkelagenda.app.retention;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * A proposal to remove what may be kept too long.
 *
 * @param personId    about whom it is
 * @param unusedSince the day since which it was not used
 * @param decidedBy   present when it was decided on
 * @param reason      why it is kept; present when it is
 * @param keptUntil   until when it is not proposed again; present when it is kept
 */
public record RetentionProposal(RetentionProposalId proposalId, Kind kind, PersonId personId, LocalDate unusedSince, LocalDate proposedOn, State state,
		@Nullable PersonId decidedBy,
		@Nullable Instant decidedAt, @Nullable String reason, @Nullable LocalDate keptUntil) {

	/** What would be removed. */
	public enum Kind {
		/** A person of whom nothing was recorded for long, and who holds no right and no seat. */
		PERSON,
		/** An account that was closed long ago. */
		CLOSED_ACCOUNT
	}

	public enum State {
		/** To be decided on. */
		OPEN,
		/** It was removed. */
		REMOVED,
		/** It is kept for a while, for a reason. */
		KEPT,
		/** It is used again, or gone. */
		LAPSED
	}
}
