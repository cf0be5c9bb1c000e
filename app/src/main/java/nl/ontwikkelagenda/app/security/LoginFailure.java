package nl.ontwikkelagenda.app.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the log-in page when name or password is wrong; a problem when it is something else. */
final class LoginFailure implements AuthenticationFailureHandler {

	private final Refusals refusals;

	LoginFailure(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
		if (e instanceof TooManyRequests || e instanceof AuthenticationServiceException) {
			refusals.commence(request, response, e);
		} else {
			response.sendRedirect("/inloggen?fout");
		}
	}
}
