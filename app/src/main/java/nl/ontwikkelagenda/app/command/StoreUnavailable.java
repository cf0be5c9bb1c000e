package nl.ontwikkelagenda.app.command;

import java.time.Duration;

/** The database does not answer, or not in time (503). The command may have had its effect; an idempotency key settles it. */
public class StoreUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StoreUnavailable(Throwable cause) {
		super("De gegevens zijn even niet bereikbaar. Probeer het over enkele seconden opnieuw.", cause);
	}

	/** For the Retry-After header. */
	public Duration retryAfter() {
		return Duration.ofSeconds(5);
	}
}
