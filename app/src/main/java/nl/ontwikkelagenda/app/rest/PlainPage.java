package nl.ontwikkelagenda.app.rest;

import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.language.English;
import nl.ontwikkelagenda.app.language.Language;

import org.springframework.web.util.HtmlUtils;

/** A page that can be made when nothing else works: no template, no session, only a title and a few lines in the frame of all pages. */
final class PlainPage {

	private PlainPage() {
	}

	/**
	 * @param title in Dutch
	 * @param body  HTML in this language; whatever came from outside is escaped in it
	 */
	static String of(Language language, String title, String body) {
		String menu = Menu.ofCaller(false).stream()
				.map(item -> "<li" + (item.own() ? " class=\"mine\"" : "") + "><a href=\"" + item.path() + "\">" + words(language, item.words()) + "</a></li>")
				.collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="%5$s">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s – Ontwikkelagenda</title>
				<link rel="icon" href="/images/beeldmerk.svg" type="image/svg+xml"><link rel="stylesheet" href="%7$s"></head>
				<body class="utrecht-html"><a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">%6$s</a>
				<header class="utrecht-page-header"><div class="utrecht-page-header__content bar"><a class="brand" href="/"><img src="/images/beeldmerk.svg" alt="" width="28" height="28">Ontwikkelagenda</a>%3$s</div></header>
				%4$s<main id="inhoud" tabindex="-1"><h1>%1$s</h1>%2$s</main></body>
				</html>
				""".formatted(words(language, title), body,
				menu.isEmpty() ? "" : search(language),
				menu.isEmpty() ? "" : "<nav class=\"menu\" aria-label=\"" + words(language, "Hoofdmenu") + "\"><ul>" + menu + "</ul></nav>\n", language.code(),
				words(language, "Naar de inhoud"), Stylesheet.PATH);
	}

	private static String search(Language language) {
		return """
				<form class="find" method="get" action="/zoeken" role="search" aria-label="%1$s"><label class="hidden" for="zoek">%2$s</label>
				<input type="search" id="zoek" name="q" maxlength="200" placeholder="%2$s"><button type="submit">%3$s</button></form>""".formatted(words(language, "Zoeken"),
				words(language, "Zoek in alles"), words(language, "Zoek"));
	}

	/** As HTML. */
	static String words(Language language, String dutch) {
		return HtmlUtils.htmlEscape(English.in(language, dutch));
	}
}
