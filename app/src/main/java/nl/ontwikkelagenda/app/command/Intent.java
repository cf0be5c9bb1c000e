package nl.ontwikkelagenda.app.command;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a command and on what condition. The right under which the actor acts is not chosen here: {@link Commands} takes the first that allows the command.
 *
 * @param installationAdministrator whether the actor administers this installation, and so may found partnerships
 * @param once                      the request's idempotency key; absent when it may be done twice
 * @param expectedSequence          the sequence that the aggregate must have now (If-Match); absent when any will do
 * @param within                    the one partnership in which the actor may do anything in this way; absent for all in which he holds rights
 */
public record Intent(Actor actor, boolean installationAdministrator, @Nullable Once once, @Nullable Long expectedSequence, @Nullable PartnershipId within) {

	/** Wherever the actor holds rights. */
	public Intent(Actor actor, boolean installationAdministrator, @Nullable Once once, @Nullable Long expectedSequence) {
		this(actor, installationAdministrator, once, expectedSequence, null);
	}

	/** The intent of the HTTP request being served; bound by a filter, read by {@link Commands#send(Object)}. */
	public static final ScopedValue<Intent> CURRENT = ScopedValue.newInstance();

	/**
	 * A request that has its effect once, and the answer it is given every time.
	 *
	 * @param key         the client's Idempotency-Key, 1 to 255 characters
	 * @param fingerprint SHA-256 of method, path and body, 32 bytes in lower case hexadecimal
	 * @param status      HTTP status of the answer
	 * @param resource    path of the resource that is the answer's body
	 */
	public record Once(String key, String fingerprint, int status, String resource) {
	}

	public static Intent of(Actor actor) {
		return new Intent(actor, false, null, null, null);
	}

	/** The same, where success makes the resource at this path: repeated requests are answered 201 with it. */
	public Intent creating(String resource) {
		return once == null ? this : new Intent(actor, installationAdministrator, new Once(once.key, once.fingerprint, 201, resource), expectedSequence, within);
	}

	/** The same, where success is answered with this status and the resource at this path. */
	public Intent answering(int status, String resource) {
		return once == null ? this : new Intent(actor, installationAdministrator, new Once(once.key, once.fingerprint, status, resource), expectedSequence, within);
	}
}
