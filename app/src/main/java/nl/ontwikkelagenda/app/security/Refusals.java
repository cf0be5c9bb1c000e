package nl.ontwikkelagenda.app.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Faults;
import nl.ontwikkelagenda.app.rest.KnownProblems;
import nl.ontwikkelagenda.app.rest.Problem;
import nl.ontwikkelagenda.app.rest.ProblemWriter;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Answers whom security stops: to log in first (a browser is sent to the page for it), not allowed, or too often. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {

	private final AccessRecorder recorder;

	Refusals(AccessRecorder recorder) {
		this.recorder = recorder;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
		if (e instanceof TooManyRequests tooMany) {
			long seconds = tooMany.waitSeconds();
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
			ProblemWriter.write(request, response, Problem.of(KnownProblems.TOO_MANY_REQUESTS, tooMany.getMessage() + "; wacht " + seconds + " seconden."));
		} else if (e instanceof AuthenticationServiceException) {
			// Not the caller's fault: the register could not be read.
			Faults.write(e, request, response);
		} else if (ProblemWriter.wantsPage(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
			response.sendRedirect("/inloggen");
		} else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Ontwikkelagenda\", charset=\"UTF-8\"");
			if (Api.isApi(request)) {
				response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Ontwikkelagenda\"");
			}
			ProblemWriter.write(request, response, Problem.of(KnownProblems.LOGIN_REQUIRED,
					"Log eerst in; een gebruikersnaam en wachtwoord, of een sleutel, ontbreken of kloppen niet (meer)."));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
		recorder.refused(request, null);
		String why = switch (e) {
			case CsrfException tooOld -> "Deze pagina stond te lang open; laad haar opnieuw en probeer het nog eens.";
			case BearerLogin.ReadingOnly reading -> "Met deze sleutel mag een programma alleen lezen.";
			default -> "U mist het recht van beheerder van deze installatie.";
		};
		ProblemWriter.write(request, response, Problem.of(KnownProblems.NOT_ALLOWED, why));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e) throws IOException {
		ProblemWriter.write(request, response, Problem.of(KnownProblems.OTHER, "Het adres of een header bevat tekens die niet mogen."));
	}
}
