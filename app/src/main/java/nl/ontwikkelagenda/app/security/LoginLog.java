package nl.ontwikkelagenda.app.security;

import nl.ontwikkelagenda.app.access.Caller;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Writes in the log who logged in, by his id, and that somebody could not: without what was typed, and without addresses. */
@Component
class LoginLog {

	private static final Logger LOG = LoggerFactory.getLogger(LoginLog.class);

	@EventListener
	void in(InteractiveAuthenticationSuccessEvent event) {
		if (event.getAuthentication().getPrincipal() instanceof Caller caller) {
			LOG.info("Person {} logged in", caller.personId());
		}
	}

	@EventListener
	void refused(AbstractAuthenticationFailureEvent event) {
		LOG.info("A log-in was refused: {}", event.getException().getClass().getSimpleName());
	}
}
