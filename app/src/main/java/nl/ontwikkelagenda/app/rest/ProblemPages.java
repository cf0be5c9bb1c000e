package nl.ontwikkelagenda.app.rest;

import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.command.NotFound;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** What every problem's {@code type} leads to: the rule and what can be done, in Dutch, readable without logging in. */
@Controller
@RequestMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
@WithoutAsOf("De uitleg van meldingen is er alleen zoals zij nu is; laat asOf weg.")
class ProblemPages {

	@GetMapping
	@ResponseBody
	String all() {
		String rows = KnownProblems.all().stream().map(
				known -> "<li><a href=\"" + known.type() + "\">" + HtmlUtils.htmlEscape(known.title()) + "</a> (" + known.status() + ", <code>" + known.rule() + "</code>)</li>")
				.collect(Collectors.joining("\n"));
		return PlainPage.of("Meldingen", "<p>Elk antwoord met een fout noemt één van deze regels in het veld <code>type</code>.</p><ul>" + rows + "</ul>");
	}

	@GetMapping("/{rule}")
	@ResponseBody
	String one(@PathVariable String rule) {
		KnownProblem known = KnownProblems.find(rule).orElseThrow(NotFound::new);
		return PlainPage.of(known.title(), "<p>" + HtmlUtils.htmlEscape(known.explanation()) + "</p><dl><dt>Regel</dt><dd><code>" + known.rule()
				+ "</code></dd><dt>HTTP-status</dt><dd>" + known.status() + "</dd></dl><p><a href=\"/problems\">Alle meldingen</a></p>");
	}
}
