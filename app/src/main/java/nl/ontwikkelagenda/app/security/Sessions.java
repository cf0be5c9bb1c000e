package nl.ontwikkelagenda.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.person.Accounts.Account;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Goes on with a session under a new name, as somebody who has just logged in. */
public final class Sessions {

	private static final HttpSessionSecurityContextRepository CONTEXTS = new HttpSessionSecurityContextRepository();

	private Sessions() {
	}

	public static void renew(Account account, HttpServletRequest request, HttpServletResponse response) {
		if (request.getSession(false) != null) {
			request.changeSessionId();
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(Callers.loggedIn(account));
		SecurityContextHolder.setContext(context);
		CONTEXTS.saveContext(context, request, response);
	}
}
