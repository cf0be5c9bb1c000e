package nl.ontwikkelagenda.app.security;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/**
 * Somebody asks, or guesses passwords, too often, or wants too much at once (429). An authentication failure, so that log-in filters hand it to the one place that answers those.
 */
public class TooManyRequests extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyRequests(Duration wait) {
		this("U vraagt te veel in korte tijd", wait);
	}

	/** @param why in Dutch, the beginning of a sentence that says how long to wait */
	public TooManyRequests(String why, Duration wait) {
		super(why);
		this.wait = wait;
	}

	/** Whole seconds, at least one, for the Retry-After header. */
	long waitSeconds() {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}
}
