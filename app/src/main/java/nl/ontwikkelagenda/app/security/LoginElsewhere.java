package nl.ontwikkelagenda.app.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;

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

	/** Who acts with an access token that was given there for our interface; nobody when it is none, is for others, or has expired, or its owner is not known here. */
	Optional<Caller> holder(String token);

	/** Lets them in by the chain of the pages. */
	void into(HttpSecurity http) throws Exception;
}
