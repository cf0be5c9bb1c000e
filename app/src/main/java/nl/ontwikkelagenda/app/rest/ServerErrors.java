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
		Object status = request.getDispatcherType() == DispatcherType.ERROR ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			Faults.write(failure, request, response);
			return;
		}
		KnownProblem known = KnownProblems.forStatus(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND);
		ProblemWriter.write(request, response, Problem.of(known, known.explanation()));
	}
}
