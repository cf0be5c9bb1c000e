package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Answers what Tomcat itself refuses (an address that cannot be read, headers that are too large) with a problem too. Made by Tomcat, by its class name. */
public final class ProblemValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		int status = response.getStatus();
		boolean answered = response.getContentWritten() > 0 || !response.setErrorReported();
		if (status < 400 || answered) {
			return;
		}
		KnownProblem known = KnownProblems.forStatus(status);
		Problem problem = new Problem(known.type(), known.title(), status, known.explanation(), null, null);
		response.setHeader(Api.VERSION_HEADER, Api.VERSION);
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		try {
			response.getReporter().write(new String(ProblemWriter.json(problem), StandardCharsets.UTF_8));
			response.finishResponse();
		} catch (IOException e) {
			// The client is gone; there is nobody left to tell.
			container.getLogger().debug("Nobody to answer", e);
		}
	}
}
