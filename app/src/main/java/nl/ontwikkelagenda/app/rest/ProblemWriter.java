package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.language.Language;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The one way in which a failure is answered, wherever it comes up: as a problem, or to a browser that is not at the API as a page that says the same. */
public final class ProblemWriter {

	private ProblemWriter() {
	}

	/** Answers with this problem, unless the answer is already under way. Headers that were set before (Allow, Retry-After) stay. */
	public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
		if (response.isCommitted()) {
			return;
		}
		RefusalLog.note(request, problem.status(), problem.type());
		response.resetBuffer();
		response.setStatus(problem.status());
		response.setHeader(Api.VERSION_HEADER, Api.VERSION);
		response.setHeader(HttpHeaders.ETAG, null);
		boolean page = wantsPage(request);
		Language language = page ? Language.of(request) : Language.DUTCH;
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
		response.setContentType(page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		byte[] body = page ? page(language, problem).getBytes(StandardCharsets.UTF_8) : json(problem);
		// not sent before what has to be written down about it is, which comes when it has been handled: with a length, Tomcat sends an answer as soon as it has that many bytes
		response.getOutputStream().write(body);
	}

	/** Whether a person with a browser is asking, rather than a program. */
	public static boolean wantsPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains("text/html") && !Api.isApi(request);
	}

	static byte[] json(Problem problem) {
		return HttpJson.MAPPER.writeValueAsBytes(problem);
	}

	private static String page(Language language, Problem problem) {
		String detail = "<p>" + PlainPage.words(language, problem.detail()) + "</p>";
		String errors = problem.errors() == null
				? ""
				: problem.errors().stream().map(error -> "<li>" + PlainPage.words(language, error.message()) + "</li>").collect(Collectors.joining("", "<ul>", "</ul>"));
		String reference = problem.reference() == null ? "" : "<p>" + PlainPage.words(language, "Nummer van deze fout: " + problem.reference()) + "</p>";
		return PlainPage.of(language, problem.title(),
				"<div class=\"utrecht-alert utrecht-alert--error\" role=\"alert\">" + (errors.isEmpty() ? detail : errors) + reference + "</div><p>"
						+ PlainPage.words(language, "Ga met uw browser terug naar de vorige bladzijde.") + " <a href=\"/\">" + PlainPage.words(language, "Naar het begin")
						+ "</a></p><p class=\"when\"><a href=\"" + HtmlUtils.htmlEscape(problem.type()) + "\">" + PlainPage.words(language, "Meer over deze melding")
						+ "</a></p>");
	}
}
