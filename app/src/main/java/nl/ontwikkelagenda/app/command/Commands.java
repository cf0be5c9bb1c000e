package nl.ontwikkelagenda.app.command;

import java.util.Optional;

/**
 * The one door for commands. Every call sends one command in one database transaction (its events, and the idempotency row if there is a key) and answers when the views
 * show what it changed and what automations did because of it, or after a bounded wait.
 */
public interface Commands {

	/** Sends a command for the HTTP request being served, with {@link Intent#CURRENT}. Errors as {@link #send(Object, Intent)}. */
	default Done send(Object command) {
		return send(command, Intent.CURRENT.get());
	}

	/**
	 * Sends a command.
	 *
	 * @throws nl.ontwikkelagenda.agenda.partnership.RuleBroken a rule of the domain forbids it (409); {@code id-is-new} when the id to be created exists
	 * @throws NotAllowed           the actor lacks the right (403)
	 * @throws NotFound             the aggregate does not exist or is not visible to the actor (404)
	 * @throws VersionMismatch      it does not have the expected sequence (412)
	 * @throws AlreadyDone          an earlier request with the same key did it: answer {@link AlreadyDone#outcome()}
	 * @throws IdempotencyKeyReused the key was used for another request (422)
	 * @throws IdempotencyKeyInUse  a request with the key is still running (409)
	 * @throws StoreUnavailable     the database is away or too slow (503)
	 */
	Done send(Object command, Intent intent);

	/**
	 * As {@link #send(Object, Intent)}, without waiting for the views: for many commands that nobody looks at one by one. Whoever sends the last of them by {@code send} has waited
	 * for all.
	 */
	void record(Object command, Intent intent);

	/**
	 * What came of an earlier request with this key, if it had its effect; waits (bounded) until the views have reached it.
	 *
	 * @throws IdempotencyKeyReused the key was used for another request (422)
	 * @throws StoreUnavailable     the database is away or too slow (503)
	 */
	Optional<Outcome> earlier(Intent intent);

	/**
	 * Forgets idempotency keys older than 7 days.
	 *
	 * @param limit at most so many in this call
	 * @return how many were forgotten
	 */
	int forgetOldKeys(int limit);
}
