package nl.ontwikkelagenda.app.rest;

import java.io.IOException;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where filters and the container send what they refuse. */
@Controller
class ServerErrors implements ErrorController {

	@RequestMapping("/error")
	void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean sent = request.getDispatcherType() == DispatcherType.ERROR;
		int status = sent && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
		Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
		if (failure instanceof IOException) {
			// Only reading the request fails this way; whoever is still there hears why.
			Faults.write(new InvalidInput("body", "De aanvraag is onderweg afgebroken."), request, response);
		} else if (failure instanceof Throwable unforeseen) {
			Faults.write(unforeseen, request, response);
		} else {
			KnownProblem known = KnownProblems.forStatus(status);
			ProblemWriter.write(request, response, Problem.of(known, known.explanation()));
		}
	}
}
