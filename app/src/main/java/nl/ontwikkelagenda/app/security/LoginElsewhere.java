package nl.ontwikkelagenda.app.security;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Another place where people may log in, when one is set. */
public interface LoginElsewhere {

	/** What people call it. */
	String name();

	/** Path at which logging in there begins. */
	String path();

	/** Whether nobody logs in with a password of this installation. */
	boolean isOnlyWay();

	/** Remembers in the session that who is logged in wants to be known by whoever he turns out to be there. */
	void linkNext(PersonId person, HttpServletRequest request);

	/** Lets them in by the chain of the pages. */
	void into(HttpSecurity http) throws Exception;
}
