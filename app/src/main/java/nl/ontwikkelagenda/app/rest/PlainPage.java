package nl.ontwikkelagenda.app.rest;

import org.springframework.web.util.HtmlUtils;

/** A page that can be made when nothing else works: no template, no session, only a title and a few lines in the house style. */
final class PlainPage {

	private PlainPage() {
	}

	/** @param body HTML; whatever came from outside is escaped in it */
	static String of(String title, String body) {
		return """
				<!DOCTYPE html>
				<html lang="nl">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s – Ontwikkelagenda</title>
				<link rel="icon" href="/images/beeldmerk.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/stijl.css"></head>
				<body><header class="bar"><a class="brand" href="/"><img src="/images/beeldmerk.svg" alt="" width="28" height="28">Ontwikkelagenda</a></header>
				<main><h1>%1$s</h1>%2$s</main></body>
				</html>
				""".formatted(HtmlUtils.htmlEscape(title), body);
	}
}
