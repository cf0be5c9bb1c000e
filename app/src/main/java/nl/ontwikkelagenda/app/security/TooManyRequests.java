package nl.ontwikkelagenda.app.security;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Somebody asks, or guesses passwords, too often (429). An authentication failure, so that log-in filters hand it to the one place that answers those. */
class TooManyRequests extends AuthenticationException {

	private static final long serialVersionUID = 1L;

	private final Duration wait;

	TooManyRequests(Duration wait) {
		super("Too many requests");
		this.wait = wait;
	}

	/** Whole seconds, at least one, for the Retry-After header. */
	long waitSeconds() {
		return Math.max(1, wait.plusMillis(999).toSeconds());
	}
}
