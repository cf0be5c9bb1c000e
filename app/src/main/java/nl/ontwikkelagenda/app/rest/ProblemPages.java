package nl.ontwikkelagenda.app.rest;

import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.language.Language;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What every problem's {@code type} leads to: the rule and what can be done, readable without logging in. */
@Controller
@RequestMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
@WithoutAsOf("De uitleg van meldingen is er alleen zoals zij nu is; laat asOf weg.")
class ProblemPages {

	@GetMapping
	@ResponseBody
	String all(HttpServletRequest request) {
		Language language = Language.of(request);
		String rows = KnownProblems.all().stream().map(known -> "<li><a href=\"" + known.type() + "\">" + PlainPage.words(language, known.title()) + "</a> (" + known.status()
				+ ", <code>" + known.rule() + "</code>)</li>").collect(Collectors.joining("\n"));
		return PlainPage.of(language, "Meldingen van fouten",
				"<p>" + PlainPage.words(language, "Elk antwoord met een fout noemt één van deze regels, in het veld") + " <code>type</code>.</p><ul>" + rows + "</ul>");
	}

	@GetMapping("/{rule}")
	@ResponseBody
	String one(@PathVariable String rule, HttpServletRequest request) {
		Language language = Language.of(request);
		KnownProblem known = KnownProblems.find(rule).orElseThrow(NotFound::new);
		return PlainPage.of(language, known.title(),
				"<p>" + PlainPage.words(language, known.explanation()) + "</p><dl><dt>" + PlainPage.words(language, "Regel") + "</dt><dd><code>" + known.rule()
						+ "</code></dd><dt>" + PlainPage.words(language, "HTTP-status") + "</dt><dd>" + known.status() + "</dd></dl><p><a href=\"/problems\">"
						+ PlainPage.words(language, "Alle meldingen") + "</a></p>");
	}
}
