package nl.ontwikkelagenda.app.rest;

import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/** A page that can be made when nothing else works: no template, no session, only a title and a few lines in the frame of all pages. */
final class PlainPage {

	private static final String SEARCH = """
			<form class="find" method="get" action="/zoeken" role="search" aria-label="Zoeken"><label class="hidden" for="zoek">Zoek in alles</label>
			<input type="search" id="zoek" name="q" maxlength="200" placeholder="Zoek in alles"><button type="submit">Zoek</button></form>""";

	private PlainPage() {
	}

	/** @param body HTML; whatever came from outside is escaped in it */
	static String of(String title, String body) {
		String menu = Menu.ofCaller(false).stream().map(item -> "<li><a href=\"" + item.path() + "\">" + HtmlUtils.htmlEscape(item.words()) + "</a></li>")
				.collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="nl">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s – Ontwikkelagenda</title>
				<link rel="icon" href="/images/beeldmerk.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/stijl.css"></head>
				<body><a class="skip" href="#inhoud">Naar de inhoud</a>
				<header class="bar"><a class="brand" href="/"><img src="/images/beeldmerk.svg" alt="" width="28" height="28">Ontwikkelagenda</a>%3$s</header>
				%4$s<main id="inhoud" tabindex="-1"><h1>%1$s</h1>%2$s</main></body>
				</html>
				""".formatted(HtmlUtils.htmlEscape(title), body, menu.isEmpty() ? "" : SEARCH,
				menu.isEmpty() ? "" : "<nav class=\"menu\" aria-label=\"Hoofdmenu\"><ul>" + menu + "</ul></nav>\n");
	}
}
