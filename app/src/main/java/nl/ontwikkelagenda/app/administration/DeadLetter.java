package nl.ontwikkelagenda.app.administration;

import java.time.Instant;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * An event that an automation could not handle, or that waits behind one.
 *
 * @param automation  its name
 * @param does        what it does, in Dutch
 * @param eventId     of the fact in the log
 * @param type        stable name of the fact
 * @param event       what happened, in Dutch
 * @param first       whether it is the first of its sequence; the others wait behind it
 * @param parkedAt    when it failed for the first time, or began to wait
 * @param lastTriedAt when it was last tried
 * @param cause       kind of the failure
 * @param message     of the failure, for who maintains the application
 * @param dropped     that it was given up; absent while it still waits
 */
record DeadLetter(DeadLetterId deadLetterId, String automation, String does, UUID eventId, String type, String event, boolean first, Instant parkedAt,
		@Nullable Instant lastTriedAt, @Nullable String cause, @Nullable String message, @Nullable Dropped dropped) {

	/** That it was given up, by whom and why. */
	record Dropped(PersonId personId, Instant droppedAt, String reason) {
	}
}
