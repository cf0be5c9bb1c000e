package nl.ontwikkelagenda.app.mail;

import java.time.Instant;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * A mail as administrators see it: to whom, by id, and how it fared, not what it says.
 *
 * @param personId      absent when it went to somebody who registers and is not known yet
 * @param registrationId the registration that it asks to confirm
 * @param nextAttemptAt not before then it is tried; absent when it was sent or given up
 * @param settledAt     when it was sent or given up
 * @param error         why the last attempt failed
 */
public record OutgoingMail(OutgoingMailId mailId, @Nullable PersonId personId, @Nullable UUID registrationId, String subject, State state, int attempts, Instant writtenAt,
		@Nullable Instant nextAttemptAt,
		@Nullable Instant settledAt, @Nullable String error) {

	public enum State {
		WAITING, SENT, FAILED
	}
}
