package nl.ontwikkelagenda.app.retention;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * A proposal to remove what may be kept too long.
 *
 * @param personId    about whom it is; absent for rows of a register
 * @param rows        how many rows of a register were over their time; absent for what is about one person
 * @param unusedSince the day since which it was not used
 * @param decidedBy   present when it was decided on
 * @param reason      why it is kept; present when it is
 * @param keptUntil   until when it is not proposed again; present when it is kept
 */
public record RetentionProposal(RetentionProposalId proposalId, Kind kind, @Nullable PersonId personId, @Nullable Long rows, LocalDate unusedSince, LocalDate proposedOn,
		State state,
		@Nullable PersonId decidedBy,
		@Nullable Instant decidedAt, @Nullable String reason, @Nullable LocalDate keptUntil) {

	/** What would be removed. */
	public enum Kind {
		/** A person of whom nothing was recorded for long, and who holds no right and no seat. */
		PERSON,
		/** An account that was closed long ago. */
		CLOSED_ACCOUNT,
		/** An account that is open, and with which nobody logged in for long: it is closed. */
		UNUSED_ACCOUNT,
		/** Who read as an auditor, exported or was refused, long ago. */
		ACCESSES,
		/** Who corrected or restricted which entry of the register of persons, long ago. */
		CORRECTIONS,
		/** Files with actions that were read in long ago. */
		IMPORTS,
		/** Why work of the software was given up, long ago. */
		DROPPED_WORK;

		/** Whether it is about rows of a register, and not about one person. */
		boolean isOfRows() {
			return switch (this) {
				case PERSON, CLOSED_ACCOUNT, UNUSED_ACCOUNT -> false;
				case ACCESSES, CORRECTIONS, IMPORTS, DROPPED_WORK -> true;
			};
		}
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
