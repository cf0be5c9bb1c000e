package nl.ontwikkelagenda.app.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Another place where people may log in, when one is set. */
public interface LoginElsewhere {

	/** What people call it. */
	String name();

	/** Path at which logging in there begins. */
	String path();

	/** Lets them in by the chain of the pages. */
	void into(HttpSecurity http) throws Exception;
}
